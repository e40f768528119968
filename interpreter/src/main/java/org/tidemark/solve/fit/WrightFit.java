package org.tidemark.solve.fit;

import java.util.function.Supplier;

/**
 * Wright's law fitted by least squares on logarithms: ln cost = ln c - b (ln Q - ln Q_ref) (Wright,
 * "Factors affecting the cost of airplanes", 1936). The reference is the last observation, from
 * where forecasts start.
 *
 * @param regression parameters "log_cost", at the reference, and "elasticity"
 * @param referenceQuantity cumulative output at the reference
 * @param breaks looks whether the two stay the same along cumulative output
 */
public record WrightFit(
    Regression regression, double referenceQuantity, Supplier<BreakTest> breaks) {
  private static final int LOG_COST = 0;
  private static final int ELASTICITY = 1;
  private static final double LN_2 = StrictMath.log(2);

  /**
   * Fits.
   *
   * @param cost unit costs or prices, above zero
   * @param cumulative cumulative output beside each, above zero
   * @throws InadmissibleFit where a logarithm does not exist, there are fewer than three rows, or
   *     cumulative output is the same in all of them
   */
  public static WrightFit of(double[] cost, double[] cumulative) {
    InadmissibleFit.sameLength("cumulative", cumulative.length, cost.length);
    double[] logCost = Logarithms.of("cost", cost);
    double[] logQuantity = Logarithms.of("cumulative", cumulative);
    Logarithms.varies("elasticity", "cumulative output", cumulative);
    double last = logQuantity[logQuantity.length - 1];
    double[] fallen = new double[logQuantity.length];
    for (int i = 0; i < fallen.length; i++) {
      fallen[i] = last - logQuantity[i];
    }
    LinearDesign design =
        LinearDesign.of(cost.length).withIntercept("log_cost").with("elasticity", fallen);
    return new WrightFit(
        LinearRegression.fit(design, logCost),
        cumulative[cumulative.length - 1],
        () -> BreakTest.along(design, logCost, cumulative));
  }

  /** Whether the two parameters stay the same along cumulative output; null for too few rows. */
  public BreakTest breakTest() {
    return breaks.get();
  }

  /** The cost at the reference. */
  public Estimate cost() {
    double cost = StrictMath.exp(regression.estimate(LOG_COST));
    return new Estimate(cost, cost * regression.standardError(LOG_COST));
  }

  /** b: by which share cost falls per share of cumulative output. */
  public Estimate elasticity() {
    return Estimate.of(regression, ELASTICITY);
  }

  /** 1 - 2^-b: the share of cost that goes at each doubling; its error by the delta method. */
  public Estimate learningRate() {
    double rate = -StrictMath.expm1(-LN_2 * elasticity().value());
    return new Estimate(rate, progressRatio().standardError());
  }

  /** 2^-b: the share of cost that stays at each doubling; its error by the delta method. */
  public Estimate progressRatio() {
    Estimate elasticity = elasticity();
    double ratio = StrictMath.exp(-LN_2 * elasticity.value());
    return new Estimate(ratio, LN_2 * ratio * elasticity.standardError());
  }

  /** The interval of the learning rate that belongs to Student's t for the elasticity. */
  public Interval learningRate(double level) {
    Interval elasticity = regression.interval(ELASTICITY, level);
    return new Interval(
        -StrictMath.expm1(-LN_2 * elasticity.low()), -StrictMath.expm1(-LN_2 * elasticity.high()));
  }

  /** The fitted cost at a cumulative output: the median of costs there. */
  public double costAt(double cumulative) {
    return cost().value()
        * StrictMath.pow(cumulative / referenceQuantity, -regression.estimate(ELASTICITY));
  }
}
