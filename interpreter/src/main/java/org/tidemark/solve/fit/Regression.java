package org.tidemark.solve.fit;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.numbers.core.DD;

/**
 * What a least-squares fit found, and how well the data tell it. Errors are those of independent
 * normal disturbances of one variance: exact in a linear fit, those of the linearised model at the
 * estimates in a nonlinear one (Seber and Wild, "Nonlinear Regression", 1989, chapter 2).
 */
public final class Regression {
  private static final double LN_TWO_PI = StrictMath.log(2 * Math.PI);

  private final String method;
  private final List<String> names;
  private final double[] estimates;
  private final double[] unscaledErrors;
  private final double[][] correlation;
  private final double[] response;
  private final double[] residuals;
  private final double[] leverages;
  private final double residualSumOfSquares;
  private final double totalSumOfSquares;
  private final boolean centred;
  private final int rank;
  private final double condition;
  private final double residual;
  private final double errorEstimate;
  private final List<Untold> untold;

  Regression(
      String method,
      List<String> names,
      double[] estimates,
      ExtendedQr decomposition,
      DD[][] design,
      DD[] response,
      DD[] residuals,
      boolean centred,
      double errorEstimate,
      List<Untold> untold) {
    int p = estimates.length;
    this.method = method;
    this.names = List.copyOf(names);
    this.estimates = estimates.clone();
    this.response = Extended.rounded(response);
    this.residuals = Extended.rounded(residuals);
    this.residualSumOfSquares = Extended.dot(residuals, residuals).doubleValue();
    this.totalSumOfSquares = Extended.sumOfSquares(response, centred).doubleValue();
    this.centred = centred;
    this.rank = decomposition.rank();
    this.condition = decomposition.condition();
    this.errorEstimate = errorEstimate;
    this.untold = List.copyOf(untold);
    DD[][] inverse = decomposition.inverseTriangle();
    this.unscaledErrors = new double[p];
    this.correlation = new double[p][p];
    for (int j = 0; j < p; j++) {
      String name = names.get(j);
      unscaledErrors[j] =
          untold.stream().anyMatch(reason -> reason.parameter().equals(name))
              ? 0
              : Extended.dot(inverse[j], inverse[j]).sqrt().doubleValue();
    }
    for (int j = 0; j < p; j++) {
      for (int k = 0; k < p; k++) {
        double product = Extended.dot(inverse[j], inverse[k]).doubleValue();
        double scale = unscaledErrors[j] * unscaledErrors[k];
        correlation[j][k] = j == k ? 1 : scale == 0 ? 0 : product / scale;
      }
    }
    this.leverages = Leverage.of(design, inverse, decomposition.rank());
    this.residual = Extended.orthogonality(design, residuals);
  }

  private Regression(Regression other, List<Untold> untold) {
    this.method = other.method;
    this.names = other.names;
    this.estimates = other.estimates;
    this.unscaledErrors = other.unscaledErrors;
    this.correlation = other.correlation;
    this.response = other.response;
    this.residuals = other.residuals;
    this.leverages = other.leverages;
    this.residualSumOfSquares = other.residualSumOfSquares;
    this.totalSumOfSquares = other.totalSumOfSquares;
    this.centred = other.centred;
    this.rank = other.rank;
    this.condition = other.condition;
    this.residual = other.residual;
    this.errorEstimate = other.errorEstimate;
    this.untold = List.copyOf(untold);
  }

  /** How the fit was found. */
  public String method() {
    return method;
  }

  /** The parameters' names, in the order of everything else here. */
  public List<String> names() {
    return names;
  }

  /** How many observations. */
  public int observations() {
    return response.length;
  }

  /** Observations less parameters that the data tell. */
  public int degreesOfFreedom() {
    return response.length - rank;
  }

  /** The estimate of every parameter. */
  public double[] estimates() {
    return estimates.clone();
  }

  /** The estimate of one parameter. */
  public double estimate(int parameter) {
    return estimates[parameter];
  }

  /** The standard errors; infinite for a parameter that the data do not tell. */
  public double[] standardErrors() {
    double[] errors = new double[estimates.length];
    for (int j = 0; j < errors.length; j++) {
      errors[j] = standardError(j);
    }
    return errors;
  }

  /** The standard error of one parameter; infinite where the data do not tell it. */
  public double standardError(int parameter) {
    return unscaledErrors[parameter] == 0
        ? Double.POSITIVE_INFINITY
        : unscaledErrors[parameter] * residualStandardDeviation();
  }

  /** The covariance of the estimates of two parameters. */
  public double covariance(int one, int other) {
    return correlation[one][other] * standardError(one) * standardError(other);
  }

  /** The correlation of the estimates of two parameters. */
  public double correlation(int one, int other) {
    return correlation[one][other];
  }

  /** The estimate over its standard error. */
  public double tValue(int parameter) {
    double error = standardError(parameter);
    double estimate = estimates[parameter];
    return estimate == 0 ? 0 : estimate / error;
  }

  /** How often a parameter that is zero would come out at least so many errors from it. */
  public double pValue(int parameter) {
    return StudentT.twoSided(tValue(parameter), degreesOfFreedom());
  }

