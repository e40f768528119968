package org.tidemark.vocab.fits;

import org.tidemark.solve.fit.Interval;
import org.tidemark.solve.fit.Regression;

/**
 * Where a further observation lies with 95 %: Student's t with the scatter of the data and what
 * they leave open about the coefficients, in the model made linear at the estimates (Seber and
 * Wild, "Nonlinear Regression", 1989, section 5.1). Where logarithms were fitted, it is the
 * interval of those.
 */
final class PredictionBand {
  private static final double LEVEL = 0.95;

  /** A step in a coefficient, as a part of its error: the curve is straight over it. */
  private static final double STEP = 1e-3;

  private final Fit fit;
  private final FitObject.Prediction prediction;
  private final double[] at;
  private final double half;

  PredictionBand(Fit fit, FitObject.Prediction prediction) {
    this.fit = fit;
    this.prediction = prediction;
    this.at = fit.at();
    Regression regression = fit.regression();
    this.half = regression.degreesOfFreedom() > 0 ? regression.halfWidth(LEVEL) : Double.NaN;
  }

  /** Whether the data tell it: all coefficients, and more than as many rows as coefficients. */
  boolean isKnown() {
    Regression regression = fit.regression();
    boolean told = Double.isFinite(half) && regression.residualStandardDeviation() > 0;
    for (int j = 0; j < at.length; j++) {
      told &= Double.isFinite(regression.standardError(j)) && regression.standardError(j) > 0;
    }
    return told;
  }

  /** The interval at a place on the regressor's axis. */
  Interval at(double place) {
    Regression regression = fit.regression();
    double[] slopes = new double[at.length];
    for (int j = 0; j < slopes.length; j++) {
      slopes[j] = slope(j, place);
    }
    double scatter = regression.residualStandardDeviation();
    double variance = scatter * scatter;
    for (int j = 0; j < slopes.length; j++) {
      for (int k = 0; k < slopes.length; k++) {
        variance += slopes[j] * slopes[k] * regression.covariance(j, k);
      }
    }
    double middle = fitted(at, place);
    double reach = half * StrictMath.sqrt(variance);
    return fit.isOfLogarithm()
        ? new Interval(StrictMath.exp(middle - reach), StrictMath.exp(middle + reach))
        : new Interval(middle - reach, middle + reach);
  }

  private double slope(int coefficient, double place) {
    double step = STEP * fit.regression().standardError(coefficient);
    double[] up = at.clone();
    double[] down = at.clone();
    up[coefficient] += step;
    down[coefficient] -= step;
    return (fitted(up, place) - fitted(down, place)) / (up[coefficient] - down[coefficient]);
  }

  /** What was fitted: the response, or its logarithm. */
  private double fitted(double[] coefficients, double place) {
    double predicted = prediction.at(coefficients, place);
    return fit.isOfLogarithm() ? StrictMath.log(predicted) : predicted;
  }
}
