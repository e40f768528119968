package org.tidemark.solve.optimum;

import java.util.List;
import java.util.Map;

/** What a point amounts to that was found by a method which is not one of those here. */
final class FoundPoint {
  /** A breach of a constraint, relative to its terms, that is rounding. */
  private static final double FEASIBLE = 1e-6;

  private FoundPoint() {}

  static Optimum told(Posed posed, double[] point, String method) {
    double[] y = posed.fractions(point);
    double[] values = posed.at(y);
    if (values == null) {
      throw NoOptimum.undefined(posed.given(), 1);
    }
    double[] sizes = posed.sizes(y);
    boolean[] broken = new boolean[sizes.length];
    double worst = 0;
    boolean holds = true;
    for (int i = 0; i < sizes.length; i++) {
      double slack = values[i + 1];
      double breach = posed.isEquality(i) ? Math.abs(slack) : Math.max(0, -slack);
      double relative = breach == 0 ? 0 : breach / Math.max(sizes[i], breach);
      broken[i] = relative > FEASIBLE;
      holds &= !broken[i];
      worst = Math.max(worst, relative);
    }
    if (!holds) {
      throw NoOptimum.broken(posed.names(broken), posed.point(y));
    }
    double variation = new MultiStart(posed).variation();
    double[] nearby = posed.at(new DerivativeFree(posed, variation).from(y).y());
    double gained = nearby == null ? 0 : Math.max(0, values[0] - nearby[0]);
    return new Optimum(
        posed.point(y),
        posed.sign() * values[0],
        method,
        gained / variation,
        worst,
        Map.of(),
        List.of(),
        false,
        "a search around the point gained the residual; a better point may exist");
  }
}
