package org.tidemark.spi.type;

/**
 * An interval or a sequence, {@code 2..10}.
 *
 * @param element the type of its ends
 */
public record IntervalType(Type element) implements Type {
  @Override
  public String describe() {
    return "an interval of " + element.describe();
  }
}
