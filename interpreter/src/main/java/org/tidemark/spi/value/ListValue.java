package org.tidemark.spi.value;

import java.util.List;

/**
 * Values in order.
 *
 * @param elements the values
 */
public record ListValue(List<Value> elements) implements Value {
  /** Copies its list. */
  public ListValue {
    elements = List.copyOf(elements);
  }

  @Override
  public String describe() {
    return "a list";
  }
}
