package org.tidemark.spi.type;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Named values in order.
 *
 * @param fields the type of each
 */
public record RecordType(Map<String, Type> fields) implements Type {
  /** Copies its map, keeping the order. */
  public RecordType {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  @Override
  public String describe() {
    return "a record of " + String.join(", ", fields.keySet());
  }
}
