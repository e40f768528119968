package org.tidemark.vocab.common;

import java.util.List;

/**
 * The key of a value that has parts.
 *
 * @param sort what the value is
 * @param parts their keys
 */
record CompositeKey(String sort, List<Object> parts) implements Comparable<CompositeKey> {
  /** An order that is good for finding keys; those that it does not tell apart may differ. */
  @Override
  public int compareTo(CompositeKey other) {
    int shared = Math.min(parts.size(), other.parts.size());
    for (int i = 0; i < shared; i++) {
      int order = compare(parts.get(i), other.parts.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(parts.size(), other.parts.size());
  }

  private static int compare(Object one, Object other) {
    if (one instanceof String x && other instanceof String y) {
      return x.compareTo(y);
    }
    if (one instanceof Double x && other instanceof Double y) {
      return x.compareTo(y);
    }
    if (one instanceof CompositeKey x && other instanceof CompositeKey y) {
      return x.compareTo(y);
    }
    return 0;
  }
}
