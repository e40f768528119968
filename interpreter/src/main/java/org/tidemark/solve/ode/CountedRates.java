package org.tidemark.solve.ode;

/** A right-hand side that counts its evaluations and tells whether they are finite. */
final class CountedRates {
  private final RightHandSide rhs;
  private int evaluations;
  private int jacobians;

  CountedRates(RightHandSide rhs) {
    this.rhs = rhs;
  }

  int dimension() {
    return rhs.dimension();
  }

  /** Whether all rates are finite. */
  boolean at(double time, double[] state, double[] rates) {
    evaluations++;
    rhs.rates(time, state, rates);
    return firstNotFinite(rates) < 0;
  }

  /** The derivatives if the right-hand side has them, and they are finite. */
  boolean jacobian(double time, double[] state, double[][] derivatives) {
    jacobians++;
    if (!rhs.jacobian(time, state, derivatives)) {
      return false;
    }
    for (double[] row : derivatives) {
      if (firstNotFinite(row) >= 0) {
        return false;
      }
    }
    return true;
  }

  static int firstNotFinite(double[] numbers) {
    for (int i = 0; i < numbers.length; i++) {
      if (!Double.isFinite(numbers[i])) {
        return i;
      }
    }
    return -1;
  }

  int evaluations() {
    return evaluations;
  }

  int jacobians() {
    return jacobians;
  }
}
