package org.tidemark.solve.threshold;

import org.tidemark.solve.SymmetricGame;

/**
 * The maximised flow less the cost of distance, as a function of the marginal value p of distance
 * to whoever decides: H(p) = m (a^2 - linear p + quadratic p^2)/curvature, at demand factor m.
 *
 * <p>Each firm for itself: (a - p)(a - N^2 p)/(b (N+1)^2) in one firm's value. One will: (a -
 * p)^2/(2 k b) in all firms' value, k = 2 for the firms together, k = 1 for a planner.
 *
 * @param choke a
 * @param rate r
 * @param terminal value at the crossing of what p is the slope of
 * @param linear coefficient of -p
 * @param quadratic coefficient of p^2
 * @param discriminantAtRest linear^2 - 4 quadratic a^2, without cancellation
 * @param curvature the denominator
 * @param outputPerMargin aggregate output over m (a - p)
 */
record Hamiltonian(
    double choke,
    double rate,
    double terminal,
    double linear,
    double quadratic,
    double discriminantAtRest,
    double curvature,
    double outputPerMargin) {

  static Hamiltonian of(SymmetricGame game, Conduct conduct) {
    double n = game.firms();
    double a = game.choke();
    double b = game.slope();
    if (conduct == Conduct.COMPETITIVE) {
      double excess = a * (n * n - 1);
      return new Hamiltonian(
          a,
          game.discountRate(),
          game.continuationValue(),
          a * (n * n + 1),
          n * n,
          excess * excess,
          b * (n + 1) * (n + 1),
          n / (b * (n + 1)));
    }
    double k = conduct == Conduct.COOPERATIVE ? 2 : 1;
    return new Hamiltonian(
        a, game.discountRate(), n * game.continuationValue(), 2 * a, 1, 0, 2 * k * b, 1 / (k * b));
  }

  /** H at a marginal value, for demand as it is. */
  double at(double p) {
    return (choke * choke - linear * p + quadratic * p * p) / curvature;
  }

  double output(double p, double factor) {
    return factor * (choke - p) * outputPerMargin;
  }

  /** a^2 less what the terminal value needs; not above zero where the crossing is desired. */
  double shortfall(double factor) {
    return choke * choke - curvature / factor * rate * terminal;
  }

  /**
   * The discriminant of r S = H(p) + g p, the condition on the boundary where the value is S at all
   * times; NaN where the threshold recedes faster than anybody would follow.
   */
  double speedRoot(double drift, double factor) {
    double scaled = -curvature / factor * drift;
    if (!(linear + scaled > 0)) {
      return Double.NaN;
    }
    return StrictMath.sqrt(
        discriminantAtRest
            + 4 * quadratic * curvature / factor * rate * terminal
            + scaled * (2 * linear + scaled));
  }

  /** The smaller root of it, on which output is positive. */
  double boundarySlope(double drift, double factor) {
    double root = speedRoot(drift, factor);
    return 2 * shortfall(factor) / (linear - curvature / factor * drift + root);
  }
}
