package org.tidemark.polyglot.instrument;

import com.oracle.truffle.api.TruffleSafepoint;
import com.oracle.truffle.api.frame.Frame;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.instrumentation.GenerateWrapper;
import com.oracle.truffle.api.instrumentation.InstrumentableNode;
import com.oracle.truffle.api.instrumentation.ProbeNode;
import com.oracle.truffle.api.instrumentation.StandardTags;
import com.oracle.truffle.api.instrumentation.Tag;
import com.oracle.truffle.api.interop.NodeLibrary;
import com.oracle.truffle.api.library.ExportLibrary;
import com.oracle.truffle.api.library.ExportMessage;
import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.api.source.SourceSection;
import org.tidemark.model.Step;

/** One step of a script, the same node each time that it is taken. */
@GenerateWrapper
@ExportLibrary(NodeLibrary.class)
class StepNode extends Node implements InstrumentableNode {
  private final StepTracer tracer;
  private final Step.Sort sort;
  private final SourceSection section;

  StepNode(StepTracer tracer, Step.Sort sort, SourceSection section) {
    this.tracer = tracer;
    this.sort = sort;
    this.section = section;
  }

  /** For the wrapper. */
  StepNode(StepNode wrapped) {
    this(wrapped.tracer, wrapped.sort, wrapped.section);
  }

  /** Does what has been prepared, and gives what a tool may see of the value. */
  Object execute(VirtualFrame frame) {
    TruffleSafepoint.poll(this);
    return tracer.take(this);
  }

  final StepTracer tracer() {
    return tracer;
  }

  @Override
  public boolean isInstrumentable() {
    return section != null;
  }

  @Override
  public WrapperNode createWrapper(ProbeNode probe) {
    return new StepNodeWrapper(this, this, probe);
  }

  @Override
  public boolean hasTag(Class<? extends Tag> tag) {
    if (tag == StandardTags.StatementTag.class) {
      return sort.isStatement();
    }
    return tag == StandardTags.CallTag.class && sort == Step.Sort.CALL;
  }

  @Override
  public SourceSection getSourceSection() {
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
