package org.tidemark.solve.equation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Roots known in closed form, or from mpmath at forty digits. */
class EquationSolverTest {
  private static Solutions roots(double lower, double upper, DoubleUnaryOperator f) {
    return EquationSolver.solve(
        Equations.zeros(Box.of("x", lower, upper), 1, x -> new double[] {f.applyAsDouble(x[0])}));
  }

  private static void assertRoots(Solutions found, double... expected) {
    assertEquals(expected.length, found.all().size(), found.all().toString());
    for (int k = 0; k < expected.length; k++) {
      Solution root = found.all().get(k);
      assertEquals(expected[k], root.value(0), root.error(0) + Math.ulp(expected[k]));
      assertTrue(root.residual() < 1e-15);
    }
  }

  private static UnsolvedEquations.Kind refusal(Runnable question) {
    return assertThrows(UnsolvedEquations.class, question::run).kind();
  }

  @Test
  void everyRootOfOneUnknownToTheLastDigits() {
    assertRoots(roots(0, 10, Math::cos), Math.PI / 2, 3 * Math.PI / 2, 5 * Math.PI / 2);
    assertRoots(roots(0, Math.PI, Math::sin), 0, Math.PI);
    assertRoots(roots(0, 1, x -> 1e12 * (x - 0.3)), 0.3);
    assertRoots(roots(1e-9, 1e6, x -> Math.log(x) + 15), Math.exp(-15));
    assertEquals(191, roots(0, 600, Math::sin).all().size());
  }

  @Test
  void touchingRootsAreRootsAndNearMissesAreNot() {
    assertRoots(roots(0, 3, x -> x * x - 2 * x + 1), 1);
    assertRoots(roots(0, 3, x -> x * x * x - 3 * x * x + 3 * x - 1), 1);
    assertRoots(roots(0, 3, x -> Math.abs(x - 1.3)), 1.3);
    assertRoots(roots(0, 3, x -> (x - 1) * (x - 1) - 1e-10), 0.99999, 1.00001);
    assertRoots(roots(0, 3, x -> (x - 1) * (x - 1) + 1e-10));
    assertTrue(roots(0, 3, x -> (x - 1) * (x - 1)).only().singular());
  }

  @Test
  void polesJumpsAndGapsAreNoRoots() {
    assertRoots(roots(0, 10, Math::tan), 0, Math.PI, 2 * Math.PI, 3 * Math.PI);
    assertRoots(roots(-1, 1.5, x -> 1 / x));
    assertRoots(roots(0, 3, x -> x < 1.3 ? -1 : 1));
    assertRoots(roots(-3, 3, x -> Math.sqrt(x) - 1), 1);
    assertRoots(roots(-3, 3, Math::log), 1);
  }

  @Test
  void refusalsAreToldApart() {
    assertEquals(UnsolvedEquations.Kind.NONE, refusal(() -> roots(0, 3, Math::exp).only()));
    assertEquals(UnsolvedEquations.Kind.SEVERAL, refusal(() -> roots(0, 9, Math::cos).only()));
    assertEquals(
        UnsolvedEquations.Kind.NOT_ISOLATED, refusal(() -> roots(0, 3, x -> Math.max(0, x - 1))));
    assertEquals(UnsolvedEquations.Kind.UNDEFINED, refusal(() -> roots(0, 1, x -> Double.NaN)));
    assertEquals(
        UnsolvedEquations.Kind.UNBOUNDED_BOX,
        refusal(() -> roots(0, Double.POSITIVE_INFINITY, Math::exp)));
    Box two = box(2, 0, 1);
    assertEquals(
        UnsolvedEquations.Kind.NOT_SQUARE,
        refusal(() -> EquationSolver.solve(Equations.zeros(two, 1, x -> new double[1]))));
    UnsolvedEquations line =
        assertThrows(
            UnsolvedEquations.class,
            () ->
                EquationSolver.solve(
                    Equations.zeros(
                        two, 2, x -> new double[] {x[0] + x[1] - 1, 2 * (x[0] + x[1]) - 2})));
    assertEquals(UnsolvedEquations.Kind.NOT_ISOLATED, line.kind());
    assertTrue(line.getMessage().contains("equation 1, equation 2"));
  }

