package org.tidemark.vocab.fits;

import org.tidemark.quantity.UnitExpression;
import org.tidemark.solve.fit.Interval;
import org.tidemark.solve.fit.Regression;

/**
 * A parameter of a regression as a script sees it.
 *
 * @param name in the fit
 * @param parameter its place in the regression
 * @param ofLogarithm whether the regression has its logarithm
 * @param factor by which it is multiplied to be in base units
 * @param unit to show it in
 */
record Term(String name, int parameter, boolean ofLogarithm, double factor, UnitExpression unit) {
  /** A parameter that the regression has in base units. */
  static Term of(String name, int parameter, UnitExpression unit) {
    return new Term(name, parameter, false, 1, unit);
  }

  double value(double number) {
    return factor * (ofLogarithm ? StrictMath.exp(number) : number);
  }

  /** How it is distributed; null where the data do not tell it, or tell it without error. */
  StudentSpread spread(Regression regression) {
    double error = regression.standardError(parameter);
    double estimate = regression.estimate(parameter);
    if (!(error > 0) || Double.isInfinite(error)) {
      return null;
    }
    int degrees = regression.degreesOfFreedom();
    return ofLogarithm
        ? new StudentSpread(estimate + StrictMath.log(factor), error, degrees, true)
        : new StudentSpread(factor * estimate, Math.abs(factor) * error, degrees, false);
  }

  /** With what the regression says of it, standing for a number there. */
  Coefficient coefficient(Regression regression, double[] at) {
    double estimate = value(regression.estimate(parameter));
    double error = regression.standardError(parameter);
    Interval ends = regression.interval(parameter, 0.95);
    double low = value(ends.low());
    double high = value(ends.high());
    return new Coefficient(
        name,
        value(at[parameter]),
        estimate,
        ofLogarithm ? estimate * error : Math.abs(factor) * error,
        new Interval(Math.min(low, high), Math.max(low, high)),
        spread(regression),
        unit);
  }
}
