package org.tidemark.vocab.industry;

import java.util.List;

/**
 * What a curve is called and what changed it.
 *
 * @param name of its declaration, or in words
 * @param identity of its declaration; null where it has none
 * @param multipliers the names of the multipliers in force
 */
record CurveLabel(String name, Object identity, List<String> multipliers) {
  CurveLabel {
    multipliers = List.copyOf(multipliers);
  }

  /** A curve that nobody declared. */
  static CurveLabel unnamed(String words) {
    return new CurveLabel(words, null, List.of());
  }
}
