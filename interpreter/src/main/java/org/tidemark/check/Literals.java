package org.tidemark.check;

import java.util.Optional;
import java.util.OptionalDouble;
import org.tidemark.grammar.tree.BinaryOperation;
import org.tidemark.grammar.tree.BinaryOperator;
import org.tidemark.grammar.tree.Call;
import org.tidemark.grammar.tree.Expression;
import org.tidemark.grammar.tree.NameReference;
import org.tidemark.grammar.tree.NumberLiteral;
import org.tidemark.grammar.tree.QuantityLiteral;
import org.tidemark.grammar.tree.RangeExpression;
import org.tidemark.grammar.tree.TextLiteral;
import org.tidemark.grammar.tree.UnaryOperation;
import org.tidemark.quantity.CalendarDate;
import org.tidemark.quantity.Quantity;

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

  /** The decimal year of {@code date(2024)}, {@code date(2024, 6)} and the like. */
  static Optional<Double> date(Expression expression) {
    if (!(expression instanceof Call call)
        || !(call.callee() instanceof NameReference name)
        || !name.name().equals("date")
        || call.arguments().isEmpty()) {
      return Optional.empty();
    }
    int[] parts = {0, 1, 1};
    for (int i = 0; i < call.arguments().size(); i++) {
      Expression part = call.arguments().get(i).value();
      if (i == 0 && part instanceof TextLiteral text && text.isConstant()) {
        OptionalDouble parsed = CalendarDate.parse(text.constant());
        return parsed.isPresent() ? Optional.of(parsed.getAsDouble()) : Optional.empty();
      }
      if (i >= parts.length
          || !(part instanceof NumberLiteral number)
          || number.value() != Math.rint(number.value())) {
        return Optional.empty();
      }
      parts[i] = (int) number.value();
    }
    try {
      return Optional.of(CalendarDate.of(parts[0], parts[1], parts[2]));
    } catch (IllegalArgumentException noDate) {
      // whoever evaluates it says what is wrong with it
      return Optional.empty();
    }
  }
}
