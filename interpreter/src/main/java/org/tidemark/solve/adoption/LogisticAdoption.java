package org.tidemark.solve.adoption;

/**
 * The share of adopters s where each persuades others and some are held back or leave, at constant
 * rates: ds/dt = (B (1 - s) - kappa - mu) s with B = beta gamma (equation 9 of the working paper).
 *
 * <p>With rho = B - kappa - mu it is a logistic, s = s0 exp(rho t)/(1 + B s0 (exp(rho t) - 1)/rho).
 *
 * @param drive beta, above 0, per unit of time
 * @param contagion gamma, above 0
 * @param friction kappa, not negative, per unit of time
 * @param abandonment mu, not negative, per unit of time
 * @param initial the share at time zero, above 0 and at most 1
 */
public record LogisticAdoption(
    double drive, double contagion, double friction, double abandonment, double initial) {

  /**
   * Checks the parameters.
   *
   * @throws InadmissibleAdoption naming the first parameter outside its domain
   */
  public LogisticAdoption {
    InadmissibleAdoption.positive(
        "drive", drive, "nothing drives adoption", "give a drive above 0");
    InadmissibleAdoption.positive(
        "contagion", contagion, "nobody persuades anybody", "give a contagion above 0");
    InadmissibleAdoption.notNegative(
        "friction", friction, "friction holds back, and does not push", "give zero or more");
    InadmissibleAdoption.notNegative(
        "abandonment", abandonment, "nobody leaves at a rate below zero", "give zero or more");
    InadmissibleAdoption.positive(
        "initial", initial, "where nobody has adopted nobody is persuaded", "give a share above 0");
    if (initial > 1) {
      throw new InadmissibleAdoption(
          "initial", initial, 1, "a share is at most one", "give a share of at most 1");
    }
  }

  /** R0 = beta gamma/(kappa + mu); infinite where nothing holds adoption back. */
  public double reproductionNumber() {
    return drive * contagion / (friction + abandonment);
  }

  /** rho, the rate at which the first adoptions grow. */
  public double growth() {
    return Math.fma(drive, contagion, -(friction + abandonment));
  }

  /** The share in the long run: 1 - 1/R0, zero where R0 is at most one. */
  public double limit() {
    return Math.max(0, growth() / (drive * contagion));
  }

  /** The share after a time, which may be negative as long as the share was below one then. */
  public double share(double time) {
    if (Double.isNaN(time)) {
      throw new InadmissibleAdoption("time", time, Double.NaN, "it is not a number", "give a time");
    }
    double exponent = growth() * time;
    double spread = drive * contagion * initial;
    if (exponent > 1) {
      // divided through by exp(rho t), which may be beyond range
      double decay = StrictMath.exp(-exponent);
      return initial / (decay - spread * StrictMath.expm1(-exponent) / growth());
    }
    double grown = growth() == 0 ? time : StrictMath.expm1(exponent) / growth();
    double share = initial * StrictMath.exp(exponent) / (1 + spread * grown);
    if (!(share >= 0 && share <= 1)) {
      throw new InadmissibleAdoption(
          "time", time, 0, "the share was above one then", "ask for a later time");
    }
    return share;
  }

  /**
   * When the share is at a level: exp(rho t) = (level/s0) (rho - B s0)/(rho - B level). Infinite
   * where the share never is; negative where it was before.
   */
  public double timeAt(double level) {
    InadmissibleAdoption.positive(
        "level", level, "every share is above zero", "ask for a share above 0");
    double rate = growth();
    double spread = drive * contagion;
    double excess = (level - initial) / (initial * level);
    if (rate == 0) {
      return -excess / spread;
    }
    double ratio = rate * excess / (rate / level - spread);
    // exp(rho t) - 1
    return ratio > -1 && Double.isFinite(ratio)
        ? StrictMath.log1p(ratio) / rate
        : Double.POSITIVE_INFINITY;
  }
}
