package org.tidemark.solve.fit;

/** A curve beside the observations that it is to meet. */
final class Objective {
  private final Curve curve;
  private final double[] response;
  private final Differences differences;

  Objective(Curve curve, double[] response) {
    this.curve = curve;
    this.response = response;
    this.differences = new Differences(curve, response.length);
  }

  int observations() {
    return response.length;
  }

  double[] response() {
    return response;
  }

  Curve curve() {
    return curve;
  }

  /** Observations less predictions. */
  double[] residuals(double[] parameters) {
    double[] residuals = new double[response.length];
    curve.predict(parameters, residuals);
    for (int i = 0; i < residuals.length; i++) {
      residuals[i] = response[i] - residuals[i];
    }
    return residuals;
  }

  /** The sum of squares; infinity where the curve has no value somewhere. */
  static double sumOfSquares(double[] residuals) {
    double sum = 0;
    for (double residual : residuals) {
      sum += residual * residual;
    }
    return Double.isNaN(sum) ? Double.POSITIVE_INFINITY : sum;
  }

  double sumOfSquaresAt(double[] parameters) {
    return sumOfSquares(residuals(parameters));
  }

  double[][] quickDerivatives(double[] at) {
    return differences.quick(at, scale(at));
  }

  double[][] carefulDerivatives(double[] at) {
    return differences.careful(at, scale(at));
  }

  private static double[] scale(double[] at) {
    double[] scale = new double[at.length];
    for (int j = 0; j < at.length; j++) {
      scale[j] = at[j] == 0 ? 1 : Math.abs(at[j]);
    }
    return scale;
  }
}
