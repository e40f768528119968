package org.tidemark.solve.adoption;

/**
 * By how long adoption takes off after the hardware is cheap enough, while production grows at a
 * constant rate and friction fades: Q(t) = Q0 exp(g t), kappa(t) = kappa_inf + (kappa_0 -
 * kappa_inf) exp(-t/tau).
 *
 * <p>The hardware's time is that at which cost is c*; adoption's that at which R0 is one. The drive
 * (c* - c) + lambda rises and friction falls, so there is one such time at most, found by bisected
 * Newton steps; it may come first, where adopters gain enough beside the cost.
 *
 * @param advantage what adoption saves, with the friction of time zero
 * @param finalFriction kappa_inf, not above the friction of time zero
 * @param fading tau, above 0
 * @param elasticity of the cost in cumulative output, above 0
 * @param hardware cumulative output at which the cost is c*
 * @param cumulative Q0, cumulative output at time zero, above 0
 * @param growth g, above 0
 */
public record AdoptionLag(
    CostAdvantage advantage,
    double finalFriction,
    double fading,
    double elasticity,
    double hardware,
    double cumulative,
    double growth) {

  /** Doublings of the time in which adoption is looked for. */
  private static final int REACH = 60;

  /**
   * Checks the parameters.
   *
   * @throws InadmissibleAdoption naming the first parameter outside its domain
   */
  public AdoptionLag {
    InadmissibleAdoption.notNegative(
        "finalFriction", finalFriction, "friction does not push", "give zero or more");
    if (finalFriction > advantage.friction()) {
      throw new InadmissibleAdoption(
          "finalFriction",
          finalFriction,
          advantage.friction(),
          "friction that grows may stop an adoption that has begun, so there is no one lag",
          "let the friction fade");
    }
    InadmissibleAdoption.positive(
        "fading", fading, "friction takes time to fade", "give a time above 0");
    InadmissibleAdoption.positive(
        "elasticity", elasticity, "cost has to fall with experience", "give one above 0");
    InadmissibleAdoption.positive(
        "hardware", hardware, "cumulative output is above zero", "give the hardware threshold");
    InadmissibleAdoption.positive(
        "cumulative", cumulative, "growth in proportion starts from something", "give one above 0");
    InadmissibleAdoption.positive(
        "growth", growth, "production that does not grow reaches nothing", "give one above 0");
  }

  /** When the cost reaches c*; negative where it has. */
  public double hardwareTime() {
    return StrictMath.log(hardware / cumulative) / growth;
  }

  /** When R0 reaches one: zero where it is one or more already, infinite where it never does. */
  public double adoptionTime() {
    if (excess(0) >= 0) {
      return 0;
    }
    if (!(limit() > 0)) {
      return Double.POSITIVE_INFINITY;
    }
    double above = 1 / growth;
    for (int i = 0; excess(above) < 0; i++) {
      if (i == REACH) {
        return Double.POSITIVE_INFINITY;
      }
      above *= 2;
    }
    double below = 0;
    double time = above;
    for (double width = above; width > Math.ulp(above); ) {
      double value = excess(time);
      if (value < 0) {
        below = time;
      } else {
        above = time;
      }
      double newton = time - value / slope(time);
      double next = newton > below && newton < above ? newton : below + (above - below) / 2;
      width = Math.abs(next - time);
      time = next;
    }
    return time;
  }

  /** {@link #adoptionTime} less {@link #hardwareTime}. */
  public double lag() {
    return adoptionTime() - hardwareTime();
  }

  /** By what gamma (c* - c + lambda) exceeds kappa + mu. */
  private double excess(double time) {
    double cheaper = -advantage.parity() * StrictMath.expm1(costExponent(time));
    return advantage.contagion() * (cheaper + advantage.latency())
        - friction(time)
        - advantage.abandonment();
  }

  private double slope(double time) {
    double cost = advantage.parity() * StrictMath.exp(costExponent(time));
    return advantage.contagion() * cost * elasticity * growth
        + (friction(time) - finalFriction) / fading;
  }

  private double limit() {
    return advantage.contagion() * (advantage.parity() + advantage.latency())
        - finalFriction
        - advantage.abandonment();
  }

  private double friction(double time) {
    return finalFriction + (advantage.friction() - finalFriction) * StrictMath.exp(-time / fading);
  }

  /** ln(c/c*). */
  private double costExponent(double time) {
    return -elasticity * growth * (time - hardwareTime());
  }
}
