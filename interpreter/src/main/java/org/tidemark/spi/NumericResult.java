package org.tidemark.spi;

import java.util.Optional;
import org.tidemark.quantity.Dimension;

/**
 * What a function gives to a solver.
 *
 * @param size how many numbers, those of lists one after the other
 * @param dates whether they may be dates, as decimal years, besides quantities
 * @param dimension that they must have, where it matters
 */
public record NumericResult(int size, boolean dates, Optional<Dimension> dimension) {
  /** One quantity. */
  public static NumericResult quantity() {
    return new NumericResult(1, false, Optional.empty());
  }

  /** One quantity of a dimension. */
  public static NumericResult quantity(Dimension dimension) {
    return new NumericResult(1, false, Optional.of(dimension));
  }

  /** So many quantities or dates. */
  public static NumericResult numbers(int size) {
    return new NumericResult(size, true, Optional.empty());
  }
}
