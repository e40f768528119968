package org.tidemark.solve.game;

/**
 * The Markov perfect equilibrium of a linear game with constant costs, by Taylor series of high
 * order on each stretch on which every firm does one thing.
 *
 * <p>With a = choke - cost, b the slope, V the value and p = V' the marginal value of a firm, the
 * Bellman equation r V = max_q (a - b Q) q - p Q has an interior solution that is linear in V given
 * aggregate output, q = r V/a + Q - b Q^2/a; so one scalar equation gives Q, then p, then the
 * series. A switch is the first root of a polynomial, found to the last place; the next stretch
 * begins there.
 */
final class LinearDynamics implements Dynamics {
  /** The first guess of a unit of distance; found out within a few tries whatever it is. */
  private static final double FIRST_UNIT = 0x1p-6;

  private static final double LONGEST = 4;
  private static final double SETTLING = 1e-12;
  private static final int TRIES = 100;
  private static final double CAREFUL = 1e-3;

  /** How far firms that start on a bound may be on the wrong side of it, relative to output. */
  private static final double SLACK = 1e-14;

  private final ScaledFirms firms;
  private final int order;
  private final double stride;
  private final boolean surplus;

  /** Of each group and of buyers. */
  private final double[] rates;

  LinearDynamics(ScaledFirms firms) {
    this(firms, LinearSeries.ORDER, 1, false);
  }

  /**
   * With other care.
   *
   * @param stride share of the usual step to take
   * @param surplus whether to follow consumer surplus too
   */
  private LinearDynamics(ScaledFirms firms, int order, double stride, boolean surplus) {
    this.firms = firms;
    this.order = order;
    this.stride = stride;
    this.surplus = surplus;
    this.rates = new double[firms.count() + 1];
    for (int i = 0; i < firms.count(); i++) {
      rates[i] = firms.rate(i);
    }
    rates[firms.count()] = surplus ? 1 : Double.NaN;
  }

  /** A stretch on which the state is a polynomial; expanded anew when somebody asks inside it. */
  private final class Stretch extends Piece {
    private final double unit;
    private final double[] start;
    private double[] end;

    /** Kept until the next stretch begins: what was asked for often lies in the last one. */
    private LinearSeries expanded;

    private final double nextUnit;
    private final Activity[] nextRegime;

    Stretch(
        double from,
        double reach,
        Activity[] regime,
        double[] start,
        LinearSeries series,
        double nextUnit,
        Activity[] nextRegime) {
      super(from, from + reach * series.unit(), regime);
      this.unit = series.unit();
      this.start = start;
      this.expanded = series;
      this.nextUnit = nextUnit;
      this.nextRegime = nextRegime;
    }

    @Override
    void evaluate(double x, double[] state, double[] slopes) {
      LinearSeries kept = expanded;
      LinearSeries series =
          kept == null ? new LinearSeries(firms, regime(), start, unit, order, surplus) : kept;
      double at = (x - from()) / unit;
      series.state(at, state);
      if (slopes != null) {
        series.slopes(at, slopes);
      }
    }

    @Override
    double[] end() {
      double[] known = end;
      if (known == null) {
        known = new double[size()];
        evaluate(to(), known, null);
        end = known;
      }
      return known;
    }
  }

  @Override
  public int size() {
    return firms.count() + 2;
  }

  @Override
  public Scales scales() {
    return firms.scales();
  }

  @Override
  public String method() {
    return "Taylor series of order " + order + " with located regime switches";
  }

  @Override
  public Dynamics finer() {
    return new LinearDynamics(firms, order + 6, stride / 2, surplus);
  }

  @Override
  public Dynamics withSurplus() {
    return new LinearDynamics(firms, order, stride, firms.oneRate());
  }

  @Override
  public Objective objective() {
    return Objective.OWN_VALUE;
  }

  @Override
  public Piece first() {
    double[] state = new double[size()];
    double worth = 0;
    int active = 0;
    int last = 0;
    for (int i = 0; i < firms.count(); i++) {
      state[i] = firms.continuation(i);
      worth += state[i];
      if (!firms.idle(i)) {
        active += firms.size(i);
        last = i;
      }
    }
    if (worth == 0 && active == 1) {
      return new SoleStart(firms, last);
    }
    return stretch(0, state, LinearAggregate.regime(firms, state), FIRST_UNIT);
  }

  @Override
  public Piece next(Piece piece) {
    if (piece instanceof Stretch stretch) {
      Piece tail = tail(stretch);
      stretch.end();
      stretch.expanded = null;
      if (tail != null) {
        return tail;
      }
      return stretch(stretch.to(), stretch.end(), stretch.nextRegime, stretch.nextUnit);
    }
    SoleStart start = (SoleStart) piece;
    return stretch(start.to(), start.end(), start.nextRegime(), start.to() / 8);
  }

  /** What follows a stretch by whose end nothing changes any more; null where something does. */
  private Piece tail(Stretch before) {
    if (before.nextRegime != before.regime() || !settling(before)) {
      return null;
    }
    double[] slopes = new double[size()];
    before.evaluate(before.to(), new double[size()], slopes);
    double output = 1 / slopes[firms.count()];
    if (!Tail.reached(before.end(), slopes, output, before.regime(), rates, 1)) {
      return null;
    }
    return new Tail(
        before.to(), before.end(), slopes, before.nextRegime, rates, output * output / 2);
  }

