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
  @Override
  public String describe() {
    return "an interval";
  }
}
