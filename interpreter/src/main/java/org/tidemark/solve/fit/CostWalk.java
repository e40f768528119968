package org.tidemark.solve.fit;

/**
 * The random walk that a series of costs is taken for, estimated from its changes, and forecasts
 * from its end with the errors of {@link ErrorLaw}. Unlike a curve fitted to the levels, a forecast
 * starts from the last cost, wherever the curve passes.
 */
public final class CostWalk {
  private final double[] past;
  private final double lastLogCost;
  private final double slope;
  private final double deviation;
  private final ErrorLaw law;
  private final ErrorLaw.Spread spread;

  private CostWalk(double[] logCost, double[] past, ErrorLaw law) {
    int m = past.length;
    this.past = past;
    this.law = law;
    this.lastLogCost = logCost[m];
    double squares = 0;
    double products = 0;
    for (int i = 0; i < m; i++) {
      squares += past[i] * past[i];
      products += past[i] * (logCost[i + 1] - logCost[i]);
    }
    this.slope = products / squares;
    double sum = 0;
    for (int i = 0; i < m; i++) {
      double noise = logCost[i + 1] - logCost[i] - slope * past[i];
      sum += noise * noise;
    }
    this.spread = law.spread(past);
    this.deviation = StrictMath.sqrt(sum / (m - 1) / spread.bias());
  }

  /**
   * A walk in time, cost falling by Moore's law.
   *
   * @param cost above zero, at equal steps of time
   * @param law how errors come about
   * @throws InadmissibleFit for fewer than four costs or one that is not positive
   */
  public static CostWalk inTime(double[] cost, ErrorLaw law) {
    double[] logCost = Logarithms.of("cost", cost);
    longEnough(cost.length);
    double[] past = new double[cost.length - 1];
    java.util.Arrays.fill(past, 1);
    return new CostWalk(logCost, past, law);
  }

  /**
   * A walk along cumulative output, cost falling by Wright's law.
   *
   * @param cost above zero, at equal steps of time
   * @param cumulative cumulative output beside each, above zero
   * @param law how errors come about
   * @throws InadmissibleFit for fewer than four costs, one that is not positive, or cumulative
   *     output that never changes
   */
  public static CostWalk withExperience(double[] cost, double[] cumulative, ErrorLaw law) {
    InadmissibleFit.sameLength("cumulative", cumulative.length, cost.length);
    double[] logCost = Logarithms.of("cost", cost);
    double[] logQuantity = Logarithms.of("cumulative", cumulative);
    longEnough(cost.length);
    Logarithms.varies("elasticity", "cumulative output", cumulative);
    return new CostWalk(logCost, changes(logQuantity), law);
  }

  private static void longEnough(int costs) {
    if (costs < 4) {
      throw new InadmissibleFit(
          "cost",
          costs,
          4,
          costs + " costs are too few to tell how much they scatter around a trend",
          "give at least 4, at equal steps of time");
    }
  }

  private static double[] changes(double[] levels) {
    double[] changes = new double[levels.length - 1];
    for (int i = 0; i < changes.length; i++) {
      changes[i] = levels[i + 1] - levels[i];
    }
    return changes;
  }

  /** By how much the logarithm of cost changes: per step, or per unit of ln cumulative output. */
  public Estimate slope() {
    double squares = 0;
    for (double x : past) {
      squares += x * x;
    }
    double[] weights = past.clone();
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      weights[i] /= squares;
      sum += weights[i] * weights[i];
      sum += i == 0 ? 0 : 2 * law.correlation() * weights[i] * weights[i - 1];
    }
    return new Estimate(slope, deviation * StrictMath.sqrt(sum));
  }

  /** The standard deviation of the noise of one change. */
  public double deviation() {
    return deviation;
  }

  /** The error law. */
  public ErrorLaw law() {
    return law;
  }

  /** The degrees of freedom that the deviation is known to. */
  public double degreesOfFreedom() {
    return spread.degreesOfFreedom();
  }

  /**
   * Forecasts a walk in time.
   *
   * @param steps of time after the last cost, above zero
   */
  public LogForecast after(double steps) {
    if (!(steps > 0) || Double.isInfinite(steps)) {
      throw new InadmissibleFit(
          "steps", steps, 0, "a forecast is of a time after the data", "ask for a later time");
    }
    return forecast(slope * steps, law.variance(past.length, steps));
  }

  /**
   * Forecasts a walk along cumulative output that is taken as known.
   *
   * @param growth the change of the logarithm of cumulative output in each step to come
   */
  public LogForecast along(double[] growth) {
    if (growth.length == 0) {
      throw new InadmissibleFit(
          "steps", 0, 0, "a forecast is of a time after the data", "ask for a later time");
    }
    double sum = 0;
    for (double x : InadmissibleFit.finite("growth", growth)) {
      sum += x;
    }
    return forecast(slope * sum, law.variance(past, growth));
  }

  private LogForecast forecast(double change, double variance) {
    return new LogForecast(
        lastLogCost + change, deviation * StrictMath.sqrt(variance), degreesOfFreedom());
  }
}
