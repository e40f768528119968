package org.tidemark.model;

import java.util.List;
import java.util.Optional;
import org.tidemark.check.CheckedProgram;
import org.tidemark.check.OverrideCheck;
import org.tidemark.grammar.ExpressionResult;
import org.tidemark.grammar.TideParser;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.grammar.limit.Allowance;
import org.tidemark.grammar.limit.Limit;
import org.tidemark.grammar.limit.LimitReached;
import org.tidemark.grammar.source.Location;
import org.tidemark.grammar.source.SourceText;
import org.tidemark.grammar.tree.Expression;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.Type;

/** An expression that is asked of a program from outside, checked. Immutable. */
public final class Question {
  private final Location location;
  private final Expression expression;
  private final Code code;
  private final Type type;
  private final List<Diagnostic> diagnostics;

  private Question(
      Location location,
      Expression expression,
      Code code,
      Type type,
      List<Diagnostic> diagnostics) {
    this.location = location;
    this.expression = expression;
    this.code = code;
    this.type = type;
    this.diagnostics = List.copyOf(diagnostics);
  }

  static Question of(CheckedProgram program, Lowering lowering, String text) {
    try {
      return within(Budget.forCompiling(lowering.limits()), program, lowering, text);
    } catch (LimitReached reached) {
      return new Question(null, null, null, BasicType.UNKNOWN, List.of(reached.diagnostic()));
    }
  }

  /** A question that is read and checked within what may be spent on it. */
  private static Question within(
      Allowance allowance, CheckedProgram program, Lowering lowering, String text) {
    SourceText source = new SourceText("the question", text);
    allowance.require(Limit.SOURCE, text.length());
    ExpressionResult parsed = TideParser.parseExpression(source, allowance);
    Optional<Expression> read = parsed.expression();
    if (read.isEmpty() || parsed.diagnostics().stream().anyMatch(Diagnostic::isError)) {
      return new Question(null, null, null, BasicType.UNKNOWN, parsed.diagnostics());
    }
    Expression expression = read.get();
    OverrideCheck.Asked asked =
        program.overrideCheck().question(program.main(), expression, source, allowance);
    boolean sound = asked.diagnostics().stream().noneMatch(Diagnostic::isError);
    return new Question(
        new Location(source, expression.span()),
        expression,
        sound ? lowering.expression(expression, program.main().scope().readingFrom(source)) : null,
        asked.type(),
        asked.diagnostics());
  }

  /** Whether it can be asked. */
  public boolean isSound() {
    return code != null;
  }

  /** What was found wrong with it. */
  public List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  /** The type of its answer. */
  public Type type() {
    return type;
  }

  /** It as it is written. */
  public String text() {
    return location.source().text();
  }

  Location location() {
    return location;
  }

  Expression expression() {
    return expression;
  }

  Code code() {
    return code;
  }
}
