package org.tidemark.check;

import java.util.List;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.grammar.limit.Allowance;
import org.tidemark.grammar.limit.LimitReached;
import org.tidemark.grammar.source.SourceText;
import org.tidemark.grammar.tree.Expression;
import org.tidemark.grammar.tree.Override;
import org.tidemark.spi.type.Type;

/** What a checked program keeps for overrides that come later; safe for several threads. */
public final class OverrideCheck {
  private final TypeChecker checker;

  OverrideCheck(TypeChecker checker) {
    this.checker = checker;
  }

  /** The type of an expression that the script has been checked with. */
  public Type type(Structure main, Expression expression) {
    return DeepStack.withRoom(() -> checker.typeAsChecked(main, expression));
  }

  /** What is wrong with an expression that is asked for in passing, at a place of the program. */
  public List<Diagnostic> check(Expression expression, Scope scope) {
    return DeepStack.withRoom(() -> checker.checkInPassing(expression, scope));
  }

  /**
   * A question that was checked.
   *
   * @param type of what it gives
   * @param diagnostics what was found
   */
  public record Asked(Type type, List<Diagnostic> diagnostics) {}

  /**
   * The type of a question about the script, which stands in a text of its own.
   *
   * @throws LimitReached where that takes more than is allowed
   */
  public Asked question(
      Structure main, Expression expression, SourceText text, Allowance allowance) {
    return DeepStack.withRoom(() -> checker.question(main, expression, text, allowance));
  }

  /**
   * The type of what something gives for values of some types, and what is wrong with that.
   *
   * @param text in which it is written
   * @throws LimitReached where that takes more than is allowed
   */
  public Asked applied(Type called, List<Type> arguments, SourceText text, Allowance allowance) {
    return DeepStack.withRoom(() -> checker.applied(called, arguments, text, allowance));
  }

  TypeChecker checker() {
    return checker;
  }

  /** What is wrong with an override, whose value stands in a text of its own. */
  List<Diagnostic> check(Structure main, Override override, SourceText text, Allowance allowance) {
    return DeepStack.withRoom(() -> checker.checkOverride(main, override, text, allowance));
  }
}
