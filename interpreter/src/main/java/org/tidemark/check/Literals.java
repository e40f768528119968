package org.tidemark.check;

import java.util.Optional;
import org.tidemark.grammar.tree.BinaryOperation;
import org.tidemark.grammar.tree.BinaryOperator;
import org.tidemark.grammar.tree.Expression;
import org.tidemark.grammar.tree.NameReference;
import org.tidemark.grammar.tree.NumberLiteral;
import org.tidemark.grammar.tree.QuantityLiteral;
import org.tidemark.grammar.tree.RangeExpression;
import org.tidemark.grammar.tree.UnaryOperation;
import org.tidemark.quantity.Quantity;
import org.tidemark.quantity.UnitExpression;

/** Constants that are written in place, which the checker may look at before anything runs. */
public final class Literals {
  private Literals() {}

  /** Whether an expression is a number without a unit, with a sign at most. */
  public static boolean isBareNumber(Expression expression) {
    return expression instanceof NumberLiteral
        || (expression instanceof UnaryOperation unary && unary.operand() instanceof NumberLiteral);
  }

  /**
   * Whether an expression is made of bare numbers only, as the value, an interval or an uncertain
   * value, so that an annotation's unit applies to it: {@code param capex: BUSD/year = 600}.
   */
  public static boolean takesUnit(Expression expression) {
    if (expression instanceof BinaryOperation binary
        && (binary.operator() == BinaryOperator.TO
            || binary.operator() == BinaryOperator.PLUS_MINUS)) {
      return isBareNumber(binary.left()) && isBareNumber(binary.right());
    }
    if (expression instanceof RangeExpression range) {
      return isBareNumber(range.from())
          && isBareNumber(range.to())
          && range.step().map(Literals::isBareNumber).orElse(true);
    }
    return isBareNumber(expression);
  }

  /** Whether an expression is the literal 0. */
  public static boolean isZero(Expression expression) {
    return expression instanceof NumberLiteral number && number.value() == 0;
  }

  /** The quantity of an expression of numbers and units only; empty where it holds more. */
  public static Optional<Quantity> quantity(Expression expression, UnitReader units) {
    if (expression instanceof NumberLiteral number) {
      return Optional.of(Quantity.pure(number.value()));
    }
    if (expression instanceof QuantityLiteral literal) {
      return units.unit(literal.unit()).map(u -> Quantity.of(literal.number().value(), u));
    }
    if (expression instanceof NameReference) {
      return units.unit(expression).map(u -> Quantity.of(1, u));
    }
    if (expression instanceof UnaryOperation unary) {
      return quantity(unary.operand(), units).map(Quantity::negate);
    }
    if (expression instanceof BinaryOperation binary) {
      BinaryOperator operator = binary.operator();
      if (operator == BinaryOperator.POWER) {
        return UnitReader.exponent(binary.right())
            .flatMap(
                exponent ->
                    quantity(binary.left(), units)
                        .map(q -> q.power(exponent.toDouble(), exponent)));
      }
      if (operator == BinaryOperator.MULTIPLY || operator == BinaryOperator.DIVIDE) {
        Optional<Quantity> left = quantity(binary.left(), units);
        Optional<Quantity> right = quantity(binary.right(), units);
        if (left.isPresent() && right.isPresent()) {
          return Optional.of(
              operator == BinaryOperator.MULTIPLY
                  ? left.get().times(right.get())
                  : left.get().over(right.get()));
        }
      }
    }
    return Optional.empty();
  }

  /** The unit in which a constant is written; none where it is a bare number. */
  static UnitExpression unit(Expression expression, UnitReader units) {
    return quantity(expression, units).map(Quantity::unit).orElse(UnitExpression.NONE);
  }
}
