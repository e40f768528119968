package org.tidemark.grammar.tree;

import java.util.ArrayList;
import java.util.List;

/** The expressions directly inside an expression. */
public final class Subexpressions {
  private Subexpressions() {}

  /** They, in the order of the text; local definitions of a block by their values. */
  public static List<Expression> of(Expression expression) {
    List<Expression> inner = new ArrayList<>();
    if (expression instanceof QuantityLiteral literal) {
      inner.add(literal.unit());
    } else if (expression instanceof TextLiteral text) {
      for (TextPart part : text.parts()) {
        if (part instanceof TextPart.Hole hole) {
          inner.add(hole.expression());
        }
      }
    } else if (expression instanceof MemberAccess access) {
      inner.add(access.target());
    } else if (expression instanceof IndexAccess access) {
      inner.add(access.target());
      inner.add(access.index());
    } else if (expression instanceof Call call) {
      inner.add(call.callee());
      call.arguments().forEach(argument -> inner.add(argument.value()));
    } else if (expression instanceof TableLiteral table) {
      table.rows().forEach(row -> inner.addAll(row.cells()));
    } else if (expression instanceof WithExpression with) {
      inner.add(with.base());
      with.overrides().forEach(override -> inner.add(override.value()));
    } else if (expression instanceof UnaryOperation unary) {
      inner.add(unary.operand());
    } else if (expression instanceof BinaryOperation binary) {
      inner.add(binary.left());
      inner.add(binary.right());
    } else if (expression instanceof RangeExpression range) {
      inner.add(range.from());
      inner.add(range.to());
      range.step().ifPresent(inner::add);
    } else if (expression instanceof ApproximateEquality approximate) {
      inner.add(approximate.left());
      inner.add(approximate.right());
      approximate.tolerance().ifPresent(inner::add);
    } else if (expression instanceof Conversion conversion) {
      inner.add(conversion.value());
    } else if (expression instanceof Pipe pipe) {
      inner.add(pipe.value());
      inner.add(pipe.stage());
    } else if (expression instanceof Conditional conditional) {
      inner.add(conditional.condition());
      inner.add(conditional.consequence());
      inner.add(conditional.alternative());
    } else if (expression instanceof Lambda lambda) {
      inner.add(lambda.body());
    } else if (expression instanceof ListLiteral list) {
      inner.addAll(list.elements());
    } else if (expression instanceof Comprehension comprehension) {
      inner.add(comprehension.source());
      inner.add(comprehension.element());
      comprehension.condition().ifPresent(inner::add);
    } else if (expression instanceof RecordLiteral record) {
      record.entries().forEach(entry -> inner.add(entry.value()));
    } else if (expression instanceof Block block) {
      for (Statement statement : block.definitions()) {
        if (statement instanceof Definition definition) {
          inner.add(definition.value());
        }
      }
      inner.add(block.result());
    }
    return inner;
  }
}