  /** Dixit, 1989, "Entry and exit decisions under uncertainty", J. Polit. Econ. 97, 620-638. */
  @Test
  void entryAndExitTriggersOfDixit() {
    double rho = 0.025;
    double sigma = 0.1;
    double cost = 1;
    double entry = 4;
    double root = Math.sqrt(0.25 + 2 * rho / (sigma * sigma));
    double beta = 0.5 + root;
    double alpha = root - 0.5;
    Box box =
        new Box(
            List.of("A", "B", "P_H", "P_L"),
            new double[] {0, 0, 1, 0.1},
            new double[] {50, 50, 4, 1});
    Equations equations =
        new Equations(
            box,
            List.of("entry value", "entry slope", "exit value", "exit slope"),
            u -> {
              double[] sides = new double[8];
              for (int k = 0; k < 2; k++) {
                double p = u[2 + k];
                sides[2 * k] = u[0] * Math.pow(p, beta) + (k == 0 ? entry : 0);
                sides[2 * k + 1] = u[0] * beta * Math.pow(p, beta - 1);
                sides[2 * k + 4] = p / rho - cost / rho + u[1] * Math.pow(p, -alpha);
                sides[2 * k + 5] = 1 / rho - alpha * u[1] * Math.pow(p, -alpha - 1);
              }
              return sides;
            });
    Solution solution = EquationSolver.solve(equations).only();
    // mpmath, forty digits; the paper prints 1.4667 and 0.7657
    double[] expected = {
      6.3637765311557534, 7.6820499245384373, 1.4666789057430201, 0.76573188077665407
    };
    for (int j = 0; j < 4; j++) {
      assertEquals(expected[j], solution.value(j), 4e-14 * expected[j]);
      assertEquals(expected[j], solution.value(j), solution.error(j));
    }
    assertTrue(solution.residual() < 1e-15);
  }

  /** Adoption lowers the price, which raises adoption: two stable shares and the tipping point. */
  @Test
  void priceAndAdoptionHaveThreeFixedPoints() {
    Equations loop =
        new Equations(
            new Box(List.of("share", "price"), new double[] {0, 0}, new double[] {1, 20}),
            List.of("adoption", "price"),
            u -> {
              double adopted = 1 / (1 + Math.exp(u[1] - 5.8));
              return new double[] {u[0], u[1], adopted, 10 - 8 * u[0]};
            });
    Solutions found = EquationSolver.solve(loop);
    double[] expected = {0.016873145303365217, 0.55016939074520873, 0.97298179121225405};
    assertEquals(3, found.all().size());
    for (int k = 0; k < 3; k++) {
      assertEquals(expected[k], found.all().get(k).value(0), 4e-15);
    }
  }

  @Test
  void classicSystems() {
    Solutions powell =
        EquationSolver.solve(
            Equations.zeros(
                box(2, 0, 10),
                2,
                x ->
                    new double[] {
                      1e4 * x[0] * x[1] - 1, Math.exp(-x[0]) + Math.exp(-x[1]) - 1.0001
                    }));
    assertEquals(2, powell.all().size());
    assertEquals(1.0981593296997149e-5, powell.all().get(0).value(0), 1e-17);
    assertEquals(9.106146739866526, powell.all().get(0).value(1), 1e-11);

    Solutions gradient =
        EquationSolver.solve(
            Equations.zeros(
                box(2, -6, 6),
                2,
                x -> {
                  double p = x[0] * x[0] + x[1] - 11;
                  double q = x[0] + x[1] * x[1] - 7;
                  return new double[] {4 * x[0] * p + 2 * q, 2 * p + 4 * x[1] * q};
                }));
    assertEquals(9, gradient.all().size(), "Himmelblau's function has nine stationary points");

    Solution broyden =
        EquationSolver.solve(
                Equations.zeros(
                    box(30, -1.5, 0.2),
                    30,
                    x -> {
                      double[] f = new double[30];
                      for (int i = 0; i < 30; i++) {
                        double before = i > 0 ? x[i - 1] : 0;
                        double after = i < 29 ? x[i + 1] : 0;
                        f[i] = (3 - 2 * x[i]) * x[i] - before - 2 * after + 1;
                      }
                      return f;
                    }))
            .only();
    assertEquals(-0.70710677, broyden.value(14), 1e-7);
    assertTrue(broyden.residual() < 1e-15);
  }

  /** A polynomial has the roots it was made of, however they lie, as well as they can be told. */
  @Property(tries = 200)
  void polynomialsHaveTheirRoots(
      @ForAll @Size(min = 1, max = 5) List<@DoubleRange(min = -3, max = 3) Double> made) {
    double[] expected = made.stream().mapToDouble(d -> d).sorted().distinct().toArray();
    for (int k = 1; k < expected.length; k++) {
      if (expected[k] - expected[k - 1] < 1e-3) {
        return;
      }
    }
    Solutions found =
        roots(-3, 3, x -> Arrays.stream(expected).map(root -> x - root).reduce(1, (a, b) -> a * b));
    assertRoots(found, expected);
  }

  static Box box(int n, double lower, double upper) {
    double[] low = new double[n];
    double[] high = new double[n];
    Arrays.fill(low, lower);
    Arrays.fill(high, upper);
    return new Box(IntStream.range(0, n).mapToObj(j -> "x" + (j + 1)).toList(), low, high);
  }
}
