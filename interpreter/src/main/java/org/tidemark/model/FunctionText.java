package org.tidemark.model;

import java.util.List;
import java.util.Optional;
import org.tidemark.check.Scope;
import org.tidemark.grammar.source.Location;
import org.tidemark.grammar.tree.Expression;
import org.tidemark.grammar.tree.TypeExpression;
import org.tidemark.spi.type.Type;

/**
 * A function as it is written, which all its closures share.
 *
 * @param name empty for a lambda
 * @param arity the number of arguments
 * @param size of its frame
 * @param parameters the types that the arguments are declared to have; empty for a lambda
 * @param defaults of the arguments; null for one that has none, empty for a lambda
 * @param body ready to be evaluated
 * @param expression the same as it is written
 * @param result the annotation of its result
 * @param scope in which the expression stands, the arguments included
 * @param location where the function stands
 */
record FunctionText(
    String name,
    int arity,
    int size,
    List<Type> parameters,
    List<Code> defaults,
    Code body,
    Expression expression,
    Optional<TypeExpression> result,
    Scope scope,
    Location location) {

  /** The number of arguments, from the first on, that a call has to give. */
  int required() {
    return defaults.isEmpty() ? arity : defaults.lastIndexOf(null) + 1;
  }
}
