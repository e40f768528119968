package org.tidemark.solve.ode;

/**
 * Radau IIA with variable step and order 5, 9 or 13.
 *
 * <p>Simplified Newton iterations on the transformed stages, error estimate of the order of the
 * number of stages, filtered by the real factor, and predictive step control as in RADAU5 and RADAU
 * (Hairer and Wanner, Solving Ordinary Differential Equations II, IV.8, and J. Comput. Appl. Math.
 * 111, 1999). The order rises while the iterations converge fast and falls where they do not.
 */
final class RadauStepper extends Stepper {
  private static final RadauTableau[] TABLEAUS = {
    RadauTableau.THREE, RadauTableau.FIVE, RadauTableau.SEVEN
  };
  private static final CollocationBasis[] BASES = {
    new CollocationBasis(RadauTableau.THREE.nodes()),
    new CollocationBasis(RadauTableau.FIVE.nodes()),
    new CollocationBasis(RadauTableau.SEVEN.nodes())
  };

  private static final double SAFETY = 0.9;
  private static final double SMALLEST_FACTOR = 0.125;
  private static final double LARGEST_FACTOR = 8;

  /** A step that would grow by less is kept, and its factors with it. */
  private static final double KEPT = 1.2;

  /** Contraction above which the derivatives are taken anew. */
  private static final double SLUGGISH = 1e-3;

  private static final double RAISE_ORDER = 5e-2;
  private static final double LOWER_ORDER = 0.8;

  /** Tolerances below which to begin with the orders 13 and 9. */
  private static final double STRICT = 1e-8;

  private static final double MEDIUM = 1e-5;
  private static final int STEPS_BETWEEN_ORDERS = 10;

  private final Derivatives derivatives;
  private final double[][] jacobian;
  private final StageEquations equations;
  private final double[] error;
  private final double[] shifted;

  private int order;
  private int sinceOrderChanged;
  private boolean derivativesKnown;
  private boolean derivativesCurrent;
  private double factoredStep;
  private double acceptedStep;
  private double acceptedError;
  private boolean first;
  private boolean rejected;
  private boolean diverged;
  private double attemptedError;
  private int calm;
  private final double calmReach;

  RadauStepper(CountedRates rates, ErrorScale scale) {
    super(rates, scale);
    derivatives = new Derivatives(rates);
    jacobian = new double[dimension][dimension];
    equations = new StageEquations(this, jacobian);
    error = new double[dimension];
    shifted = new double[dimension];
    calmReach = ExplicitStepper.reach(scale.relative()) / 2;
  }

  @Override
  String method() {
    return "Radau IIA 5–13";
  }

  @Override
  void forget() {
    derivativesKnown = false;
    derivativesCurrent = false;
    factoredStep = 0;
    first = true;
    rejected = false;
    diverged = false;
    order = scale.relative() < STRICT ? 2 : scale.relative() < MEDIUM ? 1 : 0;
    sinceOrderChanged = 0;
    calm = 0;
    equations.forget();
  }

  @Override
  double attempt(double step, double until) {
    scale.over(step);
    if (!derivativesKnown && !differentiate(step)) {
      return failed(step, 0.5);
    }
    if (step != factoredStep) {
      if (!equations.factor(TABLEAUS[order], step)) {
        return failed(step, 0.5);
      }
      factoredStep = step;
    }
    double shrink = equations.solve(previous, step);
    if (shrink < 1) {
      diverged = true;
      return failed(step, shrink);
    }
    double[] end = equations.end();
    double norm = error(step, end);
    attemptedError = norm;
    double proposal = step * factor(norm);
    if (!(norm <= 1)) {
      rejected = true;
      derivativesKnown = derivativesCurrent;
      proposed = first ? 0.1 * step : proposal;
      return Double.isNaN(norm) ? Double.POSITIVE_INFINITY : norm;
    }
    if (!evaluate(until, end, rateAhead)) {
      return failed(step, 0.5);
    }
    candidate = new Segment(time, until, step, state, end, equations.increments(), BASES[order]);
    proposed = Math.min(proposal, predicted(step, norm));
    if (rejected) {
      proposed = Math.min(proposed, step);
    }
    return norm;
  }

  @Override
  void accept() {
    double step = candidate.step();
    super.accept();
    acceptedError = Math.max(1e-2, attemptedError);
    acceptedStep = step;
    watchStiffness(step);
    derivativesCurrent = false;
    derivativesKnown = equations.contraction() <= SLUGGISH;
    chooseOrder(step);
    double growth = proposed / step;
    if (derivativesKnown && growth >= 1 && growth <= KEPT) {
      proposed = step;
    }
    first = false;
    rejected = false;
    diverged = false;
  }

