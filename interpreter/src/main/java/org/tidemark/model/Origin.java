package org.tidemark.model;

import java.util.List;
import java.util.Optional;
import org.tidemark.spi.Evidence;
import org.tidemark.spi.value.Value;

/**
 * A value and the definitions that it comes from.
 *
 * @param name of the definition, or the expression as it was asked
 * @param text its right side as written; empty where it is the name itself
 * @param value its value
 * @param grade how it is known, where that is said
 * @param source where from; empty where that is not said
 * @param parts what it is made of
 * @param left how many more parts there are, which are not listed
 * @param seen whether its parts stand further above already
 */
public record Origin(
    String name,
    String text,
    Value value,
    Optional<Evidence.Grade> grade,
    String source,
    List<Origin> parts,
    int left,
    boolean seen) {
  /** Copies its list. */
  public Origin {
    parts = List.copyOf(parts);
  }
}
