package org.tidemark.spi.type;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Named values in order. */
public final class RecordType implements Type {
  private final Map<String, Type> fields;
  private final int size;
  private final int hash;

  /**
   * A record.
   *
   * @param fields the type of each value
   */
  public RecordType(Map<String, Type> fields) {
    this.fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    long parts = 1;
    int sum = 17;
    for (Map.Entry<String, Type> field : fields.entrySet()) {
      parts += field.getValue().size();
      sum += field.getKey().hashCode() ^ field.getValue().hashCode();
    }
    this.size = (int) Math.min(parts, Integer.MAX_VALUE);
    this.hash = sum;
  }

  /** The type of each value. */
  public Map<String, Type> fields() {
    return fields;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public String describe() {
    return "a record of " + String.join(", ", fields.keySet());
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof RecordType that && hash == that.hash && fields.equals(that.fields));
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
