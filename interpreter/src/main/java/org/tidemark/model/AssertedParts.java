package org.tidemark.model;

import java.util.ArrayList;
import java.util.List;
import org.tidemark.grammar.tree.ApproximateEquality;
import org.tidemark.grammar.tree.BinaryOperation;
import org.tidemark.grammar.tree.Expression;
import org.tidemark.grammar.tree.UnaryOperation;

/** The sides of what is asserted, whose values tell why it does not hold. */
final class AssertedParts {
  private AssertedParts() {}

  static List<Expression> of(Expression condition) {
    List<Expression> parts = new ArrayList<>();
    add(condition, parts);
    return parts;
  }

  private static void add(Expression condition, List<Expression> parts) {
    if (condition instanceof BinaryOperation binary) {
      switch (binary.operator()) {
        case AND, OR -> {
          add(binary.left(), parts);
          add(binary.right(), parts);
        }
        default -> {
          parts.add(binary.left());
          parts.add(binary.right());
        }
      }
    } else if (condition instanceof UnaryOperation unary) {
      add(unary.operand(), parts);
    } else if (condition instanceof ApproximateEquality approximate) {
      parts.add(approximate.left());
      parts.add(approximate.right());
    } else {
      parts.add(condition);
    }
  }
}
