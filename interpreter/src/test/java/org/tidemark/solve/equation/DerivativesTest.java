package org.tidemark.solve.equation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class DerivativesTest {
  @Test
  void differencesKnowTheirErrors() {
    Differentiation.Jacobian jacobian =
        new Differentiation(
                x -> new double[] {Math.exp(x[0]) * x[1], Math.sqrt(x[1] - 1), 7},
                EquationSolverTest.box(2, 0, 4))
            .jacobian(new double[] {1, 2});
    double[][] exact = {{2 * Math.E, Math.E}, {0, 0.5}, {0, 0}};
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 2; j++) {
        double off = Math.abs(exact[i][j] - jacobian.values()[i][j]);
        assertTrue(off <= 10 * jacobian.errors()[i][j] + 1e-15, i + " " + j + ": " + off);
        assertEquals(0, off, 1e-11);
      }
    }
  }

  @Test
  void oneSidedAtABound() {
    Differentiation.Jacobian jacobian =
        new Differentiation(x -> new double[] {Math.exp(x[0])}, Box.of("x", 0, 4))
            .jacobian(new double[] {0});
    assertEquals(1, jacobian.values()[0][0], 1e-10);
  }

  /** u = cos(p u) at p = 1: du/dp = -u sin(u) / (1 + sin(u)). */
  @Test
  void implicitDerivativeOfAFixedPoint() {
    double u = 0.7390851332151607;
    ImplicitDerivatives moves =
        ImplicitDerivatives.of(
            v -> new double[] {v[0] - Math.cos(v[1] * v[0])},
            Box.of("u", 0, 1),
            Box.of("p", 0, 3),
            new double[] {u},
            new double[] {1});
    double exact = -u * Math.sin(u) / (1 + Math.sin(u));
    assertEquals(exact, moves.value(0, 0), 1e-13);
    assertEquals(exact, moves.value(0, 0), moves.error(0, 0) + 1e-15);
  }

  /** x + y = p, x y = q: from the Jacobians themselves. */
  @Test
  void implicitDerivativesFromJacobians() {
    double x = 3;
    double y = 2;
    ImplicitDerivatives moves =
        ImplicitDerivatives.of(new double[][] {{1, 1}, {y, x}}, new double[][] {{-1, 0}, {0, -1}});
    assertEquals(x / (x - y), moves.value(0, 0), 1e-15);
    assertEquals(-1 / (x - y), moves.value(0, 1), 1e-15);
    assertThrows(
        ArithmeticException.class,
        () -> ImplicitDerivatives.of(new double[][] {{1, 1}, {2, 2}}, new double[][] {{-1}, {0}}));
  }
}
