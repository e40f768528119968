package org.tidemark.solve.optimum;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tidemark.solve.equation.Box;

/** Optima known by hand, from SciPy's linprog (HiGHS), or printed by Hock and Schittkowski. */
class OptimiserTest {
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  private static Box box(double... bounds) {
    int n = bounds.length / 2;
    double[] lower = new double[n];
    double[] upper = new double[n];
    for (int j = 0; j < n; j++) {
      lower[j] = bounds[2 * j];
      upper[j] = bounds[2 * j + 1];
    }
    return new Box(IntStream.range(0, n).mapToObj(j -> "x" + (j + 1)).toList(), lower, upper);
  }

  private static Constraint at(
      String name, Constraint.Relation relation, ToDoubleFunction<double[]> left, double right) {
    return new Constraint(name, relation, x -> new double[] {left.applyAsDouble(x), right});
  }

  private static Constraint positive(ToDoubleFunction<double[]> left) {
    return at("positive", Constraint.Relation.AT_LEAST, left, 0);
  }

  private static Constraint zero(ToDoubleFunction<double[]> left) {
    return at("zero", Constraint.Relation.EQUAL, left, 0);
  }

  private static Optimum minimise(
      Box box, ToDoubleFunction<double[]> objective, Constraint... constraints) {
    return Optimiser.minimise(new Programme(box, objective, List.of(constraints)));
  }

  private static void assertOptimum(Optimum found, double objective, double... values) {
    assertEquals(objective, found.objective(), 1e-10 * Math.max(1, Math.abs(objective)));
    for (int j = 0; j < values.length; j++) {
      assertEquals(values[j], found.value(j), 1e-9 * Math.max(1, Math.abs(values[j])));
    }
    assertTrue(found.residual() < 1e-9, "residual " + found.residual());
    assertTrue(found.violation() < 1e-12, "violation " + found.violation());
  }

  private static double sq(double x) {
    return x * x;
  }

  private static final int PLANTS = 12;
  private static final double[] CAPACITY = plants(i -> 10 + 7.0 * ((i * 5) % 12));
  private static final double[] COST = plants(i -> 3.3 + 1.7 * ((i * 7) % 12));
  private static final double[] EMISSION = plants(i -> ((i * 3) % 5) * 0.2);
  private static final double[] BEND = plants(i -> 0.01 + 0.02 * ((i * 5) % 12));

  private static double[] plants(Function<Integer, Double> of) {
    return IntStream.range(0, PLANTS).mapToDouble(of::apply).toArray();
  }

  private static Box plantBox() {
    double[] bounds = new double[2 * PLANTS];
    for (int j = 0; j < PLANTS; j++) {
      bounds[2 * j + 1] = CAPACITY[j];
    }
    return box(bounds);
  }

  private static double weighted(double[] weights, double[] x) {
    return IntStream.range(0, x.length).mapToDouble(j -> weights[j] * x[j]).sum();
  }

  @Test
  void leastCostDispatchOfADozenPlants() {
    Optimum linear =
        minimise(
            plantBox(),
            x -> weighted(COST, x),
            at("load", Constraint.Relation.EQUAL, x -> Arrays.stream(x).sum(), 333.3),
            at("cap", Constraint.Relation.AT_MOST, x -> weighted(EMISSION, x), 90));
    // scipy.optimize.linprog(method='highs'): 2620.8233333333337, marginals 20.3 and -14.16666667
    assertOptimum(
        linear, 2620.82333333333333, 10, 0, 80, 0, 66, 0, 0, 87, 0, 73, 15 + 1.9 / 3, 5.0 / 3);
    assertTrue(linear.proven());
    assertTrue(linear.unique());
    assertEquals(20.3, linear.shadowPrices().get("load"), 1e-12);
    assertEquals(-85.0 / 6, linear.shadowPrices().get("cap"), 1e-12);

    Optimum quadratic =
        minimise(
            plantBox(),
            x ->
                IntStream.range(0, PLANTS)
                    .mapToDouble(j -> (COST[j] + BEND[j] * x[j] / 2) * x[j])
                    .sum(),
            at("load", Constraint.Relation.EQUAL, x -> Arrays.stream(x).sum(), 333.3));
    // one marginal cost for all that run, found by bisection at forty digits in mpmath
    assertOptimum(
        quadratic,
        4507.0734286153929461,
        10,
        25.8436716050975892,
        54.0133517931463563,
        0,
        46.7223757444749107,
        0,
        34.9446452043133447,
        56.7078429415684122,
        12.6978208506748313,
        50.7515993503196569,
        0,
        41.6186925104048988);
    assertTrue(quadratic.proven());
    assertEquals(18.042803876560734813, quadratic.shadowPrices().get("load"), 1e-9);
  }

