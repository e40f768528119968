package org.tidemark.solve.game;

import java.util.Arrays;
import org.tidemark.solve.aside.Watched;

/**
 * A game whose slopes are known by their values only, by spectral collocation: on each stretch the
 * state is the polynomial whose slopes are right at the Chebyshev points, found by Picard iteration
 * (Clenshaw and Norton, Computer Journal 6, 1963). Its last coefficients tell the error. Stretches
 * end where a firm changes what it does.
 */
abstract class CollocatedDynamics implements Dynamics {
  private static final int DEGREE = 16;
  private static final double TOLERANCE = 4e-16;

  /** Picard iterations on one stretch; more would cost more than a shorter stretch. */
  private static final int ITERATIONS = 30;

  private static final int HALVINGS = 60;
  private static final double GROWTH = 2.5;
  private static final double SLACK = 1e-13;

  /** A stretch as short as this beside the distance is not told from rounding. */
  private static final double SHORTEST = 1e-13;

  /** Of the distance covered in the time by which the least patient discounts: hardly moving. */
  private static final double CRAWL = 1e-6;

  /** Values that start from nothing need some sixty such stretches, and games hardly ever more. */
  private static final int MOST_CRAWLED = 1000;

  private final Chebyshev chebyshev;
  final InverseDemand demand;
  final FirmGroups groups;

  CollocatedDynamics(InverseDemand demand, FirmGroups groups, int extraDegree) {
    this.demand = demand;
    this.groups = groups;
    this.chebyshev = new Chebyshev(DEGREE + extraDegree);
  }

  /** Why slopes could not be told at a state. */
  static final class Undefined extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient NoEquilibrium reason;

    Undefined(NoEquilibrium reason) {
      super(reason.getMessage(), null, false, false);
      this.reason = reason;
    }

