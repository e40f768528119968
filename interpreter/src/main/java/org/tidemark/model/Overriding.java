package org.tidemark.model;

import org.tidemark.check.Scope;
import org.tidemark.grammar.source.SourceText;
import org.tidemark.grammar.tree.Override;

/**
 * An override from outside the script, as {@code --set} gives it, already checked.
 *
 * @param source the text that it is written in
 * @param override its path and value
 */
record Overriding(SourceText source, Override override) {
  AmendCode.PreparedOverride prepared(Lowering lowering, Scope scope) {
    return lowering.amends().prepare(override, source, scope.readingFrom(source));
  }
}
