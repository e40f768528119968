package org.tidemark.vocab.industry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.tidemark.quantity.Dimension;
import org.tidemark.quantity.Quantity;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.quantity.UnitTable;
import org.tidemark.spi.Surroundings;

/**
 * Finds out in what the cumulative output of a function is counted, by trying: a lambda says what
 * it takes only by what it does with it.
 */
final class Stocks {
  /** Where a function with bounds, such as a series, may be defined: 1e-6 to 1e24 base units. */
  private static final int LOWEST = -6;

  private static final int HIGHEST = 24;
  private static final int STEP = 3;

  private Stocks() {}

  /** The unit of the first dimension in which a law gives costs that pass the test. */
  static Optional<UnitExpression> find(
      Surroundings surroundings, Law law, Predicate<Quantity> fits) {
    List<UnitExpression> candidates = candidates(surroundings.units());
    for (UnitExpression candidate : candidates) {
      if (fitsAt(law, new Quantity(1, candidate), fits)) {
        return Optional.of(candidate);
      }
    }
    for (UnitExpression candidate : candidates) {
      surroundings.checkpoint();
      for (int e = LOWEST; e <= HIGHEST; e += STEP) {
        if (fitsAt(law, new Quantity(StrictMath.pow(10, e), candidate), fits)) {
          return Optional.of(candidate);
        }
      }
    }
    return Optional.empty();
  }

  private static boolean fitsAt(Law law, Quantity cumulative, Predicate<Quantity> fits) {
    try {
      return fits.test(law.cost(cumulative));
    } catch (RuntimeException undefined) {
      // which exception it is, is up to whoever evaluates the function
      return false;
    }
  }

  /** A unit of each dimension that has a name, pure numbers first. */
  private static List<UnitExpression> candidates(UnitTable units) {
    List<UnitExpression> candidates = new ArrayList<>();
    List<Dimension> seen = new ArrayList<>();
    candidates.add(UnitExpression.NONE);
    seen.add(Dimension.NONE);
    for (String name : units.names()) {
      Dimension dimension = units.find(name).orElseThrow().dimension();
      if (!seen.contains(dimension)) {
        seen.add(dimension);
        candidates.add(UnitExpression.coherent(dimension));
      }
    }
    return candidates;
  }
}
