package org.tidemark.check;

import java.util.List;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.grammar.limit.Allowance;
import org.tidemark.grammar.source.SourceText;
import org.tidemark.grammar.tree.Override;

/** Checks overrides that come from outside a script. */
public final class Amendments {
  private Amendments() {}

  /**
   * What is wrong with an override of a program's main script.
   *
   * @param source the text that the override's value is written in
   * @param allowance what checking it may cost
   * @throws org.tidemark.grammar.limit.LimitReached where it costs more
   */
  public static List<Diagnostic> check(
      CheckedProgram program, Override override, SourceText source, Allowance allowance) {
    return program.overrideCheck().check(program.main(), override, source, allowance);
  }
}
