package org.tidemark.solve.ode;

/**
 * The explicit pair of Dormand and Prince of order 8 with continuous extension of order 7, error
 * estimate, step control and test for stiffness as in DOP853 (Hairer, Nørsett, Wanner, Solving
 * Ordinary Differential Equations I, II.10 and IV.2).
 */
final class ExplicitStepper extends Stepper {
  static final int ORDER = 8;

  private static final double SAFETY = 0.9;
  private static final double SMALLEST_FACTOR = 1.0 / 3;
  private static final double LARGEST_FACTOR = 6;

  /** The method is stable on the negative axis as far as this. */
  private static final double STABLE = 6.1;

  /**
   * Where accuracy limits the step, step times dominant rate goes with this root of the tolerance,
   * and was measured at less than half of this multiple of it (oscillators, Lotka–Volterra, Lorenz,
   * Pleiades); stiff problems lie above it.
   */
  private static final double ACCURATE = 20;

  private static final int STIFF_STEPS = 15;
  private static final int CLEAR_STEPS = 6;

  private final double[][] k = new double[DormandPrince853.ALL_STAGES][];
  private final double[] stage;
  private final double[] error5;
  private boolean rejected;
  private int suspicious;
  private int clear;

  ExplicitStepper(CountedRates rates, ErrorScale scale) {
    super(rates, scale);
    stage = new double[dimension];
    error5 = new double[dimension];
    for (int row = 1; row < k.length; row++) {
      k[row] = new double[dimension];
    }
  }

  @Override
  String method() {
    return "Dormand–Prince 8(5,3)";
  }

  @Override
  void forget() {
    rejected = false;
    suspicious = 0;
    clear = 0;
  }

  @Override
  double attempt(double step, double until) {
    scale.over(step);
    k[0] = rate;
    k[DormandPrince853.STAGES] = rateAhead;
    for (int row = 1; row < DormandPrince853.STAGES; row++) {
      combine(row, step, stage);
      if (!evaluate(time + DormandPrince853.C[row] * step, stage, k[row])) {
        return spoiled(step);
      }
    }
    double[] end = new double[dimension];
    combine(DormandPrince853.STAGES, step, end);
    double error = error(step, end);
    if (!(error <= 1)) {
      rejected = true;
      proposed = step * Math.max(SMALLEST_FACTOR, SAFETY * StrictMath.pow(error, -1.0 / ORDER));
      return Double.isNaN(error) ? Double.POSITIVE_INFINITY : error;
    }
    if (!evaluate(until, end, rateAhead)) {
      return spoiled(step);
    }
    for (int row = DormandPrince853.STAGES + 1; row < k.length; row++) {
      combine(row, step, stage);
      if (!evaluate(time + DormandPrince853.C[row] * step, stage, k[row])) {
        return spoiled(step);
      }
    }
    double factor = Math.min(LARGEST_FACTOR, SAFETY * StrictMath.pow(error, -1.0 / ORDER));
    proposed = step * Math.max(SMALLEST_FACTOR, rejected ? Math.min(1, factor) : factor);
    candidate = new Segment(time, until, step, state, end, extension(step, end), NestedBasis.SEVEN);
    watchStiffness(step, end);
    return error;
  }

  @Override
  void accept() {
    super.accept();
    rejected = false;
  }

  /** Step times dominant rate above which a problem is stiff for this tolerance. */
  static double reach(double tolerance) {
    return Math.min(STABLE, ACCURATE * StrictMath.pow(tolerance, 1.0 / ORDER));
  }

  /** Whether stability has limited the step for a while. */
  boolean stiff() {
    return suspicious >= STIFF_STEPS;
  }

  @Override
  void displacement(Segment segment, double[] defect) {
    for (int i = 0; i < dimension; i++) {
      defect[i] *= segment.step();
    }
  }

  private double spoiled(double step) {
    rejected = true;
    proposed = step * SMALLEST_FACTOR;
    return Double.POSITIVE_INFINITY;
  }

  private void combine(int row, double step, double[] into) {
    double[] weights = DormandPrince853.A[row];
    for (int i = 0; i < dimension; i++) {
      double sum = 0;
      for (int j = 0; j < row; j++) {
        sum += weights[j] * k[j][i];
      }
      into[i] = state[i] + step * sum;
    }
  }

  private double error(double step, double[] end) {
    double sum5 = 0;
    double sum3 = 0;
    for (int i = 0; i < dimension; i++) {
      double e5 = 0;
      double e3 = 0;
      for (int j = 0; j < DormandPrince853.STAGES; j++) {
        e5 += DormandPrince853.E5[j] * k[j][i];
        e3 += DormandPrince853.E3[j] * k[j][i];
      }
      double size = scale.of(i, state[i], end[i]);
      error5[i] = e5 * step;
      e5 /= size;
      e3 /= size;
      sum5 += e5 * e5;
      sum3 += e3 * e3;
    }
    blame(error5, state, end);
    if (sum5 == 0 && sum3 == 0) {
      return 1e-30;
    }
    return step * sum5 / Math.sqrt((sum5 + 0.01 * sum3) * dimension);
  }

  private double[][] extension(double step, double[] end) {
    double[][] terms = new double[NestedBasis.SEVEN.size()][dimension];
    double[] ahead = k[DormandPrince853.STAGES];
    for (int i = 0; i < dimension; i++) {
      double change = end[i] - state[i];
      terms[0][i] = change;
      terms[1][i] = step * rate[i] - change;
      terms[2][i] = 2 * change - step * (ahead[i] + rate[i]);
      for (int row = 0; row < DormandPrince853.D.length; row++) {
        double sum = 0;
        for (int j = 0; j < k.length; j++) {
          sum += DormandPrince853.D[row][j] * k[j][i];
        }
        terms[3 + row][i] = step * sum;
      }
    }
    return terms;
  }

  /**
   * Compares the last two evaluations, both at the end of the step: they show the dominant rate.
   */
  private void watchStiffness(double step, double[] end) {
    combine(DormandPrince853.STAGES - 1, step, stage);
    double apart = 0;
    double turned = 0;
    for (int i = 0; i < dimension; i++) {
      double size = scale.of(i, state[i], end[i]);
      double difference = (rateAhead[i] - k[DormandPrince853.STAGES - 1][i]) / size;
      double distance = (end[i] - stage[i]) / size;
      turned += difference * difference;
      apart += distance * distance;
    }
    if (apart > 0 && step * Math.sqrt(turned / apart) > reach(scale.relative())) {
      clear = 0;
      suspicious++;
    } else if (++clear >= CLEAR_STEPS) {
      suspicious = 0;
    }
  }
}
