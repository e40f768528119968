package org.tidemark.solve.threshold;

import java.util.function.DoubleUnaryOperator;
import org.tidemark.solve.Exponentials;
import org.tidemark.solve.Quadrature;

/**
 * The factor by which the quantity demanded at every price is multiplied at a time, so that the
 * slope of the inverse demand is divided by it.
 */
public final class DemandGrowth {
  /** Demand that stays as it is. */
  public static final DemandGrowth NONE = new DemandGrowth(null);

  private final DoubleUnaryOperator factor;

  private DemandGrowth(DoubleUnaryOperator factor) {
    this.factor = factor;
  }

  /** A factor above zero, as a function of the time since the start. */
  public static DemandGrowth by(DoubleUnaryOperator factor) {
    return new DemandGrowth(factor);
  }

  /**
   * The same for a factor that is costly to ask for: through Chebyshev points.
   *
   * @param span a time over which it does not change much in character, above 0
   */
  public static DemandGrowth by(DoubleUnaryOperator factor, double span) {
    InadmissibleThreshold.positive(
        "span", span, "changes take time", "give the time over which it changes");
    return new DemandGrowth(new PiecewiseChebyshev(factor, span)::value);
  }

  /** Whether demand stays as it is. */
  public boolean isNone() {
    return factor == null;
  }

  /**
   * The factor at a time.
   *
   * @throws InadmissibleThreshold if it is not positive and finite
   */
  public double at(double time) {
    if (factor == null) {
      return 1;
    }
    return InadmissibleThreshold.positive(
        "demand growth",
        factor.applyAsDouble(time),
        "demand neither vanishes nor turns round",
        "give a factor above 0 at all times");
  }

  /**
   * Integrals of the factor m from one time to another, taken by quadrature unless it is one.
   *
   * @param plain of m
   * @param lag of m (1 - exp(-r (to - s)))
   * @param forward of m exp(-r (s - from))
   * @param error an estimate of the largest of their errors
   */
  record Integrals(double plain, double lag, double forward, double error) {
    /** Of m exp(-r (to - s)). */
    double backward() {
      return plain - lag;
    }
  }

  Integrals integrals(double from, double to, double rate) {
    double span = to - from;
    if (factor == null) {
      double decayed = -StrictMath.expm1(-rate * span) / rate;
      return new Integrals(span, lag(rate * span) / rate, decayed, 0);
    }
    Quadrature plain = Quadrature.of(this::at, from, to);
    Quadrature lag = Quadrature.of(s -> -at(s) * StrictMath.expm1(-rate * (to - s)), from, to);
    Quadrature forward = Quadrature.of(s -> at(s) * StrictMath.exp(-rate * (s - from)), from, to);
    return new Integrals(
        plain.value(),
        lag.value(),
        forward.value(),
        Math.max(plain.error(), Math.max(lag.error(), forward.error())));
  }

  /** d - 1 + exp(-d), of either sign. */
  private static double lag(double d) {
    if (d >= 0) {
      return Exponentials.lag(d);
    }
    if (d < -1) {
      return d + StrictMath.expm1(-d);
    }
    double tail = 1;
    for (int k = 20; k >= 3; k--) {
      tail = 1 - d / k * tail;
    }
    return d * d / 2 * tail;
  }
}
