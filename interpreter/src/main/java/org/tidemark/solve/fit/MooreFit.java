package org.tidemark.solve.fit;

import java.util.function.Supplier;

/**
 * Moore's law fitted by least squares on logarithms: ln cost = ln c - m (t - t_ref), cost falling
 * exponentially in time. The reference is the last observation.
 *
 * @param regression parameters "log_cost", at the reference, and "rate"
 * @param referenceTime time at the reference
 * @param breaks looks whether the two stay the same along time
 */
public record MooreFit(Regression regression, double referenceTime, Supplier<BreakTest> breaks) {
  private static final int LOG_COST = 0;
  private static final int RATE = 1;

  /**
   * Fits.
   *
   * @param cost unit costs or prices, above zero
   * @param time when each held
   * @throws InadmissibleFit where a logarithm does not exist, there are fewer than three rows, or
   *     all are of one time
   */
  public static MooreFit of(double[] cost, double[] time) {
    InadmissibleFit.sameLength("time", time.length, cost.length);
    double[] logCost = Logarithms.of("cost", cost);
    InadmissibleFit.finite("time", time);
    Logarithms.varies("rate", "time", time);
    double last = time[time.length - 1];
    double[] before = new double[time.length];
    for (int i = 0; i < before.length; i++) {
      before[i] = last - time[i];
    }
    LinearDesign design =
        LinearDesign.of(cost.length).withIntercept("log_cost").with("rate", before);
    return new MooreFit(
        LinearRegression.fit(design, logCost), last, () -> BreakTest.along(design, logCost, time));
  }

  /** Whether the two parameters stay the same along time; null for too few rows. */
  public BreakTest breakTest() {
    return breaks.get();
  }

  /** The cost at the reference. */
  public Estimate cost() {
    double cost = StrictMath.exp(regression.estimate(LOG_COST));
    return new Estimate(cost, cost * regression.standardError(LOG_COST));
  }

  /** m: the continuous rate at which cost falls. */
  public Estimate rate() {
    return Estimate.of(regression, RATE);
  }

  /** ln 2 / m: the time in which cost halves, negative where it doubles. */
  public Estimate halvingTime() {
    Estimate rate = rate();
    double time = StrictMath.log(2) / rate.value();
    return new Estimate(time, Math.abs(time / rate.value()) * rate.standardError());
  }

  /** The fitted cost at a time: the median of costs then. */
  public double costAt(double time) {
    return cost().value() * StrictMath.exp(-regression.estimate(RATE) * (time - referenceTime));
  }
}
