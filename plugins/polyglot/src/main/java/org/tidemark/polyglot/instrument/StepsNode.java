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

/**
 * Something that has a frame of its own among what is under way: a definition, a declaration, a
 * field or a function. All its steps are known from the start, taken or not.
 */
@GenerateWrapper
@ExportLibrary(NodeLibrary.class)
class StepsNode extends Node implements InstrumentableNode, Activation.Parts {
  private final StepTracer tracer;
  private final SourceSection section;

  /** The step itself where one stops at it, else null. */
  @Child private StepNode own;

  @Children private final StepNode[] parts;

  StepsNode(StepTracer tracer, SourceSection section, StepNode own, StepNode... parts) {
    this.tracer = tracer;
    this.section = section;
    this.own = own;
    this.parts = parts;
  }

  /** For the wrapper. */
  StepsNode(StepsNode wrapped) {
    this(wrapped.tracer, wrapped.section, null);
  }

  /** Does what has been prepared. */
  Object execute(VirtualFrame frame) {
    TruffleSafepoint.poll(this);
    Activation activation = (Activation) frame.getArguments()[0];
    activation.frame = frame.materialize();
    return own == null ? tracer.take(this) : own.execute(frame);
  }

  @Override
  public Node node() {
    return this;
  }

  @Override
  public Object part(int index, VirtualFrame frame) {
    return parts[index].execute(frame);
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
    return new StepsNodeWrapper(this, this, probe);
  }

  @Override
  public boolean hasTag(Class<? extends Tag> tag) {
    return tag == StandardTags.RootTag.class;
  }

  @Override
  public SourceSection getSourceSection() {
    return section;
  }

  @ExportMessage
  final boolean hasScope(@SuppressWarnings("unused") Frame frame) {
    return true;
  }

  @ExportMessage
  final Object getScope(Frame frame, @SuppressWarnings("unused") boolean nodeEnter) {
    return tracer.scope(this, frame.materialize());
  }
}
