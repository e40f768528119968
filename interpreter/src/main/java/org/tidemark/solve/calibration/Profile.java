package org.tidemark.solve.calibration;

import org.tidemark.solve.equation.Box;
import org.tidemark.solve.equation.LevenbergMarquardt;
import org.tidemark.solve.equation.VectorFunction;

/**
 * How far a parameter can go from its best value while the others, chosen anew at each place, keep
 * the sum of squared misses within one of its least (profile intervals: D. M. Bates and D. G.
 * Watts, 1988, Nonlinear Regression Analysis and Its Applications, section 6.1).
 */
final class Profile {
  private static final double RISE = 1;
  private static final int BISECTIONS = 50;

  private final VectorFunction misses;
  private final Box box;
  private final double[] best;
  private final double level;

  Profile(VectorFunction misses, Box box, double[] best, double least) {
    this.misses = misses;
    this.box = box;
    this.best = best;
    this.level = least + RISE;
  }

  Calibration.Interval interval(int j) {
    double lower = end(j, box.lower(j));
    double upper = end(j, box.upper(j));
    return new Calibration.Interval(lower, upper, lower == box.lower(j), upper == box.upper(j));
  }

  /** Goes towards a bound in growing steps, then halves the last one. */
  private double end(int j, double bound) {
    double length = Math.abs(bound - best[j]);
    if (length == 0) {
      return bound;
    }
    double[] others = without(best, j);
    double in = best[j];
    double out = bound;
    boolean found = false;
    double step = 1e-4 * Math.min(length, Math.max(Math.abs(best[j]), 1e-3 * length));
    for (int k = 0; k < 60 && !found && in != bound; k++, step *= 2) {
      double at = step >= length ? bound : best[j] + Math.copySign(step, bound - best[j]);
      double[] chosen = rechosen(j, at, others);
      if (chosen == null) {
        out = at;
        found = true;
      } else {
        in = at;
        others = chosen;
      }
    }
    if (!found) {
      return bound;
    }
    for (int k = 0; k < BISECTIONS && Math.abs(out - in) > 1e-4 * Math.abs(in - best[j]); k++) {
      double middle = in + 0.5 * (out - in);
      double[] chosen = rechosen(j, middle, others);
      if (chosen == null) {
        out = middle;
      } else {
        in = middle;
        others = chosen;
      }
    }
    return in;
  }

  /** The other parameters that do best beside this one; null where they no longer do. */
  private double[] rechosen(int j, double value, double[] others) {
    if (others.length == 0) {
      double[] there = misses.whereDefined(new double[] {value});
      return there != null && Calibrator.squares(there) <= level ? others : null;
    }
    LevenbergMarquardt.End end =
        new LevenbergMarquardt(rest -> misses.at(with(rest, j, value)), box.without(j))
            .from(others);
    return end != null && end.sum() <= level ? end.point() : null;
  }

  private static double[] without(double[] point, int dropped) {
    double[] rest = new double[point.length - 1];
    for (int k = 0; k < rest.length; k++) {
      rest[k] = point[k < dropped ? k : k + 1];
    }
    return rest;
  }

  private static double[] with(double[] rest, int j, double value) {
    double[] point = new double[rest.length + 1];
    for (int k = 0; k < point.length; k++) {
      point[k] = k < j ? rest[k] : k == j ? value : rest[k - 1];
    }
    return point;
  }
}
