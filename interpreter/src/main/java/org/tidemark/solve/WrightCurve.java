package org.tidemark.solve;

/**
 * Wright's learning curve: unit cost falls by the same share with every doubling of cumulative
 * output, c(Q) = c_ref (Q/Q_ref)^-alpha (equation 1 of the working paper, with the reference point
 * it leaves out).
 *
 * @param referenceCost c_ref, the cost at {@code referenceQuantity}, above 0
 * @param referenceQuantity Q_ref, a cumulative output, above 0
 * @param elasticity alpha, by which share cost falls per share of cumulative output, above 0 and
 *     below 2
 */
public record WrightCurve(double referenceCost, double referenceQuantity, double elasticity) {
  private static final double LN_2 = StrictMath.log(2);

  /** At 2 and above three quarters of the cost would go at each doubling. */
  private static final double ELASTICITY_BOUND = 2;

  /**
   * Checks the parameters.
   *
   * @throws InadmissibleCurve naming the first parameter outside its domain
   */
  public WrightCurve {
    InadmissibleCurve.positive(
        "referenceCost", referenceCost, "a cost must be positive", "give the cost at one point");
    InadmissibleCurve.positive(
        "referenceQuantity",
        referenceQuantity,
        "cumulative output must be positive where its cost is given",
        "give the cumulative output at which the cost holds");
    InadmissibleCurve.positive(
        "elasticity",
        elasticity,
        "cost that does not fall with experience never reaches a lower one",
        "give an elasticity above 0");
    if (elasticity >= ELASTICITY_BOUND) {
      throw new InadmissibleCurve(
          "elasticity",
          elasticity,
          ELASTICITY_BOUND,
          "no cost is known to fall by three quarters or more at each doubling",
          "give an elasticity below 2, and a learning rate as a learning rate");
    }
  }

  /**
   * The curve through a point with a given learning rate.
   *
   * @param learningRate share of the cost that goes at each doubling, above 0 and below 3/4
   * @throws InadmissibleCurve naming the first parameter outside its domain
   */
  public static WrightCurve ofLearningRate(
      double referenceCost, double referenceQuantity, double learningRate) {
    return new WrightCurve(referenceCost, referenceQuantity, elasticityOf(learningRate));
  }

  /**
   * The elasticity that a learning rate stands for, -log2(1 - rate).
   *
   * @throws InadmissibleCurve if the rate is not above 0 and below 3/4
   */
  public static double elasticityOf(double learningRate) {
    InadmissibleCurve.positive(
        "learningRate",
        learningRate,
        "cost that does not fall with experience never reaches a lower one",
        "give a learning rate above 0");
    if (learningRate >= 0.75) {
      throw new InadmissibleCurve(
          "learningRate",
          learningRate,
          0.75,
          "no cost is known to fall by three quarters or more at each doubling",
          "give a learning rate below 75 percent");
    }
    return -StrictMath.log1p(-learningRate) / LN_2;
  }

  /**
   * The cost at a cumulative output.
   *
   * @throws InadmissibleCurve if the output is not positive and finite
   */
  public double cost(double quantity) {
    return referenceCost * StrictMath.pow(quantityRatio(quantity), -elasticity);
  }

  /**
   * The cumulative output at which a cost is reached, Q_ref (c_ref/c)^(1/alpha).
   *
   * @throws InadmissibleCurve if the cost is not positive and finite
   */
  public double quantityAt(double cost) {
    return referenceQuantity * StrictMath.pow(costRatio(cost), 1 / elasticity);
  }

  /** dc/dQ = -alpha c/Q at a cumulative output. */
  public double slope(double quantity) {
    return -elasticity * (cost(quantity) / quantity);
  }

  /** Share of the cost that goes at each doubling, 1 - 2^-alpha. */
  public double learningRate() {
    return -StrictMath.expm1(-elasticity * LN_2);
  }

  /** Share of the cost that stays at each doubling, 2^-alpha. */
  public double progressRatio() {
    return StrictMath.pow(2, -elasticity);
  }

  /**
   * Doublings of cumulative output from one level to another; negative where it falls.
   *
   * @throws InadmissibleCurve if a level is not positive and finite
   */
  public static double doublings(double from, double to) {
    String reason = "doublings are counted between positive outputs";
    String cure = "give a cumulative output above 0";
    InadmissibleCurve.positive("from", from, reason, cure);
    InadmissibleCurve.positive("to", to, reason, cure);
    return logRatio(to, from) / LN_2;
  }

  /**
   * Doublings from the reference point to where a cost is reached; negative for a higher cost.
   *
   * @throws InadmissibleCurve if the cost is not positive and finite
   */
  public double doublingsTo(double cost) {
    costRatio(cost);
    return logRatio(referenceCost, cost) / (elasticity * LN_2);
  }

  private double quantityRatio(double quantity) {
    InadmissibleCurve.positive(
        "quantity",
        quantity,
        "the curve has no cost before anything was produced",
        "ask at a cumulative output above 0");
    return quantity / referenceQuantity;
  }

  private double costRatio(double cost) {
    InadmissibleCurve.positive(
        "cost", cost, "no output, however large, brings the cost to zero", "ask for one above 0");
    return referenceCost / cost;
  }

  /** ln(above/below), also where the two are so close that their ratio would round to 1. */
  private static double logRatio(double above, double below) {
    double ratio = above / below;
    return ratio > 0.5 && ratio < 2
        ? StrictMath.log1p((above - below) / below)
        : StrictMath.log(ratio);
  }
}