  @Test
  void linearProgrammes() {
    Optimum textbook =
        Optimiser.maximise(
            new Programme(
                box(0, INFINITY, 0, INFINITY),
                x -> 3 * x[0] + 5 * x[1],
                List.of(
                    at("a", Constraint.Relation.AT_MOST, x -> x[0], 4),
                    at("b", Constraint.Relation.AT_MOST, x -> 2 * x[1], 12),
                    at("c", Constraint.Relation.AT_MOST, x -> 3 * x[0] + 2 * x[1], 18))));
    assertOptimum(textbook, 36, 2, 6);
    assertEquals(1.5, textbook.shadowPrices().get("b"), 1e-14);
    Optimum cycling =
        minimise(
            box(0, 1000, 0, 1000, 0, 1000, 0, 1),
            x -> -0.75 * x[0] + 20 * x[1] - 0.5 * x[2] + 6 * x[3],
            at("a", Constraint.Relation.AT_MOST, x -> x[0] / 4 - 8 * x[1] - x[2] + 9 * x[3], 0),
            at(
                "b",
                Constraint.Relation.AT_MOST,
                x -> x[0] / 2 - 12 * x[1] - x[2] / 2 + 3 * x[3],
                0),
            at("c", Constraint.Relation.AT_MOST, x -> x[2], 1));
    assertOptimum(cycling, -1.25, 1, 0, 1, 0);
    Optimum flat =
        minimise(
            box(0, 10, 0, 10),
            x -> x[0] + x[1],
            at("need", Constraint.Relation.AT_LEAST, x -> x[0] + x[1], 4));
    assertOptimum(flat, 4);
    assertFalse(flat.unique());
    assertEquals(4, flat.others().get(0)[0] + flat.others().get(0)[1], 1e-12);
  }

  @Test
  void whatHasNoOptimumIsRefused() {
    Constraint low = at("low", Constraint.Relation.AT_MOST, x -> x[0] + x[1], 4);
    Constraint idle = at("idle", Constraint.Relation.AT_MOST, x -> x[0], 4);
    Constraint high = at("high", Constraint.Relation.AT_LEAST, x -> x[0] + 2 * x[1], 12);
    NoOptimum clash =
        assertThrows(NoOptimum.class, () -> minimise(box(0, 9, 0, 9), x -> x[0], low, idle, high));
    assertEquals(NoOptimum.Kind.INFEASIBLE, clash.kind());
    assertEquals(List.of("low", "high"), clash.names());
    NoOptimum runaway =
        assertThrows(NoOptimum.class, () -> minimise(box(0, 1, 0, INFINITY), x -> x[0] - x[1]));
    assertEquals(NoOptimum.Kind.UNBOUNDED, runaway.kind());
    assertEquals(List.of("x2"), runaway.names());
    NoOptimum curved =
        assertThrows(
            NoOptimum.class,
            () -> minimise(box(-5, 5, -5, 5), x -> x[0], positive(x -> -1 - sq(x[0]) - sq(x[1]))));
    assertEquals(NoOptimum.Kind.INFEASIBLE, curved.kind());
  }

