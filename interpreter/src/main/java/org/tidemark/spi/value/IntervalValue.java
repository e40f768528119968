package org.tidemark.spi.value;

import java.util.Optional;

/**
 * An interval, or a sequence where it has a step.
 *
 * @param from its first value
 * @param to its last value, at most
 * @param step the distance between the values of a sequence
 */
public record IntervalValue(Value from, Value to, Optional<Value> step) implements Value {
  /** The lower of its ends. */
  public Value low() {
    return isFalling() ? to : from;
  }

  /** The upper of its ends. */
  public Value high() {
    return isFalling() ? from : to;
  }

  /** Whether it is written from its upper end to its lower, as a sequence may be. */
  private boolean isFalling() {
    if (from instanceof QuantityValue a && to instanceof QuantityValue b) {
      return a.quantity().magnitude() > b.quantity().magnitude();
    }
    if (from instanceof DateValue a && to instanceof DateValue b) {
      return a.year() > b.year();
    }
    return from == SpecialValue.NEVER;
  }

  @Override
  public String describe() {
    return "an interval";
  }
}
