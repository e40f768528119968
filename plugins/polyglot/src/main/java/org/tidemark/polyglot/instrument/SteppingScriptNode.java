package org.tidemark.polyglot.instrument;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.Frame;
import com.oracle.truffle.api.frame.MaterializedFrame;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.instrumentation.InstrumentableNode;
import com.oracle.truffle.api.instrumentation.Tag;
import com.oracle.truffle.api.interop.NodeLibrary;
import com.oracle.truffle.api.library.ExportLibrary;
import com.oracle.truffle.api.library.ExportMessage;
import com.oracle.truffle.api.nodes.Node;
import java.util.Set;
import org.tidemark.api.Program;

/** What a script does, step by step. */
@ExportLibrary(NodeLibrary.class)
final class SteppingScriptNode extends ScriptNode implements Activation.Parts {
  private final StepTracer tracer;
  private final Program traced;
  @Children private final StepNode[] statements;

  SteppingScriptNode(Origin origin) {
    super(origin);
    this.tracer = new StepTracer(origin.language(), origin.source(), origin.program());
    this.traced = origin.program().traced(tracer);
    this.statements = tracer.statements();
    tracer.standsFor(this);
  }

  StepTracer tracer() {
    return tracer;
  }

  @Override
  public Object execute(VirtualFrame frame) {
    return run(frame.materialize());
  }

  @TruffleBoundary
  private Object run(MaterializedFrame frame) {
    return tracer.script(frame, () -> origin().runner().run(traced, true));
  }

  @Override
  public Object part(int index, VirtualFrame frame) {
    return statements[index].execute(frame);
  }

  @Override
  public Node node() {
    return this;
  }

  @Override
  public InstrumentableNode materializeInstrumentableNodes(Set<Class<? extends Tag>> wanted) {
    return this;
  }

  @ExportMessage
  boolean hasScope(@SuppressWarnings("unused") Frame frame) {
    return true;
  }

  @ExportMessage
  Object getScope(Frame frame, @SuppressWarnings("unused") boolean nodeEnter) {
    return tracer.scope(this, frame.materialize());
  }
}
