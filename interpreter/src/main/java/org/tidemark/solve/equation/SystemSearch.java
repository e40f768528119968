package org.tidemark.solve.equation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Solutions of a square system in a box: damped Newton steps, and least squares where they lead
 * nowhere, from starts spread evenly over the box. Starts are added until the number of solutions
 * that Bayes' rule expects, given how often each was found, is the number found (C. G. E. Boender
 * and A. H. G. Rinnooy Kan, 1987, "Bayesian stopping rules for multistart global optimization
 * methods", Mathematical Programming 37, 59-80).
 */
final class SystemSearch {
  private static final String METHOD = "multi-start damped Newton and Levenberg-Marquardt";
  private static final int ROUND = 24;
  private static final int MOST = 480;

  /** Together, the starts may have this many unknowns. */
  private static final int UNKNOWNS = 4000;

  /** From this many unknowns on most of a box is its corners, so half of the starts keep inside. */
  private static final int CORNERS = 5;

  /** From this many solutions on it is looked whether they are a line. */
  private static final int MANY = 24;

  private final Equations equations;
  private final Box box;
  private final NewtonIteration newton;
  private final List<Solution> solutions = new ArrayList<>();
  private double[] nearest;
  private double nearestResidual = Double.POSITIVE_INFINITY;
  private int starts;
  private int arrived;

  SystemSearch(Equations equations) {
    this.equations = equations;
    this.box = equations.box();
    this.newton = new NewtonIteration(equations);
  }

  Solutions solve() {
    int undefined = 0;
    double[] centre = StartingPoints.in(box, 0, 1).get(0);
    int most = Math.max(2 * ROUND, Math.min(MOST, UNKNOWNS / box.size()));
    while (starts < most && !(starts >= ROUND && settled())) {
      for (double[] start : StartingPoints.in(box, starts, ROUND)) {
        starts++;
        if (box.size() >= CORNERS && starts % 2 == 0) {
          Arrays.setAll(start, j -> 0.25 * start[j] + 0.75 * centre[j]);
        }
        if (equations.differences(start) == null) {
          undefined++;
          continue;
        }
        descend(start);
      }
      refuseLine();
    }
    if (undefined == starts) {
      throw UnsolvedEquations.undefined(box, starts);
    }
    solutions.sort(
        (a, b) -> {
          for (int j = 0; j < box.size(); j++) {
            int order = Double.compare(a.value(j), b.value(j));
            if (order != 0) {
              return order;
            }
          }
          return 0;
        });
    String search =
        starts
            + " starts, "
            + arrived
            + " of which arrived"
            + (undefined > 0 ? " and " + undefined + " lay where the equations have no value" : "")
            + "; others may exist";
    double[] closest = solutions.isEmpty() ? nearest : solutions.get(0).values();
    double residual = solutions.isEmpty() ? nearestResidual : solutions.get(0).residual();
    return new Solutions(box, solutions, METHOD, search, false, closest, residual);
  }

  /** Whether, after Boender and Rinnooy Kan, no further solution is to be expected. */
  private boolean settled() {
    int w = solutions.size();
    if (w == 0) {
      return starts >= 5 * ROUND;
    }
    return arrived > w + 2 && w * (arrived - 1.0) / (arrived - w - 2.0) < w + 0.5;
  }

  private void descend(double[] start) {
    double[] end = newton.from(start);
    if (end == null || !accept(end)) {
      end = leastSquares(start);
      if (end != null) {
        accept(end);
      }
    }
  }

  /** Minimises the differences in terms of their sizes at the start. */
  private double[] leastSquares(double[] start) {
    double[] size = equations.sizes(start);
    double[] difference = equations.differences(start);
    double[][] slope =
        new Differentiation(x -> Assessment.defined(equations.differences(x)), box)
            .steering(start, difference);
    if (slope == null) {
      return null;
    }
    for (int i = 0; i < size.length; i++) {
      double reach = 0;
      for (int j = 0; j < box.size(); j++) {
        reach += Math.abs(slope[i][j]) * box.width(j);
      }
      size[i] = Math.max(Math.max(size[i], 1e-3 * reach), Double.MIN_NORMAL);
    }
    LevenbergMarquardt.End end =
        new LevenbergMarquardt(
                x -> {
                  double[] r = Assessment.defined(equations.differences(x));
                  for (int i = 0; i < r.length; i++) {
                    r[i] /= size[i];
                  }
                  return r;
                },
                box)
            .from(start);
    return end == null ? null : newton.polished(end.point());
  }

  private boolean accept(double[] end) {
    double[] point = newton.polished(end);
    Assessment assessment = Assessment.of(equations, point);
    if (assessment == null) {
      return false;
    }
    if (assessment.residual() < nearestResidual) {
      nearestResidual = assessment.residual();
      nearest = point;
    }
    boolean solves =
        assessment.residual() <= 1e-14 * box.size()
            || assessment.residual() <= 1e-9 && assessment.distance() <= 1e-9;
    if (!solves) {
      return false;
    }
    arrived++;
    for (int k = 0; k < solutions.size(); k++) {
      if (same(solutions.get(k), assessment.solution())) {
        if (assessment.residual() < solutions.get(k).residual()) {
          solutions.set(k, assessment.solution());
        }
        return true;
      }
    }
    solutions.add(assessment.solution());
    return true;
  }

  private boolean same(Solution a, Solution b) {
    for (int j = 0; j < box.size(); j++) {
      double apart = Math.abs(a.value(j) - b.value(j));
      double rounding = 1e-9 * Math.max(Math.abs(a.value(j)), 1e-6 * box.width(j));
      // a touching root is only known to half the digits
      double known = 1e4 * (a.error(j) + b.error(j));
      if (apart > Math.max(rounding, Math.min(known, 1e-3 * box.width(j)))) {
        return false;
      }
    }
    return true;
  }

  /** Many solutions without a Jacobian that tells them apart are points of a line or surface. */
  private void refuseLine() {
    long singular = solutions.stream().filter(Solution::singular).count();
    if (singular < MANY) {
      return;
    }
    List<Solution> sorted = new ArrayList<>(solutions);
    sorted.sort(Comparator.comparingDouble(s -> s.value(0)));
    double[] one = sorted.get(0).values();
    double[] other = sorted.get(sorted.size() - 1).values();
    throw UnsolvedEquations.notIsolated(
        box,
        List.of(one, other),
        "the equations do not decide between "
            + UnsolvedEquations.point(box, one)
            + " and "
            + UnsolvedEquations.point(box, other)
            + ", among others: "
            + "at least one of "
            + String.join(", ", equations.names())
            + " follows from the others");
  }
}
