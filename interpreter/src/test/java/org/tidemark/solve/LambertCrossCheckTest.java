package org.tidemark.solve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The same solutions by another road: the gap to saturation as a Lambert W of the distance. It
 * loses digits where the log-gap form does not, which is why it is a check and not the method.
 */
class LambertCrossCheckTest {

  @ParameterizedTest
  @CsvSource({
    "2, 0, 0.5",
    "3, 0.01, 0.01",
    "5, 0.004, 0.6",
    "5, 0.02, 3",
    "20, 0.0011, 0.3",
    "2, 0.4, 0.7",
    "50, 0.0001, 5"
  })
  void valueByLambertW(int firms, double sigma, double xi) {
    SymmetricGame game = new SymmetricGame(firms, 1, 1, 1, sigma);
    double n = firms;
    double a = n * n + 1;
    double b = n * n - 1;
    double e = 4 * n * n * (n + 1) * (n + 1);
    double y0 = a - Math.sqrt(b * b + e * sigma);
    double y = -a * lambertW0(-y0 / a * Math.exp((-y0 - (n + 1) * (n + 1) * xi) / a));
    double u = a - y;
    // the difference of squares cancels down to the value
    double nashRounding = 64 * 0x1p-53 * a * a / e;
    assertEquals((u * u - b * b) / e, game.markovPerfectEquilibrium().value(xi), nashRounding);

    double gap0 = 1 - 2 * Math.sqrt(n * sigma);
    double gap = -lambertW0(-gap0 * Math.exp(-gap0 - 2 * xi));
    double value = (1 - gap) * (1 - gap) / (4 * n);
    // the gap is ill-determined near the branch point, like the root of what is left
    double rounding = 64 * 0x1p-53 / (1 - gap) / n;
    assertEquals(value, game.cooperativeOutcome().value(xi), rounding);
  }

  /** The principal branch by Halley's iteration. */
  private static double lambertW0(double z) {
    double w = z < 0 ? Math.sqrt(2 * (1 + Math.E * z)) - 1 : Math.log1p(z);
    for (int i = 0; i < 50; i++) {
      double exp = Math.exp(w);
      double f = w * exp - z;
      w -= f / (exp * (w + 1) - (w + 2) * f / (2 * w + 2));
    }
    return w;
  }
}
