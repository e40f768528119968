package org.tidemark.solve.ode;

/**
 * The equations for the stages of one Radau step, solved by simplified Newton iterations.
 *
 * <p>With Z the increments of the stages and W their transforms, an iteration solves (lambda - h J)
 * dW = h into F - lambda W for the real eigenvalue and each complex pair: one real and (s - 1)/2
 * complex systems of the size of the state (Hairer and Wanner II, IV.8).
 */
final class StageEquations {
  /** How far below the error allowed of the step that of the iterations stays. */
  private static final double MARGIN = 1e-3;

  /** Iterations that no longer contract, below the error allowed by this, are left at that. */
  private static final double ROUNDED = 0.25;

  private static final double ROUNDING = 0x1p-52;

  private final RadauStepper stepper;
  private final int dimension;
  private final double[][] jacobian;
  private final RealFactors real;
  private final ComplexFactors[] complex;

  private RadauTableau tableau;
  private double step;
  private double[][] z;
  private double[][] w;
  private double[][] f;
  private final double[] stage;
  private final double[] sizes;
  private double carry;
  private double contraction;
  private int iterations;

  StageEquations(RadauStepper stepper, double[][] jacobian) {
    this.stepper = stepper;
    this.jacobian = jacobian;
    dimension = jacobian.length;
    real = new RealFactors(dimension);
    complex = new ComplexFactors[RadauTableau.SEVEN.stages() / 2];
    stage = new double[dimension];
    sizes = new double[dimension];
  }

  void forget() {
    carry = 1;
    contraction = 0;
  }

  /** The contraction of the last iterations. */
  double contraction() {
    return contraction;
  }

  int iterations() {
    return iterations;
  }

  /** How many iterations are allowed. */
  int limit() {
    return 7 + (tableau.stages() - 3) * 5 / 2;
  }

  /** False if the matrix is singular. */
  boolean factor(RadauTableau method, double h) {
    tableau = method;
    step = h;
    int stages = method.stages();
    if (w == null || w.length != stages) {
      w = new double[stages][dimension];
      f = new double[stages][dimension];
    }
    if (!real.factor(jacobian, h, method.real())) {
      return false;
    }
    for (int pair = 0; pair < stages / 2; pair++) {
      if (complex[pair] == null) {
        complex[pair] = new ComplexFactors(dimension);
      }
      if (!complex[pair].factor(jacobian, h, method.alpha()[pair], method.beta()[pair])) {
        return false;
      }
    }
    return true;
  }

  /** 1 when solved; otherwise the factor by which the step should shrink. */
  double solve(Segment previous, double h) {
    int stages = tableau.stages();
    z = new double[stages][dimension];
    guess(previous, h);
    transform(tableau.into(), z, w);
    double tolerance = Math.max(20 * ROUNDING / stepper.scale.relative(), MARGIN);
    double lastChange = 0;
    double lastQuotient = 1;
    carry = StrictMath.pow(Math.max(carry, ROUNDING), 0.8);
    for (iterations = 1; iterations <= limit(); iterations++) {
      if (!ratesOfStages(h)) {
        return 0.5;
      }
      double change = iterate();
      if (!Double.isFinite(change)) {
        return 0.5;
      }
      if (iterations > 1) {
        double quotient = change / lastChange;
        contraction = iterations == 2 ? quotient : Math.sqrt(Math.max(0, quotient * lastQuotient));
        lastQuotient = quotient;
        if (!(contraction < 0.99)) {
          // What is left is the rounding of the rates.
          return change <= ROUNDED ? 1 : 0.5;
        }
        carry = contraction / (1 - contraction);
        double ahead =
            carry * change * StrictMath.pow(contraction, limit() - 1 - iterations) / tolerance;
        if (ahead >= 1) {
          double excess = Math.max(1e-4, Math.min(20, ahead));
          return 0.8
              * StrictMath.pow(
                  excess, -1.0 / (4 + limit() - 1 - Math.min(iterations, limit() - 1)));
        }
      } else {
        contraction = Math.min(contraction, 1e-3);
      }
      lastChange = Math.max(change, ROUNDING);
      if (carry * change <= tolerance) {
        return 1;
      }
    }
    return 0.5;
  }

