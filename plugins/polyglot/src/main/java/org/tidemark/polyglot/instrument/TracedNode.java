package org.tidemark.polyglot.instrument;

import com.oracle.truffle.api.frame.Frame;
import com.oracle.truffle.api.instrumentation.InstrumentableNode;
import com.oracle.truffle.api.interop.NodeLibrary;
import com.oracle.truffle.api.library.ExportLibrary;
import com.oracle.truffle.api.library.ExportMessage;
import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.api.source.SourceSection;

/** A place of a script at which tools may look, and the names that are seen from there. */
@ExportLibrary(NodeLibrary.class)
abstract class TracedNode extends Node implements InstrumentableNode {
  private final StepTracer tracer;
  private final SourceSection section;

  /**
   * One for a place.
   *
   * @param section null where there is nothing to look at
   */
  TracedNode(StepTracer tracer, SourceSection section) {
    this.tracer = tracer;
    this.section = section;
  }

  final StepTracer tracer() {
    return tracer;
  }

  @Override
  public final boolean isInstrumentable() {
    return section != null;
  }

  @Override
  public final SourceSection getSourceSection() {
    return section;
  }

  // ---- what can be seen

  @ExportMessage
  final boolean hasScope(@SuppressWarnings("unused") Frame frame) {
    return true;
  }

  @ExportMessage
  final Object getScope(Frame frame, @SuppressWarnings("unused") boolean nodeEnter) {
    return tracer.scope(this, frame.materialize());
  }
}
