package org.tidemark.solve;

/**
 * The path that one will chooses for the industry, be it the firms' joint one or a planner's.
 *
 * <p>Both maximise a flow (choke - k slope Q/2) Q and a terminal value N S, with k = 2 for the
 * firms, who get the price, and k = 1 for the planner, who counts the buyers too. The Bellman
 * equation r W = max_Q [a Q - k b Q^2/2 - W' Q] gives, in units of choke, slope and discount rate,
 *
 * <pre>
 *   Q = (1 - W')/k,   W = k Q^2/2,   1 - k Q = W' = y0 exp(-d),
 *   k x = k Q0 d + y0 (d - 1 + exp(-d)),   T = d,
 * </pre>
 *
 * that is, d is the discounted time to the crossing. With k = 2 this is (C-exact) of the working
 * paper and the crossing time that follows from it; with k = 1 the planner's analogue. For one firm
 * it is (N-exact) too.
 */
final class SoleOwnerPath {
  private final SymmetricGame game;
  private final double weight;
  private final double shortfall;
  private final SaturatingPath path;

  /**
   * @param weight k, the fall of marginal benefit per fall in price: 2 for the firms, 1 for society
   */
  SoleOwnerPath(SymmetricGame game, double weight) {
    this.game = game;
    this.weight = weight;
    double multiple = 2 * weight * game.firms();
    this.shortfall = game.shortfall(multiple);
    double start = StrictMath.sqrt(multiple * game.sigma());
    this.path = new SaturatingPath(start, shortfall / (1 + start), 1);
  }

  SaturatingPath.LogGap logGap(double remaining) {
    return path.invert(weight * game.xi(remaining));
  }

  CrossingRegime regime() {
    return CrossingRegime.of(shortfall);
  }

  /** W', the user cost to whoever decides. */
  double userCost(double d) {
    return path.gap(d);
  }

  double output(double d) {
    return path.level(d) / weight;
  }

  double price(double d) {
    return (weight - 1 + path.gap(d)) / weight;
  }

  /** W less its terminal value. */
  double objectiveGain(double d) {
    return path.rise(d) * (path.level(d) + path.start()) / (2 * weight);
  }

  /** W. */
  double objective(double d) {
    double level = path.level(d);
    return level * level / (2 * weight);
  }

  /** The integral of exp(-(d - e)) Q(e)^2 / 2 over the log gaps e still to close. */
  double consumerSurplusValue(double d) {
    double start = path.start();
    double discount = StrictMath.exp(-d);
    double onImpact = start * start * -StrictMath.expm1(-d);
    double mixed = 2 * start * Exponentials.lag(d);
    return (Exponentials.dampedSinhExcess(d) + discount * (mixed + onImpact))
        / (2 * weight * weight);
  }

  /**
   * What the objective, the user cost and the output miss the Bellman equation by. The objective is
   * passed in, so that it can be one put together another way.
   */
  double bellmanResidual(double d, double objective) {
    double cost = path.gap(d);
    double missing = objective - (1 - cost) * (1 - cost) / (2 * weight);
    double size = (1 + Math.abs(cost)) * (1 + Math.abs(cost)) / (2 * weight);
    return Math.abs(missing) / size;
  }

  /** What the objective misses k x = A d - (k Q - k Q0) by, with Q taken from the objective. */
  double closedFormResidual(double d, double objective, double remaining) {
    double level = StrictMath.sqrt(2 * weight * objective);
    double missing = (path.start() - level) + d - weight * game.xi(remaining);
    double size = path.start() + level + d;
    return size == 0 ? 0 : Math.abs(missing) / size;
  }

  double distance(double d) {
    return game.distanceScale() * (path.distance(d) / weight);
  }

  double distanceCrossedIn(double time) {
    InadmissibleGame.notNegative(
        "time", time, "the crossing lies ahead", "ask for a time of zero or later");
    return distance(game.discounted(time));
  }

  double priceNegativeBelow() {
    if (path.startGap() >= 1 - weight) {
      return 0;
    }
    return weight == 1
        ? Double.POSITIVE_INFINITY
        : distance(StrictMath.log(path.startGap() / (1 - weight)));
  }
}
