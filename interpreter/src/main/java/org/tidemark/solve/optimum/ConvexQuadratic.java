package org.tidemark.solve.optimum;

import java.util.ArrayList;
import java.util.List;

/**
 * A convex quadratic objective under affine constraints. Where it bends in every direction, one
 * quadratic step from the origin is the answer; where it is flat in some, steps with a little
 * bending added are repeated until they die out (the proximal point method: R. T. Rockafellar,
 * 1976, SIAM J. Control Optim. 14, 877-898).
 */
final class ConvexQuadratic {
  private static final String METHOD = "convex quadratic programme, least-distance method";
  private static final int STEPS = 400;

  private final Posed posed;
  private final PolynomialForm form;
  private final PolynomialForm.Quadratic objective;
  private final Polyhedron feasible;

  ConvexQuadratic(Posed posed, PolynomialForm form, PolynomialForm.Quadratic objective) {
    this.posed = posed;
    this.form = form;
    this.objective = objective;
    this.feasible = new Polyhedron(posed.box()).with(form.rows());
  }

  /**
   * Null where the conditions of an optimum are not met in the end, so that another method should
   * look.
   *
   * @throws NoOptimum where nothing meets the constraints
   */
  Optimum solve(double variation) {
    double[] nothing = new double[posed.unknowns()];
    if (posed.aside(() -> feasible.minimise(nothing)).end() == Polyhedron.End.INFEASIBLE) {
      throw NoOptimum.clash(posed.aside(() -> LinearProgramme.clash(posed, form.rows())));
    }
    double[] y = posed.aside(this::descend);
    Conditions conditions = y == null ? null : new NewtonPolish(posed).from(y);
    if (conditions == null
        || !(conditions.stationarity() <= 1e-8 * variation)
        || !(conditions.violation() <= 1e-9)) {
      return null;
    }
    List<double[]> others = new ArrayList<>();
    if (!objective.isStrict()) {
      for (double[] end :
          posed.aside(() -> OptimalFace.ends(feasible, tight(conditions), conditions.y()))) {
        others.add(posed.point(end));
      }
    }
    return new Optimum(
        posed.point(conditions.y()),
        posed.sign() * conditions.objective(),
        METHOD,
        conditions.stationarity() / variation,
        conditions.violation(),
        conditions.shadowPrices(),
        others,
        true,
        "a convex quadratic programme, so the optimum is global");
  }

  private double[] descend() {
    int n = posed.unknowns();
    double[][] bends = new double[n][];
    double added = objective.isStrict() ? 0 : 1e-3 * objective.largest();
    for (int j = 0; j < n; j++) {
      bends[j] = objective.bends()[j].clone();
      bends[j][j] += added;
    }
    double[] y = new double[n];
    for (int k = 0; k < STEPS; k++) {
      double[] slopes = objective.slopes();
      double[] here = new double[n];
      for (int j = 0; j < n; j++) {
        here[j] = slopes[j] - added * y[j];
      }
      QuadraticStep step = QuadraticStep.solve(bends, here, feasible.all());
      if (step == null) {
        return null;
      }
      double[] next = posed.box().clamp(step.step());
      double moved = 0;
      for (int j = 0; j < n; j++) {
        moved = Math.max(moved, Math.abs(next[j] - y[j]));
      }
      y = next;
      if (added == 0 || moved < 1e-13) {
        return y;
      }
    }
    return y;
  }

  /** What every optimum shares: the conditions with a multiplier, the slope and the bends. */
  private List<Polyhedron.Row> tight(Conditions at) {
    List<Polyhedron.Row> tight = new ArrayList<>();
    double scale = new Polyhedron.Row(at.slopes()[0], 0, false).size();
    List<Polyhedron.Row> rows = form.rows();
    for (int i = 0; i < rows.size(); i++) {
      if (posed.isEquality(i) || at.multiplier(i) * rows.get(i).size() > 1e-8 * scale) {
        tight.add(rows.get(i));
      }
    }
    int n = posed.unknowns();
    for (int j = 0; j < n; j++) {
      if (Math.abs(at.boundMultiplier(j)) > 1e-8 * scale) {
        double[] slopes = new double[n];
        slopes[j] = 1;
        tight.add(new Polyhedron.Row(slopes, 0, true));
      }
      tight.add(new Polyhedron.Row(objective.bends()[j], 0, true));
    }
    tight.add(new Polyhedron.Row(objective.slopes(), 0, true));
    return tight;
  }
}
