package org.tidemark.check;

import java.util.List;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.grammar.source.SourceText;
import org.tidemark.grammar.tree.Override;

/** What a checked program keeps for overrides that come later; safe for several threads. */
public final class OverrideCheck {
  private final TypeChecker checker;

  OverrideCheck(TypeChecker checker) {
    this.checker = checker;
  }

  TypeChecker checker() {
    return checker;
  }

  /** What is wrong with an override, whose value stands in a text of its own. */
  List<Diagnostic> check(Structure main, Override override, SourceText text) {
    return DeepStack.withRoom(() -> checker.checkOverride(main, override, text));
  }
}
