package org.tidemark.api;

import java.util.Objects;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.value.Value;

/**
 * A value with what was known of it before anything ran: which members an object has, what a
 * function takes. Immutable; the value may have work left to do.
 *
 * @param value the value
 * @param type its type
 */
public record TypedValue(Value value, Type type) {
  /** Refuses to be without one of the two. */
  public TypedValue {
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(type, "type");
  }
}
