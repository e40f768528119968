package org.tidemark.solve.fit;

/**
 * How far forecasts of a cost miss, if its logarithm is a random walk: changes y_i = mu x_i + eta_i
 * whose noise carries over, eta_i = v_i + theta v_(i-1). With x = 1 this is Moore's law with the
 * error law of Farmer and Lafond, "How predictable is technological progress?" (Research Policy 45,
 * 2016, eq. 14); with x the growth of the logarithm of cumulative output it is Wright's (Lafond et
 * al., "How well do experience curves predict technological progress?", Technological Forecasting
 * and Social Change 128, 2018).
 *
 * <p>mu is estimated as sum x y / sum x^2, and the noise's variance from the m - 1 degrees of
 * freedom that are left. Noise that carries over makes that estimate too small, by a factor that is
 * known, and as unsure as one with fewer degrees of freedom, which Satterthwaite's matching of two
 * moments tells (1946). The paper leaves both out; at theta = 0 they are nothing.
 *
 * @param theta how much of each disturbance carries over into the next change, above -1 and at most
 *     1
 */
public record ErrorLaw(double theta) {
  /**
   * Checks theta.
   *
   * @throws InadmissibleFit outside its domain
   */
  public ErrorLaw {
    if (!(theta > -1 && theta <= 1)) {
      throw new InadmissibleFit(
          "theta",
          theta,
          1,
          "a disturbance cannot carry over more than whole",
          "give a theta above -1 and at most 1; 0 for a plain random walk");
    }
  }

  /** The correlation of the noise of one change with that of the next, theta / (1 + theta^2). */
  public double correlation() {
    return theta / (1 + theta * theta);
  }

  /**
   * The variance of the error of a forecast over the variance of the noise of one change: A of
   * Farmer and Lafond where all x are 1, (-2 theta + (1 + 2 (m-1) theta / m + theta^2) (tau + tau^2
   * / m)) / (1 + theta^2).
   *
   * @param past x of the m changes that mu is estimated from
   * @param future x of the changes to come
   */
  public double variance(double[] past, double[] future) {
    double squares = 0;
    for (double x : past) {
      squares += x * x;
    }
    double ahead = 0;
    for (double x : future) {
      ahead += x;
    }
    double[] weights = new double[past.length + future.length];
    for (int i = 0; i < past.length; i++) {
      weights[i] = -ahead * past[i] / squares;
    }
    java.util.Arrays.fill(weights, past.length, weights.length, 1);
    double sum = 0;
    double products = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * weights[i];
      products += i == 0 ? 0 : weights[i] * weights[i - 1];
    }
    return sum + 2 * correlation() * products;
  }

  /**
   * The same for Moore's law, at any horizon; below one step it rises in proportion.
   *
   * @param changes m
   * @param horizon tau, in steps
   */
  public double variance(int changes, double horizon) {
    if (horizon < 1) {
      return horizon * variance(changes, 1);
    }
    double m = changes;
    double rho = correlation();
    return -2 * rho + (1 + 2 * (m - 1) * rho / m) * (horizon + horizon * horizon / m);
  }

  /**
   * What the estimated variance of the noise is worth.
   *
   * @param bias its expectation over the true one
   * @param degreesOfFreedom of the chi-squared distribution that it nearly follows
   */
  public record Spread(double bias, double degreesOfFreedom) {}

  /**
   * What the variance estimated from changes is worth.
   *
   * @param past x of the changes
   */
  public Spread spread(double[] past) {
    int m = past.length;
    double squares = 0;
    for (double x : past) {
      squares += x * x;
    }
    double[][] product = new double[m][m];
    double trace = 0;
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < m; j++) {
        product[i][j] = covariance(i, j) - past[i] * carried(past, j) / squares;
      }
      trace += product[i][i];
    }
    double squared = 0;
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < m; j++) {
        squared += product[i][j] * product[j][i];
      }
    }
    return new Spread(trace / (m - 1), trace * trace / squared);
  }

  private double covariance(int i, int j) {
    return i == j ? 1 : Math.abs(i - j) == 1 ? correlation() : 0;
  }

  /** The row of past times the noise's covariance, at one place. */
  private double carried(double[] past, int j) {
    double before = j > 0 ? past[j - 1] : 0;
    double after = j + 1 < past.length ? past[j + 1] : 0;
    return past[j] + correlation() * (before + after);
  }
}
