package org.tidemark.polyglot.instrument;

import com.oracle.truffle.api.TruffleSafepoint;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.instrumentation.GenerateWrapper;
import com.oracle.truffle.api.instrumentation.ProbeNode;
import com.oracle.truffle.api.instrumentation.StandardTags;
import com.oracle.truffle.api.instrumentation.Tag;
import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.api.source.SourceSection;

/**
 * Something that has a frame of its own among what is under way: a definition, a declaration, a
 * field or a function. All its steps are known from the start, taken or not.
 */
@GenerateWrapper
class StepsNode extends TracedNode implements Activation.Parts {
  /** The step itself where one stops at it, else null. */
  @Child private StepNode own;

  @Children private final StepNode[] parts;

  StepsNode(StepTracer tracer, SourceSection section, StepNode own, StepNode... parts) {
    super(tracer, section);
    this.own = own;
    this.parts = parts;
  }

  /** For the wrapper. */
  StepsNode(StepsNode wrapped) {
    this(wrapped.tracer(), wrapped.getSourceSection(), null);
  }

  /** Does what has been prepared. */
  Object execute(VirtualFrame frame) {
    TruffleSafepoint.poll(this);
    Activation activation = (Activation) frame.getArguments()[0];
    activation.frame = frame.materialize();
    return own == null ? tracer().take(this) : own.execute(frame);
  }

  @Override
  public Node node() {
    return this;
  }

  @Override
  public Object part(int index, VirtualFrame frame) {
    return parts[index].execute(frame);
  }

  @Override
  public WrapperNode createWrapper(ProbeNode probe) {
    return new StepsNodeWrapper(this, this, probe);
  }

  @Override
  public boolean hasTag(Class<? extends Tag> tag) {
    return tag == StandardTags.RootTag.class;
  }
}
