package org.tidemark.polyglot.instrument;

import com.oracle.truffle.api.TruffleSafepoint;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.instrumentation.GenerateWrapper;
import com.oracle.truffle.api.instrumentation.ProbeNode;
import com.oracle.truffle.api.instrumentation.StandardTags;
import com.oracle.truffle.api.instrumentation.Tag;
import com.oracle.truffle.api.source.SourceSection;
import org.tidemark.model.Step;

/** One step of a script, the same node each time that it is taken. */
@GenerateWrapper
class StepNode extends TracedNode {
  private final Step.Sort sort;

  StepNode(StepTracer tracer, Step.Sort sort, SourceSection section) {
    super(tracer, section);
    this.sort = sort;
  }

  /** For the wrapper. */
  StepNode(StepNode wrapped) {
    this(wrapped.tracer(), wrapped.sort, wrapped.getSourceSection());
  }

  /** Does what has been prepared, and gives what a tool may see of the value. */
  Object execute(VirtualFrame frame) {
    TruffleSafepoint.poll(this);
    return tracer().take(this);
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
}