  /** Whether values are the same to rounding at both ends of a stretch. */
  private static boolean settling(Stretch stretch) {
    for (int i = 0; i < stretch.regime().length; i++) {
      if (stretch.regime()[i] != Activity.SHUT_DOWN
          && !(Math.abs(stretch.end()[i] - stretch.start[i]) <= SETTLING * stretch.end()[i])) {
        return false;
      }
    }
    return true;
  }

  private Stretch stretch(double from, double[] state, Activity[] regime, double guess) {
    double unit = guess;
    LinearSeries series = new LinearSeries(firms, regime, state, unit, order, surplus);
    double reach = series.reach();
    for (int i = 0; i < TRIES && !suits(reach); i++) {
      // by few decades at a time: the powers of far too long or short a unit leave a double's range
      unit *= reach > 0 ? Math.max(CAREFUL, Math.min(reach, 1 / CAREFUL)) : CAREFUL;
      series = new LinearSeries(firms, regime, state, unit, order, surplus);
      reach = series.reach();
    }
    if (!(reach > 0)) {
      throw NoEquilibrium.at(
          from * scales().distance(),
          NoEquilibrium.NO_FIRM,
          series.output() * scales().output(),
          "values and outputs are too many orders of magnitude apart to be followed",
          "bring the firms' continuation values, costs and capacities closer together");
    }
    double step = Math.min(reach, LONGEST) * stride;
    return switched(from, state, regime, series, step);
  }

  /** Infinite where nothing changes at all. */
  private static boolean suits(double reach) {
    return reach >= 1 / LONGEST && (reach <= LONGEST || Double.isInfinite(reach));
  }

  /** The stretch as far as the regime holds. */
  private Stretch switched(
      double from, double[] state, Activity[] regime, LinearSeries series, double step) {
    double slack = SLACK * series.output();
    double reach = step;
    int who = -1;
    Activity what = null;
    for (int i = 0; i < regime.length; i++) {
      if (firms.idle(i) || staysClear(series, i, regime[i], reach, slack)) {
        continue;
      }
      double[] wish = series.wish(i);
      if (regime[i] != Activity.AT_CAPACITY) {
        double sign = regime[i] == Activity.INTERIOR ? 1 : -1;
        double root = PolynomialRoot.firstFall(wish, 0, sign, slack, reach);
        if (root < reach) {
          reach = root;
          who = i;
          what = regime[i] == Activity.INTERIOR ? Activity.SHUT_DOWN : Activity.INTERIOR;
        }
      }
      if (regime[i] != Activity.SHUT_DOWN && firms.capacity(i) < Double.POSITIVE_INFINITY) {
        double sign = regime[i] == Activity.INTERIOR ? -1 : 1;
        double root = PolynomialRoot.firstFall(wish, firms.capacity(i), sign, slack, reach);
        if (root < reach) {
          reach = root;
          who = i;
          what = regime[i] == Activity.INTERIOR ? Activity.AT_CAPACITY : Activity.INTERIOR;
        }
      }
    }
    Activity[] after = regime;
    if (who >= 0) {
      after = regime.clone();
      after[who] = what;
    }
    return new Stretch(from, reach, regime, state, series, step * series.unit(), after);
  }

  private boolean staysClear(
      LinearSeries series, int group, Activity activity, double reach, double slack) {
    double most = firms.capacity(group);
    return switch (activity) {
      case INTERIOR -> series.staysClear(group, reach, slack, most - slack);
      case AT_CAPACITY -> series.staysClear(group, reach, most + slack, Double.POSITIVE_INFINITY);
      case SHUT_DOWN -> series.staysClear(group, reach, Double.NEGATIVE_INFINITY, -slack);
    };
  }

  @Override
  public double outputs(double x, double[] state, Activity[] regime, double[] outputs) {
    double curvature = 0;
    double drop = -1;
    double right = 0;
    double capped = 0;
    for (int i = 0; i < regime.length; i++) {
      if (regime[i] == Activity.INTERIOR) {
        curvature += firms.size(i) / firms.margin(i);
        drop += firms.size(i);
        right += firms.size(i) * firms.rate(i) * state[i] / firms.margin(i);
      } else if (regime[i] == Activity.AT_CAPACITY) {
        capped += firms.size(i) * firms.capacity(i);
      }
    }
    right += capped;
    double output =
        drop < 0
            ? capped
            : (drop + StrictMath.sqrt(drop * drop + 4 * curvature * right)) / (2 * curvature);
    for (int i = 0; i < regime.length; i++) {
      outputs[i] =
          switch (regime[i]) {
            case INTERIOR -> firms.wish(i, state[i], output);
            case AT_CAPACITY -> firms.capacity(i);
            case SHUT_DOWN -> 0;
          };
    }
    return output;
  }

  @Override
  public void slopes(double x, double[] state, Activity[] regime, double[] slopes) {
    int n = firms.count();
    double output = outputs(x, state, regime, slopes);
    for (int i = 0; i < n; i++) {
      double a = firms.margin(i);
      slopes[i] =
          regime[i] == Activity.INTERIOR
              ? a - output - slopes[i]
              : ((a - output) * slopes[i] - firms.rate(i) * state[i]) / output;
    }
    slopes[n] = 1 / output;
    slopes[n + 1] = surplus ? output / 2 - state[n + 1] / output : 0;
  }
}
