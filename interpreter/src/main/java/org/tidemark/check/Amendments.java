package org.tidemark.check;

import java.util.List;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.grammar.source.SourceText;
import org.tidemark.grammar.tree.Override;
import org.tidemark.spi.type.Type;

/** Checks overrides that come from outside a script. */
public final class Amendments {
  private Amendments() {}

  /**
   * What is wrong with an override of a program's main script.
   *
   * @param source the text that the override's value is written in
   */
  public static List<Diagnostic> check(
      CheckedProgram program, Override override, SourceText source) {
    Findings findings = new Findings();
    TypeChecker checker = new TypeChecker(program.vocabulary(), program.units(), findings);
    checker.declarations.adopt(program.declarationTypes());
    // the value stands in a text of its own but sees the script's names
    Scope scope = program.main().scope().readingFrom(source);
    Type value = checker.expressions.infer(override.value(), scope);
    checker.amends.check(new ModelType(program.main()), override, 0, value, scope);
    return findings.inOrder();
  }
}
