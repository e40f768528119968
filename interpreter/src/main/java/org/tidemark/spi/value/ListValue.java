package org.tidemark.spi.value;

import java.util.List;
import org.tidemark.solve.aside.Watched;

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

  /** As lists are; those of long texts and of lists take long, and can be stopped. */
  @Override
  public boolean equals(Object other) {
    if (this == other) {
      return true;
    }
    if (!(other instanceof ListValue that) || elements.size() != that.elements.size()) {
      return false;
    }
    for (int i = 0; i < elements.size(); i++) {
      Watched.look();
      if (!elements.get(i).equals(that.elements.get(i))) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int hashCode() {
    return elements.hashCode();
  }

  @Override
  public String describe() {
    return "a list";
  }
}
