package org.tidemark.spi.type;

/**
 * A list of values of one type.
 *
 * @param element the type of each; {@link BasicType#UNKNOWN} for the empty list
 */
public record ListType(Type element) implements Type {
  @Override
  public int size() {
    return Math.min(element.size(), Integer.MAX_VALUE - 1) + 1;
  }

  @Override
  public String describe() {
    return element == BasicType.UNKNOWN ? "a list" : "a list, each " + element.describe();
  }
}
