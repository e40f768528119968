package org.tidemark.grammar;

import org.tidemark.grammar.limit.Allowance;
import org.tidemark.grammar.reader.ScriptReader;
import org.tidemark.grammar.source.SourceText;

/** Reads Tide. Stateless and safe for use by several threads. */
public final class TideParser {
  private TideParser() {}

  /** Reads a script. Never throws for anything a text may hold. */
  public static ParseResult parse(SourceText source) {
    return ScriptReader.script(source, Allowance.FREE);
  }

  /**
   * Reads a script that nobody trusts.
   *
   * @param allowance what reading it may cost
   * @throws org.tidemark.grammar.limit.LimitReached where it costs more
   */
  public static ParseResult parse(SourceText source, Allowance allowance) {
    return ScriptReader.script(source, allowance);
  }

  /**
   * Reads a single expression that nobody trusts, else as {@link #parseExpression(SourceText)}.
   *
   * @param allowance what reading it may cost
   * @throws org.tidemark.grammar.limit.LimitReached where it costs more
   */
  public static ExpressionResult parseExpression(SourceText source, Allowance allowance) {
    return ScriptReader.expression(source, allowance);
  }

  /**
   * Reads a single expression, as in {@code --set r='3 %/year'}; line ends mean nothing in it.
   * Never throws for anything a text may hold.
   */
  public static ExpressionResult parseExpression(SourceText source) {
    return ScriptReader.expression(source, Allowance.FREE);
  }
}
