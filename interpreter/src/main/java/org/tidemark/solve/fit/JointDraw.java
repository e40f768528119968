package org.tidemark.solve.fit;

import java.util.List;
import org.apache.commons.statistics.distribution.TDistribution;
import org.tidemark.solve.chance.StandardNormal;

/**
 * Coefficients drawn together: each is Student's t around its estimate, and they hang together as
 * their correlations say (a Gaussian copula; Nelsen, "An Introduction to Copulas", 2006).
 */
public final class JointDraw {
  private JointDraw() {}

  /**
   * The coefficients at probabilities.
   *
   * @param regression the fit
   * @param drawn which parameters are drawn; the others stay at their estimates
   * @param chances for each of those a probability in (0, 1), independent of each other
   */
  public static double[] of(Regression regression, List<Integer> drawn, double[] chances) {
    int n = drawn.size();
    double[][] root = root(regression, drawn);
    double[] independent = new double[n];
    for (int i = 0; i < n; i++) {
      independent[i] = StandardNormal.quantile(chances[i]);
    }
    double[] values = regression.estimates();
    TDistribution student = TDistribution.of(regression.degreesOfFreedom());
    for (int i = 0; i < n; i++) {
      double z = 0;
      for (int k = 0; k <= i; k++) {
        z += root[i][k] * independent[k];
      }
      double t = z == 0 ? 0 : student.inverseCumulativeProbability(StandardNormal.cumulative(z));
      values[drawn.get(i)] += regression.standardError(drawn.get(i)) * t;
    }
    return values;
  }

  /** Cholesky's root of the correlations; what rounding makes negative counts as zero. */
  private static double[][] root(Regression regression, List<Integer> drawn) {
    int n = drawn.size();
    double[][] root = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = regression.correlation(drawn.get(i), drawn.get(j));
        for (int k = 0; k < j; k++) {
          sum -= root[i][k] * root[j][k];
        }
        root[i][j] =
            i == j ? StrictMath.sqrt(Math.max(0, sum)) : root[j][j] == 0 ? 0 : sum / root[j][j];
      }
    }
    return root;
  }
}