  /** W. Hock and K. Schittkowski, 1981, Test Examples for Nonlinear Programming Codes. */
  @Test
  void hockAndSchittkowski() {
    assertOptimum(
        minimise(
            box(-10, 10, -10, 10),
            x -> StrictMath.log(1 + sq(x[0])) - x[1],
            zero(x -> sq(1 + sq(x[0])) + sq(x[1]) - 4)),
        -Math.sqrt(3),
        0,
        Math.sqrt(3));
    assertOptimum(
        minimise(
            box(-20, 20, -20, 20),
            x -> x[0] - x[1],
            positive(x -> -3 * sq(x[0]) + 2 * x[0] * x[1] - sq(x[1]) + 1)),
        -1,
        0,
        1);
    assertOptimum(
        minimise(
            box(-20, 20, -20, 20),
            x -> sq(x[0] - 2) + sq(x[1] - 1),
            positive(x -> 1 - sq(x[0]) / 4 - sq(x[1])),
            zero(x -> x[0] - 2 * x[1] + 1)),
        9 - 2.875 * Math.sqrt(7),
        (Math.sqrt(7) - 1) / 2,
        (Math.sqrt(7) + 1) / 4);
    assertOptimum(
        minimise(
            box(-5, 0.5, -5, 5),
            x -> 100 * sq(x[1] - sq(x[0])) + sq(1 - x[0]),
            positive(x -> x[0] * x[1] - 1),
            positive(x -> x[0] + sq(x[1]))),
        306.5,
        0.5,
        2);
    assertOptimum(
        minimise(
            box(0, 10, 0, 10, 0, 10),
            x ->
                9
                    - 8 * x[0]
                    - 6 * x[1]
                    - 4 * x[2]
                    + 2 * sq(x[0])
                    + 2 * sq(x[1])
                    + sq(x[2])
                    + 2 * x[0] * x[1]
                    + 2 * x[0] * x[2],
            positive(x -> 3 - x[0] - x[1] - 2 * x[2])),
        1.0 / 9,
        4.0 / 3,
        7.0 / 9,
        4.0 / 9);
    assertOptimum(
        minimise(
            box(0, 42, 0, 42, 0, 42),
            x -> -x[0] * x[1] * x[2],
            positive(x -> 72 - x[0] - 2 * x[1] - 2 * x[2])),
        -3456,
        24,
        12,
        12);
    assertOptimum(
        minimise(
            box(-10, 10, -10, 10, -10, 10, -10, 10),
            x ->
                sq(x[0])
                    + sq(x[1])
                    + 2 * sq(x[2])
                    + sq(x[3])
                    - 5 * x[0]
                    - 5 * x[1]
                    - 21 * x[2]
                    + 7 * x[3],
            positive(
                x -> 8 - sq(x[0]) - sq(x[1]) - sq(x[2]) - sq(x[3]) - x[0] + x[1] - x[2] + x[3]),
            positive(x -> 10 - sq(x[0]) - 2 * sq(x[1]) - sq(x[2]) - 2 * sq(x[3]) + x[0] + x[3]),
            positive(x -> 5 - 2 * sq(x[0]) - sq(x[1]) - sq(x[2]) - 2 * x[0] + x[1] + x[3])),
        -44,
        0,
        1,
        2,
        -1);
    assertOptimum(
        minimise(
            box(1, 5, 1, 5, 1, 5, 1, 5),
            x -> x[0] * x[3] * (x[0] + x[1] + x[2]) + x[2],
            positive(x -> x[0] * x[1] * x[2] * x[3] - 25),
            zero(x -> sq(x[0]) + sq(x[1]) + sq(x[2]) + sq(x[3]) - 40)),
        17.014017289156);
  }

