package org.tidemark.solve.derivative;

import org.tidemark.solve.SymmetricGame;

/**
 * Values and exact first derivatives of the symmetric game's closed forms at one remaining
 * distance: times, values, outputs and prices of all three outcomes, and the loss from competition,
 * in each input by name.
 *
 * <p>The forms are differentiated in the log gap; what would cancel, near the crossing or far from
 * it, has a form of its own. A derivative that is infinite is given as such: without a continuation
 * value, joint output at the crossing is zero and rises like a square root, so that times have an
 * infinite slope in the continuation value and the depletion rate.
 *
 * <p>Immutable. Method: {@value #METHOD}.
 */
public final class SymmetricDerivatives {
  /** How the derivatives were found. */
  public static final String METHOD = "closed forms differentiated in the log gap";

  private final Outcome nash;
  private final Outcome cooperative;
  private final Outcome planner;
  private final Gradient loss;

  /**
   * The gradients of one outcome.
   *
   * @param time to the crossing
   * @param value of one firm
   * @param aggregateOutput of all firms
   * @param output of one firm
   * @param price at that output
   */
  public record Outcome(
      Gradient time, Gradient value, Gradient aggregateOutput, Gradient output, Gradient price) {}

  private SymmetricDerivatives(Scale scale) {
    double time = 1 / scale.rate();
    double output = scale.choke() / scale.slope();
    double value = output * (scale.choke() / scale.rate());
    NashForms apart = new NashForms(scale);
    SoleOwnerForms together = new SoleOwnerForms(scale, 2);
    SoleOwnerForms planned = new SoleOwnerForms(scale, 1);
    boolean fromNothing = apart.startsFromNothing();
    this.cooperative =
        outcome(
            scale,
            scale.gradient(time, together.time()),
            scale.gradient(value, together.value()),
            scale.gradient(output, together.output()),
            scale.gradient(scale.choke(), together.price()));
    Gradient competing =
        scale.gradient(
            output, fromNothing && scale.distance() == 0 ? together.output() : apart.output());
    this.nash =
        outcome(
            scale,
            scale.gradient(time, fromNothing ? aloneTime(together.time()) : apart.time()),
            scale.gradient(value, apart.value()),
            competing,
            competing.price(scale.choke(), scale.slope()));
    this.planner =
        outcome(
            scale,
            scale.gradient(time, planned.time()),
            scale.gradient(value, planned.valueUnderPlanner()),
            scale.gradient(output, planned.output()),
            scale.gradient(scale.choke(), planned.price()));
    this.loss = loss(scale, apart, together);
  }

  /**
   * The derivatives of a game's outcomes at a remaining distance.
   *
   * @throws org.tidemark.solve.InadmissibleGame if the distance is negative or not finite
   */
  public static SymmetricDerivatives of(SymmetricGame game, double distance) {
    return new SymmetricDerivatives(Scale.of(game, distance));
  }

  /**
   * The derivatives where the number of firms is a real number, one at least.
   *
   * @throws org.tidemark.solve.InadmissibleInput if another input is outside its domain
   * @throws IllegalArgumentException if the number of firms is below 1 or not finite
   */
  public static SymmetricDerivatives of(
      double firms,
      double choke,
      double slope,
      double discountRate,
      double continuationValue,
      double distance) {
    return new SymmetricDerivatives(
        new Scale(firms, choke, slope, discountRate, continuationValue, distance));
  }

  /** Of the Markov perfect equilibrium. */
  public Outcome nash() {
    return nash;
  }

  /** Of the outcome that maximises the firms' joint value. */
  public Outcome cooperative() {
    return cooperative;
  }

  /** Of the outcome that maximises total surplus. */
  public Outcome planner() {
    return planner;
  }

  /** Of L = 1 - V_N/V_C, see {@link org.tidemark.solve.WelfareLoss}. */
  public Gradient loss() {
    return loss;
  }

  private static Outcome outcome(
      Scale scale, Gradient time, Gradient value, Gradient output, Gradient price) {
    return new Outcome(time, value, output, output.perFirm(scale.firms()), price);
  }

  /**
   * Of a single firm without a continuation value, whose output starts from nothing; a fraction of
   * a rival more would start it from something, and shorten the last stretch without a bound.
   */
  private static Dimensionless aloneTime(Dimensionless time) {
    return new Dimensionless(
        time.value(),
        time.logChoke(),
        time.logSlope(),
        time.logRate(),
        time.sigma(),
        time.xi(),
        time.value() == 0 ? 0 : Double.NEGATIVE_INFINITY,
        time.iota());
  }

  /** L = (gain_C - gain_N)/v_C, differentiated. */
  private static Gradient loss(Scale scale, NashForms apart, SoleOwnerForms together) {
    Dimensionless nash = apart.value();
    Dimensionless joint = together.value();
    double worth = joint.value();
    if (worth == 0) {
      // at the crossing, without a continuation value, the loss falls from 1 - 1/N like a root
      double n = scale.firms();
      double steep = n == 1 ? 0 : Double.NEGATIVE_INFINITY;
      return scale.gradient(1, new Dimensionless(1 - 1 / n, 0, 0, 0, steep, steep, 1 / (n * n), 0));
    }
    double loss = (together.gain() - apart.gain()) / worth;
    double bySigma = ((together.decayLess1() - apart.decayLess1()) - loss * joint.sigma()) / worth;
    double byDistance = ((joint.xi() - nash.xi()) - loss * joint.xi()) / worth;
    double byStock = scale.sigma() * bySigma + scale.xi() * byDistance;
    return scale.gradient(
        1,
        new Dimensionless(
            loss,
            -byStock - scale.sigma() * bySigma,
            byStock,
            byStock,
            bySigma,
            byDistance,
            ((joint.firms() - nash.firms()) - loss * joint.firms()) / worth,
            ((joint.iota() - nash.iota()) - loss * joint.iota()) / worth));
  }
}
