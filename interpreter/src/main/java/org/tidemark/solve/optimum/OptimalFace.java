package org.tidemark.solve.optimum;

import java.util.ArrayList;
import java.util.List;
import org.tidemark.solve.aside.Watched;

/**
 * All optima of a linear or convex quadratic programme, once one and its multipliers are known: by
 * complementary slackness, the feasible points at which every condition with a positive multiplier
 * is tight (and along which a quadratic objective neither bends nor slopes).
 */
final class OptimalFace {
  private static final double APART = 1e-7;

  private OptimalFace() {}

  /** Points of the face far apart along some unknown, empty where it is a point. */
  static List<double[]> ends(Polyhedron feasible, List<Polyhedron.Row> tight, double[] optimum) {
    List<Polyhedron.Row> equalities = new ArrayList<>();
    for (Polyhedron.Row row : tight) {
      // what rounding leaves of a slack must not empty the face
      double right = NonNegativeLeastSquares.dot(row.slopes(), optimum);
      equalities.add(new Polyhedron.Row(row.slopes(), right, true));
    }
    Polyhedron face = feasible.with(equalities);
    List<double[]> ends = new ArrayList<>();
    for (int j = 0; j < optimum.length; j++) {
      for (int sign = -1; sign <= 1; sign += 2) {
        Watched.look();
        double[] along = new double[optimum.length];
        along[j] = sign;
        Polyhedron.Outcome outcome = face.minimise(along);
        if (outcome.end() == Polyhedron.End.OPTIMAL) {
          add(ends, outcome.point(), optimum);
        }
      }
    }
    return ends;
  }

  private static void add(List<double[]> ends, double[] point, double[] optimum) {
    if (same(point, optimum)) {
      return;
    }
    for (double[] end : ends) {
      if (same(point, end)) {
        return;
      }
    }
    ends.add(point);
  }

  static boolean same(double[] a, double[] b) {
    for (int j = 0; j < a.length; j++) {
      if (Math.abs(a[j] - b[j]) > APART * Math.max(1, Math.abs(a[j]))) {
        return false;
      }
    }
    return true;
  }
}
