package org.tidemark.solve.optimum;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.tidemark.solve.aside.Watched;
import org.tidemark.solve.equation.Box;

/**
 * A linear programme: solved by the simplex method, then verified by itself. The conditions that
 * bind are solved again as equations, multipliers are fitted to the objective's slopes, and the gap
 * between the programme and its dual is the residual.
 */
final class LinearProgramme {
  private static final String METHOD = "linear programme, two-phase simplex method";

  private final Posed posed;
  private final PolynomialForm form;
  private final Polyhedron feasible;
  private final double[] slopes;

  LinearProgramme(Posed posed, PolynomialForm form) {
    this.posed = posed;
    this.form = form;
    this.feasible = new Polyhedron(posed.box()).with(form.rows());
    this.slopes = form.objectiveSlopes();
  }

  /**
   * Null where the verification fails, so that another method should look.
   *
   * @throws NoOptimum where it is infeasible or unbounded
   */
  Optimum solve() {
    Polyhedron.Outcome outcome = posed.aside(() -> feasible.minimise(slopes));
    if (outcome.end() == Polyhedron.End.INFEASIBLE) {
      throw NoOptimum.clash(posed.aside(this::clash));
    }
    if (outcome.end() == Polyhedron.End.UNBOUNDED) {
      throw NoOptimum.unbounded(posed.aside(this::runaways));
    }
    if (outcome.end() == Polyhedron.End.UNRESOLVED) {
      return null;
    }
    return verified(outcome.point());
  }

  /** Conditions none of which can go: each one that can is dropped in turn (deletion filter). */
  static List<String> clash(Posed posed, List<Polyhedron.Row> rows) {
    boolean[] kept = new boolean[rows.size()];
    Arrays.fill(kept, true);
    Polyhedron box = new Polyhedron(posed.box());
    for (int i = 0; i < kept.length; i++) {
      kept[i] = false;
      Watched.look();
      List<Polyhedron.Row> others = new ArrayList<>();
      for (int k = 0; k < kept.length; k++) {
        if (kept[k]) {
          others.add(rows.get(k));
        }
      }
      double[] nothing = new double[posed.unknowns()];
      kept[i] = box.with(others).minimise(nothing).end() != Polyhedron.End.INFEASIBLE;
    }
    return posed.names(kept);
  }

  private List<String> clash() {
    return clash(posed, form.rows());
  }

  /** The unknowns that end at a bound put far out where they have none. */
  private List<String> runaways() {
    double far = 1e6;
    Box box = posed.box();
    int n = box.size();
    double[] lower = new double[n];
    double[] upper = new double[n];
    for (int j = 0; j < n; j++) {
      lower[j] = Math.max(box.lower(j), -far);
      upper[j] = Math.min(box.upper(j), far);
    }
    double[] end = feasible.within(new Box(box.names(), lower, upper)).minimise(slopes).point();
    List<String> names = new ArrayList<>();
    for (int j = 0; j < n; j++) {
      if (end == null || Math.abs(end[j]) >= 0.999 * far) {
        names.add(box.name(j));
      }
    }
    return names.isEmpty() ? box.names() : names;
  }

  private Optimum verified(double[] start) {
    List<Polyhedron.Row> all = feasible.all();
    double[] y = posed.aside(() -> settled(all, start));
    List<Polyhedron.Row> binding = binding(all, y);
    double[] multipliers = posed.aside(() -> multipliers(binding));
    double size = new Polyhedron.Row(slopes, 0, false).size();
    double[] unheld = slopes.clone();
    double dual = 0;
    double terms = Double.MIN_NORMAL;
    List<Polyhedron.Row> tight = new ArrayList<>();
    for (int i = 0; i < multipliers.length; i++) {
      Polyhedron.Row row = binding.get(i);
      for (int j = 0; j < unheld.length; j++) {
        unheld[j] -= multipliers[i] * row.slopes()[j];
      }
      dual += multipliers[i] * row.right();
      terms += Math.abs(multipliers[i] * row.right());
      if (row.equality() || multipliers[i] * row.size() > 1e-9 * size) {
        tight.add(row);
      }
    }
    double primal = 0;
    double stationarity = 0;
    for (int j = 0; j < unheld.length; j++) {
      primal += slopes[j] * y[j];
      terms = Math.max(terms, Math.abs(slopes[j] * y[j]));
      stationarity = Math.max(stationarity, Math.abs(unheld[j]));
    }
    double gap = Math.abs(primal - dual) / terms;
    double violation = violation(y);
    double residual = Math.max(gap, size > 0 ? stationarity / size : 0);
    if (!(residual <= 1e-9) || !(violation <= 1e-9)) {
      return null;
    }
    double[] values = posed.at(y);
    List<double[]> others = new ArrayList<>();
    for (double[] end : posed.aside(() -> OptimalFace.ends(feasible, tight, y))) {
      others.add(posed.point(end));
    }
    double predicted = NonNegativeLeastSquares.dot(slopes, y) + form.constant();
    if (values == null
        || !(Math.abs(values[0] - predicted) <= 1e-9 * (terms + Math.abs(form.constant())))) {
      return null;
    }
    return new Optimum(
        posed.point(y),
        posed.sign() * values[0],
        METHOD,
        residual,
        violation,
        shadowPrices(binding, multipliers),
        others,
        true,
        "a linear programme, so the optimum is global");
  }

