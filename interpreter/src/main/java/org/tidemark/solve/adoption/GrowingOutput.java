package org.tidemark.solve.adoption;

/**
 * Output that grows at a constant rate: q(t) = q0 exp(g t), so that cumulative output is Q(t) = Q0
 * + q0 (exp(g t) - 1)/g.
 *
 * @param cumulative Q0, made before time zero, not negative
 * @param output q0, at time zero, above 0, per unit of time
 * @param growth g, per unit of time; zero for constant output, negative for a shrinking one
 */
public record GrowingOutput(double cumulative, double output, double growth) {

  /**
   * Checks the parameters.
   *
   * @throws InadmissibleAdoption naming the first parameter outside its domain
   */
  public GrowingOutput {
    InadmissibleAdoption.notNegative(
        "cumulative", cumulative, "nobody has made less than nothing", "give zero or more");
    InadmissibleAdoption.positive(
        "output", output, "without output nothing is ever reached", "give an output above 0");
    if (!Double.isFinite(growth)) {
      throw new InadmissibleAdoption(
          "growth", growth, Double.NaN, "it is not a finite number", "give a finite growth rate");
    }
  }

  /** Output that keeps its ratio to cumulative output, which then grows at that rate itself. */
  public static GrowingOutput inProportion(double cumulative, double growth) {
    return new GrowingOutput(cumulative, growth * cumulative, growth);
  }

  /** Cumulative output after a time. */
  public double after(double time) {
    double exponent = growth * time;
    return cumulative
        + output * (exponent == 0 ? time : time * (StrictMath.expm1(exponent) / exponent));
  }

  /**
   * When cumulative output reaches a level, and how that moves with the parameters: infinite where
   * all the output to come is not enough, negative where the level has been passed.
   *
   * @throws InadmissibleAdoption if the level is not finite
   */
  public Reached timeTo(double level) {
    if (!Double.isFinite(level)) {
      throw new InadmissibleAdoption(
          "level", level, Double.NaN, "it is not a finite number", "ask for a finite level");
    }
    double gap = level - cumulative;
    double ratio = growth * (gap / output);
    if (ratio <= -1) {
      return new Reached(Double.POSITIVE_INFINITY, 0, 0, 0, 0);
    }
    double time = growth == 0 ? gap / output : StrictMath.log1p(ratio) / growth;
    double then = output * (1 + ratio);
    double byGrowth =
        Math.abs(ratio) < 1e-3 ? bySmallGrowth(gap, ratio) : (gap / then - time) / growth;
    return new Reached(time, 1 / then, -1 / then, -gap / output / then, byGrowth);
  }

  /** (x/(1 + x) - ln(1 + x))/x^2 times (gap/q0)^2, as a series. */
  private double bySmallGrowth(double gap, double x) {
    double sum = 0;
    for (int k = 8; k >= 2; k--) {
      sum = (k - 1.0) / k - x * sum;
    }
    return -(gap / output) * (gap / output) * sum;
  }

  /**
   * When a level is reached.
   *
   * @param time from now
   * @param byLevel derivative in the level
   * @param byCumulative in Q0
   * @param byOutput in q0
   * @param byGrowth in g
   */
  public record Reached(
      double time, double byLevel, double byCumulative, double byOutput, double byGrowth) {}
}
