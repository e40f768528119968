package org.tidemark.polyglot.instrument;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.TruffleLanguage.InlineParsingRequest;
import com.oracle.truffle.api.frame.MaterializedFrame;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.ExecutableNode;
import com.oracle.truffle.api.nodes.Node;
import org.tidemark.polyglot.TideLanguage;

/** An expression that a tool evaluates where a script has stopped. */
public final class LookNode extends ExecutableNode {
  private final String expression;
  private final Node place;

  private LookNode(TideLanguage language, String expression, Node place) {
    super(language);
    this.expression = expression;
    this.place = place;
  }

  /** What a request asks for; null where it is about no step of a script. */
  public static LookNode of(TideLanguage language, InlineParsingRequest request) {
    Node place = request.getLocation();
    return tracer(place) == null
        ? null
        : new LookNode(language, request.getSource().getCharacters().toString(), place);
  }

  private static StepTracer tracer(Node place) {
    for (Node at = place; at != null; at = at.getParent()) {
      if (at instanceof StepNode step) {
        return step.tracer();
      }
      if (at instanceof StepsNode steps) {
        return steps.tracer();
      }
      if (at instanceof SteppingScriptNode script) {
        return script.tracer();
      }
    }
    return null;
  }

  @Override
  public Object execute(VirtualFrame frame) {
    return evaluate(frame.materialize());
  }

  @TruffleBoundary
  private Object evaluate(MaterializedFrame frame) {
    return tracer(place).evaluate(expression, place, frame);
  }
}
