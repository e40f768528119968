package org.tidemark.session;

import java.util.List;
import java.util.Optional;
import org.tidemark.spi.Evidence;
import org.tidemark.spi.value.Value;

/**
 * A value and the definitions that it comes from.
 *
 * @param name of the definition, or the expression as it was asked
 * @param text its right side as written
 * @param value its value
 * @param grade how it is known, where it is an input
 * @param source where from
 * @param parts what it is made of
 * @param left how many more parts it has, which are not listed
 * @param seen whether its parts stand further above already
 */
public record Derivation(
    String name,
    String text,
    Value value,
    Optional<Evidence.Grade> grade,
    String source,
    List<Derivation> parts,
    int left,
    boolean seen) {
  /** Copies its list. */
  public Derivation {
    parts = List.copyOf(parts);
  }
}
