package org.tidemark.vocab.charts;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.tidemark.spi.Problem;

/** Leaves gaps where there is no solution, and remembers why. */
public final class Gaps {
  private Problem first;
  private boolean anything;

  /** The same function, not a number where there is no solution. */
  public DoubleUnaryOperator in(DoubleUnaryOperator function) {
    return at -> {
      try {
        double value = function.applyAsDouble(at);
        anything |= Double.isFinite(value);
        return value;
      } catch (Problem problem) {
        if (!problem.isNoSolution()) {
          throw problem;
        }
        first = first == null ? problem : first;
        return Double.NaN;
      }
    };
  }

  /**
   * Why there are gaps, where there are some.
   *
   * @throws Problem where there is nothing else
   */
  public List<String> notes() {
    if (first != null && !anything) {
      throw first;
    }
    return Optional.ofNullable(first).map(why -> "for example: " + why.getMessage()).stream()
        .toList();
  }
}
