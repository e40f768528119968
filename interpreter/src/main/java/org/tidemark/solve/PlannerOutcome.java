package org.tidemark.solve;

/**
 * What a planner would have the firms do, who maximises the present value W of consumer surplus,
 * profits and, at the crossing, the firms' continuation values:
 *
 * <pre>  r W = max_Q [a Q - b Q^2/2 - W' Q],   W(0) = N S.</pre>
 *
 * <p>So the price equals the user cost, P = W', and b Q = sqrt(2 b r W). Integrating W' = a - b Q
 * gives b r x = a ln((a - b Q0)/(a - b Q)) - (b Q - b Q0), and r T is the logarithm in it. The
 * value of a firm is that of its share of the profits along that path and its continuation value:
 *
 * <pre>  N V = exp(-d) [N S + y0 (d - 1 + exp(-d)) + y0 z0 (1 - exp(-d))],   d = r T,</pre>
 *
 * <p>in units of choke, slope and discount rate, where y0 and z0 = 1 - y0 are price and output at
 * the crossing. It is not monotone: far from the crossing the price is next to nothing.
 */
public final class PlannerOutcome implements RemainingDistanceSolution {
  private static final String FORM = "closed form (planner, log-gap form)";

  private final SymmetricGame game;
  private final SoleOwnerPath path;

  PlannerOutcome(SymmetricGame game) {
    this.game = game;
    this.path = new SoleOwnerPath(game, 1);
  }

  @Override
  public SymmetricGame game() {
    return game;
  }

  @Override
  public String method() {
    return FORM;
  }

  @Override
  public CrossingRegime regime() {
    return path.regime();
  }

  /** {@link SymmetricGame#plannerBound}. */
  @Override
  public double continuationValueBound() {
    return game.plannerBound();
  }

  @Override
  public double priceNegativeBelow() {
    return path.priceNegativeBelow();
  }

  @Override
  public OutcomeAtDistance at(double remaining) {
    SaturatingPath.LogGap gap = path.logGap(remaining);
    double d = gap.value();
    double terminal = terminalValue();
    double profitValue = profitValue(d);
    double industryGain = profitValue + terminal * StrictMath.expm1(-d);
    double industry = profitValue + terminal * StrictMath.exp(-d);
    double welfare = industry + path.consumerSurplusValue(d);
    DimensionlessOutcome outcome =
        new DimensionlessOutcome(
            industryGain / game.firms(),
            industry / game.firms(),
            industryMarginalValue(d) / game.firms(),
            path.userCost(d),
            path.output(d),
            path.price(d),
            d,
            path.bellmanResidual(d, welfare),
            path.closedFormResidual(d, welfare, remaining),
            gap.steps());
    return new OutcomeAtDistance(game, remaining, FORM, outcome);
  }

  /** W, what the planner maximises, at a remaining distance. */
  public double totalSurplusValue(double remaining) {
    double d = path.logGap(remaining).value();
    double gain = path.objectiveGain(d);
    return gain >= 0
        ? game.firms() * game.continuationValue() + game.valueScale() * gain
        : game.valueScale() * path.objective(d);
  }

  /** {@inheritDoc} All of them closed forms. */
  @Override
  public PresentValues presentValues(double remaining) {
    double d = path.logGap(remaining).value();
    double scale = game.valueScale();
    return new PresentValues(
        scale * profitValue(d),
        scale * (terminalValue() * StrictMath.exp(-d)),
        scale * path.consumerSurplusValue(d),
        0);
  }

  @Override
  public double distanceCrossedIn(double time) {
    return path.distanceCrossedIn(time);
  }

  private double terminalValue() {
    return game.firms() * game.sigma();
  }

  /** The integral of exp(-(d - e)) y(e) (1 - y(e)) over the log gaps e still to close. */
  private double profitValue(double d) {
    double onImpact = path.output(0) * -StrictMath.expm1(-d);
    return path.userCost(d) * (Exponentials.lag(d) + onImpact);
  }

  /** The derivative of N V in the log gap, over that of the distance, which is output. */
  private double industryMarginalValue(double d) {
    double discount = StrictMath.exp(-d);
    double closed = -StrictMath.expm1(-d);
    double start = path.output(0);
    double output = path.output(d);
    if (output == 0) {
      return path.userCost(0);
    }
    double profitSlope =
        path.userCost(d) * (closed - Exponentials.lag(d) + start * (discount - closed));
    return (profitSlope - terminalValue() * discount) / output;
  }
}
