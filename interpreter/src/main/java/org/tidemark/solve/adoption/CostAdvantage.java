package org.tidemark.solve.adoption;

import org.tidemark.solve.WrightCurve;

/**
 * How the drive to adopt grows with what adoption saves: beta = (c* - c) + lambda, one per unit of
 * cost, against friction kappa and abandonment mu. All four are in the unit of cost.
 *
 * <p>R0 = gamma beta/(kappa + mu) is one at the cost
 *
 * <pre>  c** = c* M,   M = 1 - (kappa + mu)/(gamma c*) + lambda/c*,</pre>
 *
 * <p>which a Wright curve reaches at M^(-1/alpha) times the cumulative output at which it reaches
 * c*: equation 10 of the working paper, which leaves beta out; with this one it is exact.
 *
 * @param parity c*, the cost at which there is neither gain nor loss, above 0
 * @param friction kappa, not negative
 * @param abandonment mu, not negative
 * @param contagion gamma, by how much one adopter's advantage persuades the next, above 0
 * @param latency lambda, what adopters gain beside the cost, not negative
 */
public record CostAdvantage(
    double parity, double friction, double abandonment, double contagion, double latency) {

  /**
   * Checks the parameters.
   *
   * @throws InadmissibleAdoption naming the first parameter outside its domain
   */
  public CostAdvantage {
    InadmissibleAdoption.positive(
        "parity", parity, "a cost is above zero", "give the cost at which there is no gain");
    InadmissibleAdoption.notNegative(
        "friction", friction, "friction holds back, and does not push", "give zero or more");
    InadmissibleAdoption.notNegative(
        "abandonment", abandonment, "nobody leaves at a rate below zero", "give zero or more");
    InadmissibleAdoption.positive(
        "contagion",
        contagion,
        "without contagion adoption spreads at no cost, however low",
        "give a contagion above 0");
    InadmissibleAdoption.notNegative(
        "latency", latency, "a drawback belongs to the friction", "give zero or more");
  }

  /** R0 at a cost; infinite where nothing holds adoption back, zero where nothing drives it. */
  public double reproductionNumber(double cost) {
    InadmissibleAdoption.notNegative(
        "cost", cost, "a cost is not below zero", "ask for zero or more");
    double drive = Math.max(0, (parity - cost) + latency);
    return drive == 0 ? 0 : contagion * drive / (friction + abandonment);
  }

  /** The largest R0 there can be, that at no cost. */
  public double largestReproductionNumber() {
    return reproductionNumber(0);
  }

  /** M = c** over c*; not positive where R0 stays below one at any cost. */
  public double costRatio() {
    return 1 - (friction + abandonment) / contagion / parity + latency / parity;
  }

  /**
   * Everything about the threshold along a Wright curve.
   *
   * @throws InadmissibleAdoption if no cost, however low, brings R0 to one
   */
  public AdoptionThreshold threshold(WrightCurve curve) {
    return threshold(curve.quantityAt(parity), curve.elasticity());
  }

  /**
   * Everything about the threshold where the cumulative output at c* is known.
   *
   * @param hardware the cumulative output at which the cost reaches c*, above 0
   * @param elasticity of the cost in cumulative output, above 0
   * @throws InadmissibleAdoption if no cost, however low, brings R0 to one
   */
  public AdoptionThreshold threshold(double hardware, double elasticity) {
    InadmissibleAdoption.positive(
        "hardware", hardware, "cumulative output is above zero", "give the hardware threshold");
    InadmissibleAdoption.positive(
        "elasticity",
        elasticity,
        "cost that does not fall with experience never reaches a lower one",
        "give an elasticity above 0");
    double ratio = costRatio();
    double barrier = (friction + abandonment) / contagion;
    if (!(ratio > 0)) {
      throw new InadmissibleAdoption(
          "friction",
          friction,
          contagion * (parity + latency) - abandonment,
          "friction and abandonment outweigh the advantage even at no cost: R0 stays at or below "
              + largestReproductionNumber()
              + ", so no cumulative output brings it to one",
          "lower the friction, or raise the contagion or the advantage beside cost");
    }
    double logRatio =
        StrictMath.abs(ratio - 1) < 0.5
            ? StrictMath.log1p((latency - barrier) / parity)
            : StrictMath.log(ratio);
    double factor = StrictMath.exp(-logRatio / elasticity);
    double perCost = 1 / (elasticity * parity * ratio);
    return new AdoptionThreshold(
        parity * ratio,
        factor,
        hardware * factor,
        perCost / contagion,
        -perCost,
        -perCost * barrier / contagion,
        logRatio / (elasticity * elasticity),
        perCost * (latency - barrier) / parity);
  }
}
