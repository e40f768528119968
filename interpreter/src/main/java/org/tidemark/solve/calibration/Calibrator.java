package org.tidemark.solve.calibration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.tidemark.solve.equation.Box;
import org.tidemark.solve.equation.Differentiation;
import org.tidemark.solve.equation.LevenbergMarquardt;
import org.tidemark.solve.equation.StartingPoints;
import org.tidemark.solve.equation.VectorFunction;

/** Chooses the parameters in a box with which a model's results come nearest to their targets. */
public final class Calibrator {
  private static final int ROUND = 8;
  private static final int STARTS = 24;
  private static final int STARTS_EACH = 8;
  private static final double SAME = 1e-5;

  private final Box box;
  private final List<Target> targets;
  private final VectorFunction model;
  private final VectorFunction misses;

  private Calibrator(Box box, List<Target> targets, VectorFunction model) {
    this.box = box;
    this.targets = targets;
    this.model = model;
    this.misses =
        parameters -> {
          double[] results = model.at(parameters);
          double[] misses = new double[results.length];
          for (int i = 0; i < misses.length; i++) {
            Target target = targets.get(i);
            misses[i] = (results[i] - target.value()) / target.tolerance();
          }
          return misses;
        };
  }

  /**
   * The calibrated parameters.
   *
   * @param box the parameters and where they may be
   * @param targets what the results should be
   * @param model the results that parameters give, in the order of the targets
   * @throws Uncalibrated where the model has no result anywhere, the box no end, or there is
   *     nothing to do
   */
  public static Calibration calibrate(Box box, List<Target> targets, VectorFunction model) {
    if (targets.isEmpty() || box.size() == 0) {
      throw Uncalibrated.empty();
    }
    if (!box.isFinite()) {
      throw Uncalibrated.unboundedBox(box);
    }
    return new Calibrator(box, targets, model).solve();
  }

  private Calibration solve() {
    List<LevenbergMarquardt.End> ends = new ArrayList<>();
    LevenbergMarquardt descent = new LevenbergMarquardt(misses, box);
    int starts = 0;
    while (starts < STARTS + STARTS_EACH * box.size() && !(starts >= 2 * ROUND && agree(ends))) {
      for (double[] start : StartingPoints.in(box, starts, ROUND)) {
        starts++;
        LevenbergMarquardt.End end = descent.from(start);
        if (end != null) {
          ends.add(end);
        }
      }
    }
    if (ends.isEmpty()) {
      throw Uncalibrated.undefined(box, starts);
    }
    ends.sort(Comparator.comparingDouble(LevenbergMarquardt.End::sum));
    double[] best = polished(ends.get(0).point());
    double sum = squares(misses.at(best));
    Identification identification = identification(best);
    List<double[]> others = new ArrayList<>();
    int reached = 0;
    int elsewhere = 0;
    for (LevenbergMarquardt.End end : ends) {
      reached += end.sum() <= sum + 1e-6 * (1 + sum) ? 1 : 0;
      if (end.sum() > sum + 1) {
        elsewhere++;
      } else if (identification.complete()
          && !same(end.point(), best)
          && others.stream().noneMatch(o -> same(o, end.point()))) {
        others.add(polished(end.point()));
      }
    }
    others.removeIf(other -> connected(best, other, sum));
    Profile profile = new Profile(misses, box, best, sum);
    List<Calibration.Interval> intervals = new ArrayList<>();
    for (int j = 0; j < box.size(); j++) {
      intervals.add(profile.interval(j));
    }
    String search =
        starts
            + " starts, "
            + reached
            + " of which did as well and "
            + elsewhere
            + " ended clearly worse; something better may exist";
    return new Calibration(
        box, targets, best, model.at(best), identification, intervals, others, search);
  }

  /** Whether many descents all ended at one place. */
  private boolean agree(List<LevenbergMarquardt.End> ends) {
    return ends.size() >= ROUND
        && ends.stream().allMatch(end -> same(end.point(), ends.get(0).point()));
  }

  /** Whether the sum of squares stays within one of its least all the way between two ends. */
  private boolean connected(double[] a, double[] b, double least) {
    for (int k = 1; k < 16; k++) {
      double[] between = new double[a.length];
      for (int j = 0; j < a.length; j++) {
        between[j] = box.clamp(j, a[j] + (b[j] - a[j]) * k / 16);
      }
      double[] there = misses.whereDefined(between);
      if (there == null || squares(there) > least + 1) {
        return false;
      }
    }
    return true;
  }

  private Identification identification(double[] at) {
    try {
      return Identification.of(box, at, new Differentiation(misses, box).jacobian(at).values());
    } catch (ArithmeticException edge) {
      double[] here = misses.at(at);
      double[][] slopes = new Differentiation(misses, box).steering(at, here);
      return Identification.of(
          box, at, slopes == null ? new double[here.length][at.length] : slopes);
    }
  }

  /**
   * Gauss-Newton steps with accurate slopes, which a sum of squares near its least cannot steer.
   */
  private double[] polished(double[] start) {
    double[] x = start;
    double previous = 1e-4;
    for (int k = 0; k < 12; k++) {
      double[] step = step(x);
      if (step == null) {
        return x;
      }
      double length = 0;
      double[] to = new double[x.length];
      for (int j = 0; j < x.length; j++) {
        to[j] = box.clamp(j, x[j] + step[j]);
        length = Math.max(length, Math.abs(to[j] - x[j]) / Math.max(unit(x, j), 1e-300));
      }
      double[] there = misses.whereDefined(to);
      if (!(length < 0.7 * previous)
          || there == null
          || squares(there) > squares(misses.at(x)) * (1 + 1e-9) + 1e-20) {
        return x;
      }
      x = to;
      previous = length;
    }
    return x;
  }

  private double unit(double[] x, int j) {
    return Identification.unit(box, x, j);
  }

  private double[] step(double[] x) {
    double[] here = misses.at(x);
    double[][] slopes;
    try {
      slopes = new Differentiation(misses, box).jacobian(x).values();
    } catch (ArithmeticException edge) {
      return null;
    }
    double[][] scaled = new double[Math.max(here.length, x.length)][x.length];
    double[] right = new double[scaled.length];
    for (int i = 0; i < here.length; i++) {
      right[i] = -here[i];
    }
    for (int j = 0; j < x.length; j++) {
      double pull = 0;
      for (int i = 0; i < here.length; i++) {
        pull += slopes[i][j] * here[i];
      }
      boolean held = x[j] <= box.lower(j) && pull >= 0 || x[j] >= box.upper(j) && pull <= 0;
      for (int i = 0; !held && i < here.length; i++) {
        scaled[i][j] = slopes[i][j] * unit(x, j);
      }
    }
    double[] solved =
        new SingularValueDecomposition(new Array2DRowRealMatrix(scaled, false))
            .getSolver()
            .solve(new ArrayRealVector(right, false))
            .toArray();
    for (int j = 0; j < x.length; j++) {
      solved[j] *= unit(x, j);
      if (!Double.isFinite(solved[j])) {
        return null;
      }
    }
    return solved;
  }

  private boolean same(double[] a, double[] b) {
    for (int j = 0; j < a.length; j++) {
      double size = Math.max(Math.abs(a[j]), 1e-3 * box.width(j));
      if (Math.abs(a[j] - b[j]) > SAME * size) {
        return false;
      }
    }
    return true;
  }

  static double squares(double[] misses) {
    double sum = 0;
    for (double miss : misses) {
      sum += miss * miss;
    }
    return sum;
  }
}