    NoEquilibrium reason() {
      return reason;
    }
  }

  /**
   * Aggregate output at a state in a regime, near a guess.
   *
   * @throws Undefined where there is none
   */
  abstract double aggregate(double x, double[] state, Activity[] regime, double guess)
      throws Undefined;

  /** What one firm of each group makes where all make {@code output}. */
  abstract void outputs(
      double x, double[] state, Activity[] regime, double output, double[] outputs);

  /** The slopes of the values where all make {@code output}. */
  abstract void valueSlopes(
      double x,
      double[] state,
      Activity[] regime,
      double output,
      double[] outputs,
      double[] slopes);

  /** The smallest distance, in output, to a bound of the regime; negative beyond it. */
  abstract double margin(double x, double[] state, Activity[] regime, double output);

  /**
   * The regime at a state, near an output.
   *
   * @throws Undefined where there is none
   */
  abstract Activity[] regime(double x, double[] state, double output) throws Undefined;

  /** Refuses what a solution must not do at the end of a stretch. */
  abstract void verify(double x, double[] state, Activity[] regime, double output) throws Undefined;

  /** An output to start searching from. */
  abstract double guess(double x, double[] state, Activity[] regime);

  @Override
  public final int size() {
    return groups.count() + 2;
  }

  @Override
  public final Dynamics withSurplus() {
    return this;
  }

  @Override
  public final Scales scales() {
    return Scales.NONE;
  }

  @Override
  public final String method() {
    return "Chebyshev collocation of degree "
        + (chebyshev.count() - 1)
        + " with located regime switches";
  }

  @Override
  public final double outputs(double x, double[] state, Activity[] regime, double[] outputs) {
    try {
      double output = aggregate(x, state, regime, guess(x, state, regime));
      outputs(x, state, regime, output, outputs);
      return output;
    } catch (Undefined undefined) {
      throw undefined.reason;
    }
  }

  @Override
  public final void slopes(double x, double[] state, Activity[] regime, double[] slopes) {
    try {
      slopes(x, state, regime, guess(x, state, regime), new double[groups.count()], slopes);
    } catch (Undefined undefined) {
      throw undefined.reason;
    }
  }

  private double slopes(
      double x, double[] state, Activity[] regime, double guess, double[] outputs, double[] slopes)
      throws Undefined {
    int n = groups.count();
    double output = aggregate(x, state, regime, guess);
    outputs(x, state, regime, output, outputs);
    valueSlopes(x, state, regime, output, outputs, slopes);
    slopes[n] = 1 / output;
    double rate = groups.commonRate();
    double surplus = Double.isNaN(rate) ? 0 : demand.consumerSurplus(output);
    slopes[n + 1] =
        Double.isNaN(rate) || Double.isInfinite(surplus)
            ? 0
            : (surplus - rate * state[n + 1]) / output;
    for (int i = 0; i <= n; i++) {
      if (!Double.isFinite(slopes[i])) {
        throw new Undefined(outside(x, output));
      }
    }
    return output;
  }

  private static NoEquilibrium outside(double x, double output) {
    return NoEquilibrium.at(
        x,
        NoEquilibrium.NO_FIRM,
        output,
        "a cost or the demand has no finite value there",
        "ask nearer to the crossing, or give a law that holds farther out");
  }

  private NoEquilibrium rounding(double x, int group, double output) {
    boolean firm = group < groups.count();
    return NoEquilibrium.at(
        x,
        firm ? groups.firstOf(group) : NoEquilibrium.NO_FIRM,
        output,
        (firm ? "the firm's value" : "time or the buyers' surplus")
            + " changes by no more than the rounding of prices and costs, so that it cannot be"
            + " followed from there",
        "give larger continuation values, or a demand and costs that are smoother or have a closed"
            + " form");
  }

  private double crawl(double output) {
    double fastest = 0;
    for (int i = 0; i < groups.count(); i++) {
      fastest = Math.max(fastest, groups.kind(i).discountRate());
    }
    return CRAWL * output / fastest;
  }

  // ---- pieces

  private final class Stretch extends Piece {
    private final double length;
    private final int roughest;
    private int crawled;
    private final double[][] states;
    private final double[] end;
    private final Activity[] nextRegime;
    private final double nextLength;
    private final double nextOutput;

    Stretch(
        double from,
        double to,
        double length,
        Activity[] regime,
        double[][] states,
        Activity[] nextRegime,
        double nextLength,
        double nextOutput,
        int roughest) {
      super(from, to, regime);
      this.length = length;
      this.states = states;
      this.nextRegime = nextRegime;
      this.nextLength = nextLength;
      this.nextOutput = nextOutput;
      this.roughest = roughest;
      this.end = new double[size()];
      chebyshev.evaluate(Math.min(1, 2 * ((to - from) / length) - 1), states, end);
    }

    @Override
    void evaluate(double x, double[] state, double[] slopes) {
      double at = Math.max(-1, Math.min(1, 2 * ((x - from()) / length) - 1));
      chebyshev.evaluate(at, states, state);
      if (slopes != null) {
        chebyshev.evaluate(at, chebyshev.slopes(states), slopes);
        for (int i = 0; i < slopes.length; i++) {
          slopes[i] *= 2 / length;
        }
      }
    }

    @Override
    double[] end() {
      return end;
    }

    double[] slopesAtEnd() {
      double[] slopes = new double[size()];
      evaluate(to(), new double[size()], slopes);
      return slopes;
    }
  }

  /** The first stretch, from a state at the crossing. */
  final Piece begin(double[] state, Activity[] regime, double output) {
    double[] slopes = new double[size()];
    try {
      slopes(0, state, regime, output, new double[groups.count()], slopes);
    } catch (Undefined undefined) {
      throw undefined.reason;
    }
    double length = Double.POSITIVE_INFINITY;
    for (int i = 0; i < groups.count(); i++) {
      length = Math.min(length, 0.1 * output / groups.kind(i).discountRate());
      if (state[i] > 0 && slopes[i] != 0) {
        length = Math.min(length, state[i] / Math.abs(slopes[i]));
      }
    }
    return stretch(0, state, regime, length, output);
  }

  @Override
  public final Piece next(Piece piece) {
    Stretch before = (Stretch) piece;
    if (groups.constantCosts() && before.nextRegime == before.regime()) {
      double[] slopes = before.slopesAtEnd();
      double[] rates = rates();
      double output = before.nextOutput;
      double flow = demand.price(output) * output;
      if (Tail.reached(before.end, slopes, output, before.regime(), rates, Math.abs(flow))) {
        double surplus = demand.consumerSurplus(output);
        return new Tail(before.to(), before.end, slopes, before.nextRegime, rates, surplus);
      }
    }
    Stretch next =
        stretch(before.to(), before.end, before.nextRegime, before.nextLength, before.nextOutput);
    next.crawled = next.length < crawl(next.nextOutput) ? before.crawled + 1 : 0;
    if (next.crawled > MOST_CRAWLED) {
      throw rounding(next.to(), next.roughest, next.nextOutput);
    }
    return next;
  }

  private double[] rates() {
    double[] rates = new double[groups.count() + 1];
    for (int i = 0; i < groups.count(); i++) {
      rates[i] = groups.kind(i).discountRate();
    }
    rates[groups.count()] = groups.commonRate();
    return rates;
  }

  private Stretch stretch(
      double from, double[] state, Activity[] regime, double wanted, double output) {
    double length = wanted;
    double least = 0;
    boolean defined = true;
    NoEquilibrium reason = outside(from, output);
    for (int i = 0; i < HALVINGS; i++) {
      Attempt attempt = new Attempt(from, state, regime, length, output, least);
      try {
        attempt.iterate();
        if (defined && length <= SHORTEST * from) {
          attempt.error();
          reason = rounding(from, attempt.roughest, output);
          if (least > 0) {
            break;
          }
          // a value that starts from nothing is known as well as what its slope is made of
          least = Math.abs(demand.price(output));
          length = wanted;
          i = 0;
          continue;
        }
        double factor =
            0.9 * StrictMath.pow(TOLERANCE / Math.max(attempt.error(), 1e-300), 1.0 / 16);
        if (attempt.converged && factor >= 0.5) {
          return attempt.piece(length * Math.min(GROWTH, factor));
        }
        length *= attempt.converged ? Math.max(0.1, factor) : 0.4;
      } catch (Undefined undefined) {
        reason = undefined.reason;
        defined = false;
        length *= 0.4;
      }
    }
    throw reason;
  }

  /** One try at a stretch of some length. */
  private final class Attempt {
    private final double from;
    private final double[] start;
    private final Activity[] regime;
    private final double length;
    private final double[][] states;
    private final double[][] slopes;
    private final double[] outputs;
    private final double[] scratch;

    /** What slopes of values are made of, where that is what their rounding is measured by. */
    private final double least;

    private boolean converged;
    private int roughest;

    Attempt(
        double from,
        double[] start,
        Activity[] regime,
        double length,
        double output,
        double least) {
      this.least = least;
      this.from = from;
      this.start = start;
      this.regime = regime;
      this.length = length;
      int nodes = chebyshev.count();
      this.states = new double[nodes][];
      this.slopes = new double[nodes][start.length];
      this.outputs = new double[nodes];
      this.scratch = new double[groups.count()];
      Arrays.fill(outputs, output);
    }

    private double x(int node) {
      return from + length * ((chebyshev.node(node) + 1) / 2);
    }

    void iterate() throws Undefined {
      outputs[0] =
          CollocatedDynamics.this.slopes(from, start, regime, outputs[0], scratch, slopes[0]);
      for (int j = 0; j < states.length; j++) {
        states[j] = start.clone();
        for (int i = 0; i < start.length; i++) {
          states[j][i] += (x(j) - from) * slopes[0][i];
        }
      }
      double before = Double.POSITIVE_INFINITY;
      for (int round = 0; round < ITERATIONS; round++) {
        Watched.look();
        for (int j = 1; j < states.length; j++) {
          outputs[j] =
              CollocatedDynamics.this.slopes(
                  x(j), states[j], regime, outputs[j], scratch, slopes[j]);
        }
        double change = update();
        if (change <= 2e-16 || change < 1e-14 && change >= before) {
          converged = true;
          return;
        }
        if (round > 6 && change > before) {
          return;
        }
        before = change;
      }
    }

    private double update() {
      double worst = 0;
      for (int i = 0; i < start.length; i++) {
        double change = 0;
        double size = least(i);
        for (int j = 1; j < states.length; j++) {
          double value = start[i] + length / 2 * chebyshev.integral(j, slopes, i);
          change = Math.max(change, Math.abs(value - states[j][i]));
          size = Math.max(size, Math.abs(value));
          states[j][i] = value;
        }
        worst = Math.max(worst, change / size);
      }
      return worst;
    }

    private double least(int i) {
      return i < groups.count() ? Math.max(Double.MIN_NORMAL, length * least) : Double.MIN_NORMAL;
    }

    /** The error of the state, relative to it. */
    double error() {
      double worst = 0;
      for (int i = 0; i < start.length; i++) {
        double size = least(i);
        for (double[] state : states) {
          size = Math.max(size, Math.abs(state[i]));
        }
        double error = length * chebyshev.tail(slopes, i) / size / states.length;
        if (error > worst) {
          roughest = i;
        }
        worst = Math.max(worst, error);
      }
      return worst;
    }

    Stretch piece(double nextLength) throws Undefined {
      double slack = SLACK * outputs[0];
      double offset = Math.max(0, slack - margin(from, start, regime, outputs[0]));
      int last = states.length - 1;
      for (int j = 1; j <= last; j++) {
        if (margin(x(j), states[j], regime, outputs[j]) + offset < 0) {
          return cut(j, offset, nextLength);
        }
      }
      verify(x(last), states[last], regime, outputs[last]);
      return new Stretch(
          from, from + length, length, regime, states, regime, nextLength, outputs[last], roughest);
    }

    private Stretch cut(int node, double offset, double nextLength) throws Undefined {
      double low = x(node - 1);
      double high = x(node);
      double[] state = new double[start.length];
      while (true) {
        double middle = low + (high - low) / 2;
        if (middle <= low || middle >= high) {
          break;
        }
        chebyshev.evaluate(place(middle), states, state);
        double output = aggregate(middle, state, regime, outputs[node]);
        if (margin(middle, state, regime, output) + offset < 0) {
          high = middle;
        } else {
          low = middle;
        }
      }
      Activity[] next = regime;
      for (double beyond = 1e-7; Arrays.equals(next, regime) && beyond < 1; beyond *= 10) {
        double x = high + beyond * Math.min(length, x(node) - from);
        chebyshev.evaluate(Math.min(1, place(x)), states, state);
        next = regime(x, state, outputs[node]);
      }
      return new Stretch(
          from, high, length, regime, states, next, nextLength, outputs[node], roughest);
    }

    private double place(double x) {
      return 2 * ((x - from) / length) - 1;
    }
  }
}
