package org.tidemark.model;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.tidemark.check.Resolution;
import org.tidemark.grammar.tree.Block;
import org.tidemark.grammar.tree.Call;
import org.tidemark.grammar.tree.Comprehension;
import org.tidemark.grammar.tree.Definition;
import org.tidemark.grammar.tree.Expression;
import org.tidemark.grammar.tree.Identifier;
import org.tidemark.grammar.tree.Lambda;
import org.tidemark.grammar.tree.NameReference;
import org.tidemark.grammar.tree.Pipe;
import org.tidemark.grammar.tree.Statement;
import org.tidemark.grammar.tree.Subexpressions;
import org.tidemark.spi.Problem;
import org.tidemark.spi.value.Value;

/** Those parts of a function that do not depend on its arguments, and their values. */
final class KnownParts {
  private final Evaluation evaluation;
  private final Peek peek;
  private final MovingDefinitions moving;
  private boolean incomplete;

  KnownParts(Evaluation evaluation, Peek peek, MovingDefinitions moving) {
    this.evaluation = evaluation;
    this.peek = peek;
    this.moving = moving;
  }

  /** Whether something was passed over that is not known yet. */
  boolean isIncomplete() {
    return incomplete;
  }

  /** The value of something that does not depend on the arguments. */
  Symbolic value(Code code, Frame frame) {
    Supplier<Value> work = () -> code.evaluate(frame);
    try {
      return new Symbolic.Known(evaluation.peek(peek, work));
    } catch (Peek.NotYet notYet) {
      incomplete = true;
      return Symbolic.REFUSED;
    } catch (EvaluationFailure refused) {
      if (refused.isStopped()) {
        throw refused;
      }
      return Symbolic.REFUSED;
    } catch (Problem refused) {
      return Symbolic.REFUSED;
    }
  }

  private boolean isKnown(Expression expression, NumericScope scope, Set<String> bound) {
    if (expression instanceof NameReference name) {
      if (bound.contains(name.name())) {
        return true;
      }
      Resolution found = scope.scope().resolve(name.name()).orElse(null);
      if (moving != null && moving.has(found)) {
        return false;
      }
      return !(found instanceof Resolution.Local local) || scope.get(local) == null;
    }
    Set<String> inside = bound;
    if (expression instanceof Lambda lambda) {
      inside = new HashSet<>(bound);
      for (Identifier parameter : lambda.parameters()) {
        inside.add(parameter.name());
      }
    } else if (expression instanceof Comprehension comprehension) {
      inside = new HashSet<>(bound);
      inside.add(comprehension.variable().name());
    } else if (expression instanceof Block block) {
      inside = new HashSet<>(bound);
      for (Statement statement : block.definitions()) {
        inside.add(((Definition) statement).name().name());
      }
    }
    for (Expression part : Subexpressions.of(expression)) {
      if (!isKnown(part, scope, inside)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether it may be evaluated beforehand. In a branch that may never be taken, a call of the
   * script's functions may not: it might take for ever. And where uncertain inputs are drawn, no
   * call may that might make one: it would be drawn without being met.
   */
  boolean mayBeEvaluated(Expression expression, NumericScope scope, boolean inBranch) {
    return isKnown(expression, scope, Set.of()) && (!inBranch || !mayDoMore(expression, scope));
  }

  private boolean mayDoMore(Expression expression, NumericScope scope) {
    Expression callee =
        expression instanceof Call call
            ? call.callee()
            : expression instanceof Pipe pipe ? pipe.stage() : null;
    boolean ofVocabulary =
        callee instanceof Call
            || (callee instanceof NameReference name
                && scope.scope().resolve(name.name()).isEmpty());
    if (callee != null && (!ofVocabulary || evaluation.chances() != null)) {
      return true;
    }
    for (Expression part : Subexpressions.of(expression)) {
      if (mayDoMore(part, scope)) {
        return true;
      }
    }
    return false;
  }
}