  /** Whether an explicit method would have been stable with these steps for a while. */
  boolean calm(int steps) {
    return calm >= steps;
  }

  @Override
  void displacement(Segment segment, double[] defect) {
    for (int i = 0; i < dimension; i++) {
      defect[i] *= segment.step();
    }
    equations.filter(defect);
  }

  private boolean differentiate(double step) {
    if (!derivatives.at(time, state, rate, step, jacobian)) {
      strayed = time;
      return false;
    }
    derivativesKnown = true;
    derivativesCurrent = true;
    factoredStep = 0;
    for (int i = 0; i < dimension; i++) {
      double sum = 0;
      for (int j = 0; j < dimension; j++) {
        sum += Math.abs(jacobian[i][j] * state[j]);
      }
      scale.noise(i, 0x1p-49 * sum, 1 / Math.abs(jacobian[i][i]));
    }
    return true;
  }

  private double failed(double step, double shrink) {
    rejected = true;
    derivativesKnown = derivativesKnown && derivativesCurrent;
    proposed = step * shrink;
    return Double.POSITIVE_INFINITY;
  }

  private double error(double step, double[] end) {
    equations.defect(rate, error);
    equations.filter(error);
    double norm = scale.norm(error, state, end);
    if (norm > 1 && (first || rejected)) {
      for (int i = 0; i < dimension; i++) {
        shifted[i] = state[i] + error[i];
      }
      double[] there = new double[dimension];
      if (evaluate(time, shifted, there)) {
        equations.defect(there, error);
        equations.filter(error);
        norm = scale.norm(error, state, end);
      }
    }
    blame(error, state, end);
    return Math.max(norm, 1e-10);
  }

  private double factor(double norm) {
    double safety =
        Math.min(
            SAFETY,
            SAFETY
                * (1 + 2.0 * equations.limit())
                / (equations.iterations() + 2.0 * equations.limit()));
    double factor = safety * StrictMath.pow(norm, -1.0 / (TABLEAUS[order].stages() + 1));
    return Math.max(SMALLEST_FACTOR, Math.min(LARGEST_FACTOR, factor));
  }

  /** K. Gustafsson's predictive control: goes by how the error changed from step to step. */
  private double predicted(double step, double norm) {
    if (first || acceptedStep == 0) {
      return Double.POSITIVE_INFINITY;
    }
    double factor =
        SAFETY
            * (step / acceptedStep)
            * StrictMath.pow(acceptedError / (norm * norm), 1.0 / (TABLEAUS[order].stages() + 1));
    return step * Math.max(SMALLEST_FACTOR, Math.min(LARGEST_FACTOR, factor));
  }

  private void chooseOrder(double step) {
    sinceOrderChanged++;
    int wanted = order;
    double growth = proposed / step;
    if ((diverged || equations.contraction() >= LOWER_ORDER) && order > 0) {
      wanted = order - 1;
    } else if (sinceOrderChanged >= STEPS_BETWEEN_ORDERS
        && order < TABLEAUS.length - 1
        && equations.contraction() <= RAISE_ORDER
        && growth > 1 / KEPT
        && growth < KEPT) {
      wanted = order + 1;
    }
    if (wanted != order) {
      order = wanted;
      sinceOrderChanged = 0;
      factoredStep = 0;
      acceptedStep = 0;
    }
  }

  /** The spectral radius, by the power method, against the stability of the explicit pair. */
  private void watchStiffness(double step) {
    double[] v = new double[dimension];
    double[] w = new double[dimension];
    for (int i = 0; i < dimension; i++) {
      v[i] = i % 2 == 0 ? 1 : -0.7;
    }
    double growth = 0;
    int rounds = 8;
    for (int round = 0; round < rounds; round++) {
      double norm = 0;
      for (int i = 0; i < dimension; i++) {
        double size = scale.of(i, state[i], state[i]);
        w[i] = 0;
        for (int j = 0; j < dimension; j++) {
          w[i] += jacobian[i][j] * v[j] * scale.of(j, state[j], state[j]) / size;
        }
        norm = Math.max(norm, Math.abs(w[i]));
      }
      if (!(norm > 0)) {
        growth = 0;
        break;
      }
      growth += round >= rounds / 2 ? StrictMath.log(norm) / (rounds - rounds / 2) : 0;
      for (int i = 0; i < dimension; i++) {
        v[i] = w[i] / norm;
      }
    }
    boolean stable = growth == 0 || step * StrictMath.exp(growth) < calmReach;
    calm = stable ? calm + 1 : 0;
  }
}
