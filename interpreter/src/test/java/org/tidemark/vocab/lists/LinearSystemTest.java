package org.tidemark.vocab.lists;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LinearSystemTest {
  private static LinearSystem system(double[]... rows) {
    return new LinearSystem(rows, () -> {});
  }

  @Test
  void solvesWhereThePivotIsZero() {
    LinearSystem system = system(new double[] {0, 2}, new double[] {3, 0});
    assertArrayEquals(new double[] {2, 0.5}, system.solve(new double[] {1, 6}));
  }

  @Test
  void findsWhatTheRightHandSideWasMadeFrom() {
    Random random = new Random(7);
    int n = 40;
    double[][] rows = new double[n][n];
    double[] x = new double[n];
    double[] b = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = random.nextGaussian();
      for (int j = 0; j < n; j++) {
        rows[i][j] = random.nextGaussian();
      }
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        b[i] += rows[i][j] * x[j];
      }
    }
    assertArrayEquals(x, system(rows).solve(b), 1e-11);
  }

  @Test
  void rowsOfVeryDifferentSizeAreNoReasonToRefuse() {
    LinearSystem system = system(new double[] {1e-12, 2e-12}, new double[] {3e15, 4e15});
    assertTrue(system.isSolvable());
    assertArrayEquals(new double[] {1, 1}, system.solve(new double[] {3e-12, 7e15}), 1e-14);
  }

  @Test
  void refusesEquationsThatSayTheSame() {
    assertFalse(system(new double[] {1, 2}, new double[] {2, 4}).isSolvable());
    LinearSystem nearly =
        system(
            new double[] {0.1, 0.2, 0.3},
            new double[] {0.4, 0.5, 0.6},
            new double[] {0.7, 0.8, 0.9});
    assertFalse(nearly.isSolvable());
    assertEquals(Double.POSITIVE_INFINITY, system(new double[] {0}).condition());
  }
}
