package org.tidemark.solve.game;

/**
 * The way beyond the place from which on nothing changes any more, but what firms that have shut
 * down wait for and the buyers' surplus, which follow exponentials in time.
 */
final class Tail extends Piece {
  private static final double ARRIVED = 4e-17;

  private final double[] start;
  private final double[] slopes;
  private final double[] rates;
  private final double surplus;

  /**
   * The last piece.
   *
   * @param slopes of the state at its beginning
   * @param rates at which each group discounts, and last the buyers; NaN where they have none
   * @param surplus of buyers, per unit of time, from here on
   */
  Tail(
      double from,
      double[] start,
      double[] slopes,
      Activity[] regime,
      double[] rates,
      double surplus) {
    super(from, Double.POSITIVE_INFINITY, regime);
    this.start = start;
    this.slopes = slopes;
    this.rates = rates;
    this.surplus = surplus;
  }

  /**
   * Whether the state no longer changes, but for what firms that have shut down wait for.
   *
   * @param flow by which prices times outputs are counted, for rounding: a value in equilibrium is
   *     a square, and known as well as its root
   */
  static boolean reached(
      double[] state,
      double[] slopes,
      double output,
      Activity[] regime,
      double[] rates,
      double flow) {
    for (int i = 0; i < regime.length; i++) {
      double worth = rates[i] * Math.abs(state[i]);
      if (regime[i] != Activity.SHUT_DOWN
          && !(Math.abs(slopes[i]) * output <= ARRIVED * StrictMath.sqrt(worth * flow))) {
        return false;
      }
    }
    return true;
  }

  @Override
  void evaluate(double x, double[] state, double[] slope) {
    int n = rates.length - 1;
    double since = (x - from()) * slopes[n];
    for (int i = 0; i < n; i++) {
      double left = StrictMath.exp(-rates[i] * since);
      state[i] = regime()[i] == Activity.SHUT_DOWN ? start[i] * left : start[i];
      if (slope != null) {
        slope[i] = slopes[i] * left;
      }
    }
    state[n] = start[n] + since;
    boolean buyers = !Double.isNaN(rates[n]);
    double left = buyers ? StrictMath.exp(-rates[n] * since) : 0;
    double forEver = buyers ? surplus / rates[n] : 0;
    state[n + 1] = forEver + (start[n + 1] - forEver) * left;
    if (slope != null) {
      slope[n] = slopes[n];
      slope[n + 1] = slopes[n + 1] * left;
    }
  }

  @Override
  double[] end() {
    throw new IllegalStateException("the last piece has no end");
  }
}
