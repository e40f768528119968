package org.tidemark.solve;

/**
 * What firms do that maximise their joint value: (C-exact) of the working paper, and the crossing
 * time T_C = ln((a - 2 s0)/(a - 2 s))/r, with s = sqrt(b N r V), that follows from it.
 *
 * <p>With a continuation value of zero, output and times do not depend on the number of firms.
 */
public final class CooperativeOutcome implements RemainingDistanceSolution {
  static final String FORM = "closed form (C-exact, log-gap form)";

  private final SymmetricGame game;
  private final SoleOwnerPath path;

  CooperativeOutcome(SymmetricGame game) {
    this.game = game;
    this.path = new SoleOwnerPath(game, 2);
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

  /** {@link SymmetricGame#cooperativeBound}. */
  @Override
  public double continuationValueBound() {
    return game.cooperativeBound();
  }

  @Override
  public double priceNegativeBelow() {
    return path.priceNegativeBelow();
  }

  @Override
  public OutcomeAtDistance at(double remaining) {
    SaturatingPath.LogGap gap = path.logGap(remaining);
    double d = gap.value();
    int firms = game.firms();
    double gain = path.objectiveGain(d);
    double value = gain >= 0 ? game.sigma() + gain / firms : path.objective(d) / firms;
    DimensionlessOutcome outcome =
        new DimensionlessOutcome(
            gain / firms,
            value,
            path.userCost(d) / firms,
            path.userCost(d),
            path.output(d),
            path.price(d),
            d,
            path.bellmanResidual(d, firms * value),
            path.closedFormResidual(d, firms * value, remaining),
            gap.steps());
    return new OutcomeAtDistance(game, remaining, FORM, outcome);
  }

  /** {@inheritDoc} All of them closed forms. */
  @Override
  public PresentValues presentValues(double remaining) {
    double d = path.logGap(remaining).value();
    double terminal = game.firms() * game.sigma();
    double scale = game.valueScale();
    return new PresentValues(
        scale * (path.objectiveGain(d) - terminal * StrictMath.expm1(-d)),
        scale * (terminal * StrictMath.exp(-d)),
        scale * path.consumerSurplusValue(d),
        0);
  }

  @Override
  public double distanceCrossedIn(double time) {
    return path.distanceCrossedIn(time);
  }
}
