package org.tidemark.solve.optimum;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.exception.MathIllegalStateException;
import org.apache.commons.math3.optim.MaxIter;
import org.apache.commons.math3.optim.PointValuePair;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NoFeasibleSolutionException;
import org.apache.commons.math3.optim.linear.NonNegativeConstraint;
import org.apache.commons.math3.optim.linear.PivotSelectionRule;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.apache.commons.math3.optim.linear.UnboundedSolutionException;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.tidemark.solve.equation.Box;

/**
 * Points of a box with affine conditions on them, searched by the two-phase simplex method (Commons
 * Math, with Bland's rule, which cannot cycle).
 */
final class Polyhedron {
  /** Rows are brought to size one first, so these are relative. */
  private static final double TOLERANCE = 1e-9;

  private static final double SMALLEST_PIVOT = 1e-11;

  private final Box box;
  private final List<Row> rows = new ArrayList<>();

  /** slopes . y &gt;= right, or equal to it. */
  record Row(double[] slopes, double right, boolean equality) {
    double size() {
      double size = 0;
      for (double slope : slopes) {
        size = Math.max(size, Math.abs(slope));
      }
      return size;
    }

    double slack(double[] y) {
      return NonNegativeLeastSquares.dot(slopes, y) - right;
    }
  }

  /** How a search ended. */
  enum End {
    OPTIMAL,
    INFEASIBLE,
    UNBOUNDED,
    UNRESOLVED
  }

  record Outcome(End end, double[] point) {}

  Polyhedron(Box box) {
    this.box = box;
  }

  Polyhedron with(List<Row> more) {
    Polyhedron narrower = new Polyhedron(box);
    narrower.rows.addAll(rows);
    narrower.rows.addAll(more);
    return narrower;
  }

  Polyhedron within(Box other) {
    Polyhedron narrower = new Polyhedron(other);
    narrower.rows.addAll(rows);
    return narrower;
  }

  List<Row> rows() {
    return rows;
  }

  /** The conditions and the finite bounds, all as rows. */
  List<Row> all() {
    List<Row> all = new ArrayList<>(rows);
    for (int j = 0; j < box.size(); j++) {
      if (Double.isFinite(box.lower(j))) {
        all.add(bound(j, 1, box.lower(j)));
      }
      if (Double.isFinite(box.upper(j))) {
        all.add(bound(j, -1, -box.upper(j)));
      }
    }
    return all;
  }

  private Row bound(int j, double slope, double right) {
    double[] slopes = new double[box.size()];
    slopes[j] = slope;
    return new Row(slopes, right, false);
  }

  /** The point that makes slopes . y smallest. */
  Outcome minimise(double[] slopes) {
    double size = new Row(slopes, 0, false).size();
    List<LinearConstraint> constraints = new ArrayList<>();
    for (Row row : rows) {
      if (!add(constraints, row)) {
        return new Outcome(End.INFEASIBLE, null);
      }
    }
    for (int j = 0; j < box.size(); j++) {
      if (Double.isFinite(box.upper(j)) && Double.isFinite(box.lower(j))) {
        add(constraints, bound(j, -1, -box.upper(j)));
      }
    }
    double[] objective = columns(slopes, size > 0 ? size : 1);
    try {
      PointValuePair best =
          new SimplexSolver(TOLERANCE, 10, SMALLEST_PIVOT)
              .optimize(
                  new MaxIter(20_000),
                  new LinearObjectiveFunction(objective, 0),
                  new LinearConstraintSet(constraints),
                  new NonNegativeConstraint(true),
                  GoalType.MINIMIZE,
                  PivotSelectionRule.BLAND);
      return new Outcome(End.OPTIMAL, point(best.getPoint()));
    } catch (NoFeasibleSolutionException none) {
      return new Outcome(End.INFEASIBLE, null);
    } catch (UnboundedSolutionException further) {
      return new Outcome(End.UNBOUNDED, null);
    } catch (MathIllegalStateException unresolved) {
      return new Outcome(End.UNRESOLVED, null);
    }
  }

  /** Whether the row leaves anything. */
  private boolean add(List<LinearConstraint> constraints, Row row) {
    double size = row.size();
    double right = row.right();
    for (int j = 0; j < box.size(); j++) {
      right -= row.slopes()[j] * shift(j);
    }
    if (!(size > 0)) {
      double allowed = TOLERANCE * Math.max(1, Math.abs(row.right()));
      return row.equality() ? Math.abs(right) <= allowed : right <= allowed;
    }
    constraints.add(
        new LinearConstraint(
            columns(row.slopes(), size),
            row.equality() ? Relationship.EQ : Relationship.GEQ,
            right / size));
    return true;
  }

  /** Each unknown as what it exceeds its bound by; one without bounds as a difference of two. */
  private double[] columns(double[] slopes, double size) {
    double[] columns = new double[count()];
    int k = 0;
    for (int j = 0; j < box.size(); j++) {
      columns[k++] = direction(j) * slopes[j] / size;
      if (isFree(j)) {
        columns[k++] = -slopes[j] / size;
      }
    }
    return columns;
  }

  private double[] point(double[] columns) {
    double[] y = new double[box.size()];
    int k = 0;
    for (int j = 0; j < y.length; j++) {
      double value = direction(j) * columns[k++];
      if (isFree(j)) {
        value -= columns[k++];
      }
      y[j] = box.clamp(j, shift(j) + value);
    }
    return y;
  }

  private int count() {
    int count = 0;
    for (int j = 0; j < box.size(); j++) {
      count += isFree(j) ? 2 : 1;
    }
    return count;
  }

  private boolean isFree(int j) {
    return !Double.isFinite(box.lower(j)) && !Double.isFinite(box.upper(j));
  }

  private double direction(int j) {
    return Double.isFinite(box.lower(j)) || isFree(j) ? 1 : -1;
  }

  private double shift(int j) {
    return Double.isFinite(box.lower(j)) ? box.lower(j) : isFree(j) ? 0 : box.upper(j);
  }
}
