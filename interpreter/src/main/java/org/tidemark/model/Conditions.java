package org.tidemark.model;

import java.util.function.ToDoubleFunction;
import org.tidemark.grammar.source.Location;
import org.tidemark.grammar.tree.BinaryOperator;
import org.tidemark.spi.Moment;
import org.tidemark.spi.RunningBody.Condition;
import org.tidemark.spi.value.DateValue;
import org.tidemark.spi.value.SpecialValue;
import org.tidemark.spi.value.Value;

/** Conditions of events as numbers that change their sign. */
final class Conditions {
  /** Stands for a gap without end, such as that between a date and never. */
  private static final double ENDLESS = 1e300;

  private Conditions() {}

  static Condition of(LoweredBody.Condition lowered, Frame frame, Location location) {
    if (lowered.second() != null) {
      Condition first = of(lowered.first(), frame, location);
      Condition second = of(lowered.second(), frame, location);
      return lowered.operator() == BinaryOperator.AND
          ? new Condition.Both(first, second)
          : new Condition.Either(first, second);
    }
    if (lowered.first() != null) {
      return new Condition.Not(of(lowered.first(), frame, location));
    }
    if (lowered.right() != null) {
      boolean above =
          lowered.operator() == BinaryOperator.GREATER
              || lowered.operator() == BinaryOperator.GREATER_EQUAL;
      boolean atZero =
          lowered.operator() == BinaryOperator.LESS_EQUAL
              || lowered.operator() == BinaryOperator.GREATER_EQUAL;
      return new Condition.Compared(
          difference(lowered, frame, Conditions::number),
          difference(lowered, frame, Conditions::tangent),
          above,
          atZero);
    }
    return new Condition.Truth(
        moment ->
            Arithmetic.truth(
                frame.evaluation.at(moment, null, () -> lowered.left().evaluate(frame)),
                frame,
                location));
  }

  /** The left side minus the right, of what is taken of each. */
  private static ToDoubleFunction<Moment> difference(
      LoweredBody.Condition lowered, Frame frame, ToDoubleFunction<Value> of) {
    return moment ->
        of.applyAsDouble(frame.evaluation.at(moment, null, () -> lowered.left().evaluate(frame)))
            - of.applyAsDouble(
                frame.evaluation.at(moment, null, () -> lowered.right().evaluate(frame)));
  }

  private static double tangent(Value value) {
    return Members.quantity(value).map(quantity -> quantity.tangent()).orElse(0.0);
  }

  /** Dates count in years; what cannot be compared counts as undefined. */
  private static double number(Value value) {
    if (value instanceof DateValue date) {
      return date.year();
    }
    if (value == SpecialValue.NEVER) {
      return ENDLESS;
    }
    return Members.quantity(value).map(quantity -> quantity.magnitude()).orElse(Double.NaN);
  }
}
