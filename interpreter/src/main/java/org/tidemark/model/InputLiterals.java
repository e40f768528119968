package org.tidemark.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tidemark.check.Scope;
import org.tidemark.grammar.tree.BinaryOperation;
import org.tidemark.grammar.tree.Block;
import org.tidemark.grammar.tree.Call;
import org.tidemark.grammar.tree.Comprehension;
import org.tidemark.grammar.tree.Definition;
import org.tidemark.grammar.tree.Expression;
import org.tidemark.grammar.tree.Lambda;
import org.tidemark.grammar.tree.NameReference;
import org.tidemark.grammar.tree.NumberLiteral;
import org.tidemark.grammar.tree.Pipe;
import org.tidemark.grammar.tree.QuantityLiteral;
import org.tidemark.grammar.tree.Statement;
import org.tidemark.grammar.tree.Subexpressions;
import org.tidemark.grammar.tree.ThisReference;
import org.tidemark.grammar.tree.WithExpression;
import org.tidemark.quantity.UnitTable;

/** Tells inputs, which are written down, from results, which follow from them. */
final class InputLiterals {
  private InputLiterals() {}

  /** Whether an expression refers to no definition, so that whoever wrote it chose its value. */
  static boolean isLiteral(Expression expression, Scope scope) {
    return !refers(expression, scope, new HashSet<>())
        && !(expression instanceof Lambda && !holdsQuantity(expression));
  }

  private static boolean refers(Expression expression, Scope scope, Set<String> bound) {
    if (expression instanceof ThisReference) {
      return true;
    }
    if (expression instanceof NameReference name) {
      return !bound.contains(name.name()) && scope.resolve(name.name()).isPresent();
    }
    Set<String> inside = bound;
    if (expression instanceof Lambda lambda) {
      inside = new HashSet<>(bound);
      for (var parameter : lambda.parameters()) {
        inside.add(parameter.name());
      }
    } else if (expression instanceof Comprehension comprehension) {
      inside = new HashSet<>(bound);
      inside.add(comprehension.variable().name());
    } else if (expression instanceof Block block) {
      inside = new HashSet<>(bound);
      for (Statement statement : block.definitions()) {
        if (statement instanceof Definition definition) {
          inside.add(definition.name().name());
        }
      }
    }
    for (Expression part : Subexpressions.of(expression)) {
      if (refers(part, scope, inside)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether an expression is made of definitions and of operations that the language brings, so
   * that all its numbers come from elsewhere: {@code rent.low to rent.high}.
   */
  static boolean isOfDefinitions(Expression expression, Scope scope) {
    if (expression instanceof NumberLiteral
        || expression instanceof QuantityLiteral
        || expression instanceof Lambda
        || expression instanceof Pipe
        || expression instanceof WithExpression
        || (expression instanceof Call call && !callsVocabulary(call, scope))) {
      return false;
    }
    for (Expression part : Subexpressions.of(expression)) {
      if (!isOfDefinitions(part, scope)) {
        return false;
      }
    }
    return true;
  }

  private static boolean callsVocabulary(Call call, Scope scope) {
    return call.callee() instanceof NameReference name && scope.resolve(name.name()).isEmpty();
  }

  private static boolean holdsQuantity(Expression expression) {
    if (expression instanceof QuantityLiteral) {
      return true;
    }
    for (Expression part : Subexpressions.of(expression)) {
      if (holdsQuantity(part)) {
        return true;
      }
    }
    return false;
  }

  /** The quantities with units that are written inside a formula. */
  static List<Cell.EmbeddedLiteral> embedded(Expression expression, Scope scope, UnitTable units) {
    if (isLiteral(expression, scope)) {
      return List.of();
    }
    List<Cell.EmbeddedLiteral> found = new ArrayList<>();
    collect(expression, scope, units, found);
    return found;
  }

  private static void collect(
      Expression expression, Scope scope, UnitTable units, List<Cell.EmbeddedLiteral> found) {
    boolean quantity =
        expression instanceof QuantityLiteral
            || (expression instanceof BinaryOperation && startsWithQuantity(expression));
    if (quantity && isLiteral(expression, scope)) {
      found.add(new Cell.EmbeddedLiteral(scope.source().text(expression.span())));
      return;
    }
    if (expression instanceof WithExpression with) {
      // what is overridden is an input under its own name
      collect(with.base(), scope, units, found);
      return;
    }
    for (Expression part : Subexpressions.of(expression)) {
      collect(part, scope, units, found);
    }
  }

  private static boolean startsWithQuantity(Expression expression) {
    return expression instanceof BinaryOperation binary
        ? startsWithQuantity(binary.left())
        : expression instanceof QuantityLiteral;
  }
}
