package org.tidemark.check;

import org.tidemark.grammar.tree.Expression;

/** Is told of each expression that is looked at. */
@FunctionalInterface
interface Sighting {
  /** An expression is about to be worked out. */
  void saw(Expression expression, Scope scope);
}
