package org.tidemark.solve.threshold;

import java.util.function.DoubleUnaryOperator;

/**
 * A threshold given as a function of time, smooth but for a few kinks, whose speed is found by
 * differentiating Chebyshev polynomials through it. It is never asked for at times before zero.
 */
public final class FunctionThreshold implements ThresholdPath {
  private final PiecewiseChebyshev level;

  /**
   * A function.
   *
   * @param level the threshold at a time from zero on
   * @param span a time over which it does not change much in character, above 0; up to as much more
   *     than a crossing takes may be asked for
   */
  public FunctionThreshold(DoubleUnaryOperator level, double span) {
    this.level =
        new PiecewiseChebyshev(
            level,
            InadmissibleThreshold.positive(
                "span", span, "changes take time", "give the time over which it changes"));
  }

  @Override
  public double rise(double from, double to) {
    return level.value(to) - level.value(from);
  }

  @Override
  public double rate(double time) {
    return level.derivative(time);
  }

  @Override
  public String method() {
    return "threshold as a function of time, through Chebyshev points";
  }
}
