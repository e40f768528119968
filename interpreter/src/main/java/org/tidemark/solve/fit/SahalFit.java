package org.tidemark.solve.fit;

/**
 * Wright's law beside Moore's. Where cumulative output grows exponentially at rate g, cost that
 * falls with experience at elasticity b also falls in time at rate b g, and the two cannot be told
 * apart (Sahal, "A theory of progress functions", 1979). This fits both, the growth between them,
 * and says how far the data tell one from the other.
 *
 * @param wright cost on cumulative output
 * @param moore cost on time
 * @param growth logarithm of cumulative output on time: parameters "log_cumulative" and "growth"
 * @param untold nothing, or why the data cannot tell experience from time
 */
public record SahalFit(WrightFit wright, MooreFit moore, Regression growth, String untold) {
  private static final int GROWTH = 1;

  /**
   * With errors inflated by more than this, the two move together too closely: a variance inflation
   * of 100, at which the correlation is 0.995.
   */
  private static final double INFLATION = 100;

  /**
   * Fits.
   *
   * @param cost unit costs or prices, above zero
   * @param cumulative cumulative output beside each, above zero
   * @param time when each held
   * @throws InadmissibleFit as Wright's and Moore's fits do
   */
  public static SahalFit of(double[] cost, double[] cumulative, double[] time) {
    WrightFit wright = WrightFit.of(cost, cumulative);
    MooreFit moore = MooreFit.of(cost, time);
    double[] since = new double[time.length];
    for (int i = 0; i < since.length; i++) {
      since[i] = time[i] - moore.referenceTime();
    }
    Regression growth =
        LinearRegression.fit(
            LinearDesign.of(time.length).withIntercept("log_cumulative").with("growth", since),
            Logarithms.of("cumulative", cumulative));
    double inflation = 1 / Math.max(1 - growth.rSquared(), Double.MIN_NORMAL);
    String untold =
        inflation > INFLATION ? "cumulative output grows so evenly that it moves as time does" : "";
    return new SahalFit(wright, moore, growth, untold);
  }

  /** g: the continuous rate at which cumulative output grows. */
  public Estimate growthRate() {
    return Estimate.of(growth, GROWTH);
  }

  /**
   * b g: the rate at which cost falls if all of it is experience; its error by the delta method.
   */
  public Estimate impliedRate() {
    Estimate b = wright.elasticity();
    Estimate g = growthRate();
    return new Estimate(
        b.value() * g.value(),
        StrictMath.hypot(g.value() * b.standardError(), b.value() * g.standardError()));
  }

  /** m / g: the elasticity if all of the fall is time's; its error by the delta method. */
  public Estimate impliedElasticity() {
    Estimate m = moore.rate();
    Estimate g = growthRate();
    double elasticity = m.value() / g.value();
    return new Estimate(
        elasticity,
        StrictMath.hypot(
            m.standardError() / g.value(), elasticity * g.standardError() / g.value()));
  }
}
