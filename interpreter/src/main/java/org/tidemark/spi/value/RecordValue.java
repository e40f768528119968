package org.tidemark.spi.value;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Named values in order.
 *
 * @param fields the values
 */
public record RecordValue(Map<String, Value> fields) implements Value {
  /** Copies its map, keeping the order. */
  public RecordValue {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  @Override
  public String describe() {
    return "a record";
  }
}