  /** The increments of the stages; a new array for each solution. */
  double[][] increments() {
    return z;
  }

  double[] end() {
    double[] end = new double[dimension];
    double[] last = z[z.length - 1];
    for (int i = 0; i < dimension; i++) {
      end[i] = stepper.state[i] + last[i];
    }
    return end;
  }

  /** The step times the rates at the start less what the stages say of them. */
  void defect(double[] rate, double[] into) {
    for (int i = 0; i < dimension; i++) {
      double sum = 0;
      for (int k = 0; k < z.length; k++) {
        sum += tableau.error()[k] * z[k][i];
      }
      into[i] = step * rate[i] + sum;
    }
  }

  /** From a defect of the rates, times the step, to a distance from the solution. */
  void filter(double[] defect) {
    real.solve(defect);
  }

  /** Extrapolates the previous step. */
  private void guess(Segment previous, double h) {
    if (previous == null) {
      return;
    }
    for (int k = 0; k < z.length; k++) {
      previous.values(stepper.time + tableau.nodes()[k] * h, z[k]);
      for (int i = 0; i < dimension; i++) {
        z[k][i] -= stepper.state[i];
      }
    }
  }

  private boolean ratesOfStages(double h) {
    for (int k = 0; k < z.length; k++) {
      for (int i = 0; i < dimension; i++) {
        stage[i] = stepper.state[i] + z[k][i];
      }
      if (!stepper.evaluate(stepper.time + tableau.nodes()[k] * h, stage, f[k])) {
        return false;
      }
    }
    return true;
  }

  /** One iteration; the size of its change against the error allowed. */
  private double iterate() {
    double[][] change = new double[z.length][dimension];
    transform(tableau.into(), f, change);
    double shift = tableau.real();
    for (int i = 0; i < dimension; i++) {
      change[0][i] = step * change[0][i] - shift * w[0][i];
    }
    real.solve(change[0]);
    for (int pair = 0; pair < z.length / 2; pair++) {
      double alpha = tableau.alpha()[pair];
      double beta = tableau.beta()[pair];
      int one = 2 * pair + 1;
      int two = one + 1;
      for (int i = 0; i < dimension; i++) {
        change[one][i] = step * change[one][i] - alpha * w[one][i] + beta * w[two][i];
        change[two][i] = step * change[two][i] - beta * w[one][i] - alpha * w[two][i];
      }
      complex[pair].solve(change[one], change[two]);
    }
    for (int k = 0; k < z.length; k++) {
      for (int i = 0; i < dimension; i++) {
        w[k][i] += change[k][i];
      }
    }
    transform(tableau.from(), w, z);
    return size(change);
  }

  private double size(double[][] change) {
    double sum = 0;
    for (int i = 0; i < dimension; i++) {
      double largest = stepper.state[i];
      for (double[] increments : z) {
        double there = stepper.state[i] + increments[i];
        largest = Math.abs(there) > Math.abs(largest) ? there : largest;
      }
      sizes[i] = stepper.scale.of(i, stepper.state[i], largest);
    }
    for (double[] row : change) {
      for (int i = 0; i < dimension; i++) {
        double ratio = row[i] / sizes[i];
        sum += ratio * ratio;
      }
    }
    return Math.sqrt(sum / (dimension * change.length));
  }

  private void transform(double[][] by, double[][] of, double[][] into) {
    for (int k = 0; k < of.length; k++) {
      for (int i = 0; i < dimension; i++) {
        double sum = 0;
        for (int m = 0; m < of.length; m++) {
          sum += by[k][m] * of[m][i];
        }
        into[k][i] = sum;
      }
    }
  }
}