  /** The point next to another at which what binds there holds as equations. */
  private double[] settled(List<Polyhedron.Row> all, double[] start) {
    double[] y = start;
    for (int k = 0; k < 3; k++) {
      y = atBounds(posed.box().clamp(onto(binding(all, y), y)));
      Watched.look();
    }
    return y;
  }

  /** What rounding keeps from a bound is at it. */
  private double[] atBounds(double[] y) {
    double[] to = y.clone();
    for (int j = 0; j < to.length; j++) {
      if (Math.abs(to[j] - posed.box().lower(j)) <= 1e-14) {
        to[j] = posed.box().lower(j);
      } else if (Math.abs(posed.box().upper(j) - to[j]) <= 1e-14) {
        to[j] = posed.box().upper(j);
      }
    }
    return to;
  }

  private List<Polyhedron.Row> binding(List<Polyhedron.Row> all, double[] y) {
    List<Polyhedron.Row> binding = new ArrayList<>();
    for (Polyhedron.Row row : all) {
      double size = Math.max(row.size(), Math.abs(row.right()));
      if (row.size() > 0 && (row.equality() || row.slack(y) <= 1e-8 * size)) {
        binding.add(row);
      }
    }
    return binding;
  }

  /** The point next to y at which the rows hold as equations. */
  private static double[] onto(List<Polyhedron.Row> rows, double[] y) {
    if (rows.isEmpty()) {
      return y;
    }
    double[][] matrix = new double[rows.size()][];
    double[] right = new double[rows.size()];
    for (int i = 0; i < right.length; i++) {
      double size = rows.get(i).size();
      matrix[i] = Arrays.stream(rows.get(i).slopes()).map(s -> s / size).toArray();
      right[i] = -rows.get(i).slack(y) / size;
    }
    double[] step =
        new SingularValueDecomposition(new Array2DRowRealMatrix(matrix, false))
            .getSolver()
            .solve(new ArrayRealVector(right, false))
            .toArray();
    double[] to = y.clone();
    for (int j = 0; j < to.length; j++) {
      to[j] += step[j];
    }
    return to;
  }

  private double[] multipliers(List<Polyhedron.Row> binding) {
    List<double[]> columns = new ArrayList<>();
    for (Polyhedron.Row row : binding) {
      columns.add(row.slopes());
    }
    for (Polyhedron.Row row : binding) {
      if (row.equality()) {
        columns.add(Arrays.stream(row.slopes()).map(s -> -s).toArray());
      }
    }
    double[] u = NonNegativeLeastSquares.solve(columns.toArray(double[][]::new), slopes);
    double[] multipliers = Arrays.copyOf(u, binding.size());
    int k = binding.size();
    for (int i = 0; i < multipliers.length; i++) {
      if (binding.get(i).equality()) {
        multipliers[i] -= u[k++];
      }
    }
    return multipliers;
  }

  private double violation(double[] y) {
    double worst = 0;
    for (Polyhedron.Row row : feasible.rows()) {
      double slack = row.slack(y);
      double breach = row.equality() ? Math.abs(slack) : Math.max(0, -slack);
      double size = Math.abs(row.right());
      for (int j = 0; j < y.length; j++) {
        size += Math.abs(row.slopes()[j] * y[j]);
      }
      worst = Math.max(worst, breach == 0 ? 0 : breach / size);
    }
    return worst;
  }

  private Map<String, Double> shadowPrices(List<Polyhedron.Row> binding, double[] multipliers) {
    Map<String, Double> prices = new LinkedHashMap<>();
    for (int i = 0; i < posed.constraints(); i++) {
      int at = binding.indexOf(feasible.rows().get(i));
      double direction = posed.constraint(i).relation() == Constraint.Relation.AT_MOST ? -1 : 1;
      double price = at < 0 ? 0 : posed.sign() * direction * multipliers[at];
      prices.put(posed.constraint(i).name(), price == 0 ? 0.0 : price);
    }
    return prices;
  }
}