  @Test
  void oneUnknownIsFollowedOverTheWholeInterval() {
    assertOptimum(minimise(box(-5, 5), x -> sq(sq(x[0]) - 4) + 0.1 * x[0]), -0.20015600661919908);
    Optimum twin = minimise(box(-5, 5), x -> sq(sq(x[0]) - 4));
    assertEquals(1, twin.others().size());
    assertEquals(4, twin.value(0) - 2 * twin.value(0) + twin.others().get(0)[0], 1e-12);
    assertOptimum(minimise(box(-5, 5), x -> x[0] * StrictMath.log(x[0])), -1 / Math.E, 1 / Math.E);
    assertOptimum(
        minimise(
            box(-5, 5), x -> x[0] * sq(x[0]), positive(x -> sq(x[0]) - 4), positive(x -> x[0])),
        8,
        2);
    assertEquals(1.3, minimise(box(-5, 5), x -> Math.abs(x[0] - 1.3)).value(0), 1e-13);
    Optimum flat = minimise(box(-5, 5), x -> Math.max(1, sq(x[0])));
    assertEquals(1, flat.others().size());
  }

  @Test
  void kinksFallToASearchThatNeedsNoSlopes() {
    Optimum kinked =
        minimise(box(-5, 5, -5, 4), x -> Math.max(x[0] + x[1], Math.max(-x[0], 1 - 2 * x[1])));
    assertEquals(0.2, kinked.objective(), 1e-9);
    assertEquals(DerivativeFree.METHOD, kinked.method());
    Optimum again =
        minimise(box(-5, 5, -5, 4), x -> Math.max(x[0] + x[1], Math.max(-x[0], 1 - 2 * x[1])));
    assertArrayEquals(kinked.values(), again.values());
  }

  @Test
  void severalOptimaAreAllNamed() {
    Optimum himmelblau =
        minimise(box(-6, 6, -6, 6), x -> sq(sq(x[0]) + x[1] - 11) + sq(x[0] + sq(x[1]) - 7));
    assertEquals(0, himmelblau.objective(), 1e-20);
    assertEquals(3, himmelblau.others().size());
  }

  /** min (x-p)^2 + (y-2p)^2 on x + y &lt;= q: x = (q-p)/2, y = (q+p)/2, value (3p-q)^2 / 2. */
  @Test
  void derivativesOfTheOptimum() {
    Function<double[], Programme> family =
        p ->
            new Programme(
                box(-10, 10, -10, 10),
                x -> sq(x[0] - p[0]) + sq(x[1] - 2 * p[0]),
                List.of(
                    new Constraint(
                        "c", Constraint.Relation.AT_MOST, x -> new double[] {x[0] + x[1], p[1]})));
    double[] at = {2, 3};
    Optimum optimum = Optimiser.minimise(family.apply(at));
    OptimumDerivatives moves = OptimumDerivatives.of(family, box(-5, 5, -5, 5), at, optimum, false);
    double[][] exact = {{-0.5, 0.5}, {0.5, 0.5}};
    for (int j = 0; j < 2; j++) {
      for (int k = 0; k < 2; k++) {
        assertEquals(exact[j][k], moves.value(j, k), 1e-11);
      }
    }
    assertEquals(9, moves.objective(0), 1e-10);
    assertEquals(-3, moves.objective(1), 1e-10);

    Function<double[], Programme> capped =
        p -> new Programme(box(0, p[1]), x -> p[0] * x[0] - sq(x[0]) / 2);
    double[] there = {3, 2};
    OptimumDerivatives bound =
        OptimumDerivatives.of(
            capped, box(0, 5, 0.1, 5), there, Optimiser.maximise(capped.apply(there)), true);
    assertEquals(0, bound.value(0, 0), 1e-11);
    assertEquals(1, bound.value(0, 1), 1e-11);
    assertEquals(2, bound.objective(0), 1e-10);
    assertEquals(1, bound.objective(1), 1e-10);
  }
}