  /** How many standard errors to each side an interval of a level reaches. */
  public double halfWidth(double level) {
    return StudentT.halfWidth(level, degreesOfFreedom());
  }

  /** The interval of Student's t around an estimate. */
  public Interval interval(int parameter, double level) {
    double half = halfWidth(level) * standardError(parameter);
    return new Interval(estimates[parameter] - half, estimates[parameter] + half);
  }

  /** The sum of squared residuals. */
  public double residualSumOfSquares() {
    return residualSumOfSquares;
  }

  /** The root of the sum of squared residuals over the degrees of freedom. */
  public double residualStandardDeviation() {
    return StrictMath.sqrt(residualSumOfSquares / degreesOfFreedom());
  }

  /**
   * The share of the observations' variation that the fit accounts for: around their mean, or
   * around zero in a linear fit without an intercept.
   */
  public double rSquared() {
    return totalSumOfSquares == 0
        ? (residualSumOfSquares == 0 ? 1 : 0)
        : 1 - residualSumOfSquares / totalSumOfSquares;
  }

  /** R squared with each sum of squares over its own degrees of freedom. */
  public double adjustedRSquared() {
    int total = centred ? response.length - 1 : response.length;
    return 1 - (1 - rSquared()) * total / degreesOfFreedom();
  }

  /** The logarithm of the likelihood at the estimates, infinite for an exact fit. */
  public double logLikelihood() {
    double n = response.length;
    return -n / 2 * (LN_TWO_PI + StrictMath.log(residualSumOfSquares / n) + 1);
  }

  /** Parameters that the likelihood has: the coefficients told and the variance, as R counts. */
  private int counted() {
    return rank + 1;
  }

  /** Akaike's information criterion. */
  public double aic() {
    return 2 * counted() - 2 * logLikelihood();
  }

  /**
   * Akaike's criterion corrected for few observations (Hurvich and Tsai, 1989); infinite where
   * there are no more observations than it needs.
   */
  public double aicc() {
    double k = counted();
    double left = response.length - k - 1;
    return left <= 0 ? Double.POSITIVE_INFINITY : aic() + 2 * k * (k + 1) / left;
  }

  /** The Bayesian information criterion. */
  public double bic() {
    return counted() * StrictMath.log(response.length) - 2 * logLikelihood();
  }

  /** Observations less what the fit says, in the order of the data. */
  public double[] residuals() {
    return residuals.clone();
  }

  /** What the fit says at each observation. */
  public double[] fitted() {
    double[] fitted = new double[response.length];
    for (int i = 0; i < fitted.length; i++) {
      fitted[i] = response[i] - residuals[i];
    }
    return fitted;
  }

  /**
   * The statistic of Durbin and Watson (1950): near 2 for independent residuals, near 0 where each
   * resembles the one before.
   */
  public double durbinWatson() {
    if (residualSumOfSquares == 0) {
      return 2;
    }
    double sum = 0;
    for (int i = 1; i < residuals.length; i++) {
      double step = residuals[i] - residuals[i - 1];
      sum += step * step;
    }
    return sum / residualSumOfSquares;
  }

  /** The correlation of each residual with the one before. */
  public double residualAutocorrelation() {
    if (residualSumOfSquares == 0) {
      return 0;
    }
    double sum = 0;
    for (int i = 1; i < residuals.length; i++) {
      sum += residuals[i] * residuals[i - 1];
    }
    return sum / residualSumOfSquares;
  }

  /** The weight of each observation in its own fitted value, from 0 to 1. */
  public double[] leverages() {
    return leverages.clone();
  }

  /**
   * How far the fit moves when an observation is left out, in squared standard errors per parameter
   * (Cook, 1977); infinite where nothing else tells some parameter.
   */
  public double[] cooksDistances() {
    double variance = residualSumOfSquares / degreesOfFreedom();
    double[] distances = new double[residuals.length];
    for (int i = 0; i < distances.length; i++) {
      double left = 1 - leverages[i];
      double scaled = residuals[i] * residuals[i] * leverages[i] / (rank * variance);
      boolean alone = left < 16 * Math.ulp(1.0);
      distances[i] =
          residuals[i] == 0 && !alone
              ? 0
              : alone ? Double.POSITIVE_INFINITY : scaled / (left * left);
    }
    return distances;
  }

  /** The condition of the design, its columns at length 1: digits lost are its logarithm. */
  public double condition() {
    return condition;
  }

  /**
   * The largest cosine between the residuals and a column of the design: zero at the minimum. The
   * criterion of Bates and Watts (1981) for the end of a search.
   */
  public double residual() {
    return residual;
  }

  /** A bound on the error of the estimates relative to their standard errors. */
  public double errorEstimate() {
    return errorEstimate;
  }

  /** The parameters that the data do not tell, with reasons; empty where all are told. */
  public List<Untold> untold() {
    return untold;
  }

  /** This with one more parameter that the data do not tell. */
  Regression without(Untold parameter) {
    List<Untold> all = new ArrayList<>(untold);
    all.add(parameter);
    return new Regression(this, all);
  }
}
