package org.tidemark.solve.game;

/**
 * The Markov perfect equilibrium for any inverse demand that falls with output, and for costs that
 * move with the distance.
 *
 * <p>With m = P(Q) - c, the first-order condition m + P'(Q) q = V' put into r V = m q - V' Q gives
 * the interior output given the aggregate, q = (r V + m Q)/(m - P' Q), so that one scalar equation
 * sum w clip(q, 0, k) = Q remains. A firm at capacity or shut down has V' = (m q - r V)/Q.
 */
final class RivalDynamics extends CollocatedDynamics {
  private static final double SMALLEST = 0x1p-120;
  private static final double LARGEST = 0x1p60;
  private static final double GRID = StrictMath.pow(2, 0.25);
  private static final int NEWTON = 60;

  /** Beside a firm's value, a value this small changes nothing; its square root neither. */
  private static final double NOTHING = 1e-34;

  RivalDynamics(InverseDemand demand, FirmGroups groups) {
    this(demand, groups, 0);
  }

  private RivalDynamics(InverseDemand demand, FirmGroups groups, int extraDegree) {
    super(demand, groups, extraDegree);
  }

  @Override
  public Dynamics finer() {
    return new RivalDynamics(demand, groups, 6);
  }

  @Override
  public Objective objective() {
    return Objective.OWN_VALUE;
  }

  // ---- aggregate output

  /** What a firm wants to make; infinite where it would always want more. */
  private double wish(int i, double x, double value, double output, double price, double slope) {
    Firm kind = groups.kind(i);
    double margin = price - kind.cost().at(x);
    double gain = kind.discountRate() * value + margin * output;
    double per = margin - slope * output;
    if (gain <= 0) {
      return per > 0 ? gain / per : -output;
    }
    return per > 0 ? gain / per : Double.POSITIVE_INFINITY;
  }

  private double excess(double x, double[] state, double output) {
    double price = demand.price(output);
    double slope = demand.slope(output);
    if (Double.isNaN(price) || Double.isNaN(slope)) {
      return Double.NaN;
    }
    double sum = 0;
    boolean taken = false;
    for (int i = 0; i < groups.count(); i++) {
      double wish = wish(i, x, state[i], output, price, slope);
      if (!taken && wish > 0 && wish < groups.kind(i).capacity()) {
        sum += (groups.size(i) - 1) * wish + beyond(i, x, state[i], output, price, slope);
        taken = true;
      } else {
        sum += groups.size(i) * Math.max(0, Math.min(wish, groups.kind(i).capacity()));
      }
    }
    return taken ? sum : sum - output;
  }

  /** What one firm wants to make beyond what all make, which cancels where it is alone. */
  private double beyond(int i, double x, double value, double output, double price, double slope) {
    Firm kind = groups.kind(i);
    return (kind.discountRate() * value + slope * output * output)
        / (price - kind.cost().at(x) - slope * output);
  }

  /** The one output at which wishes add up, at the crossing; zero where it starts from there. */
  private double search(double[] state) {
    double typical = demand.typicalOutput();
    double root = 0;
    int roots = 0;
    boolean above = false;
    double before = 0;
    for (double at = SMALLEST; at <= LARGEST; at *= GRID) {
      double output = at * typical;
      double excess = excess(0, state, output);
      if (Double.isNaN(excess)) {
        continue;
      }
      if (above && excess <= 0) {
        root = bisect(0, state, before, output);
        roots++;
      }
      above = excess > 0;
      before = output;
    }
    if (above) {
      throw NoEquilibrium.at(
          0,
          NoEquilibrium.NO_FIRM,
          before,
          "at any output firms want to make more: nothing that they lose by it outweighs the"
              + " crossing",
          "give a demand whose price falls to the firms' costs, or lower continuation values");
    }
    if (roots > 1) {
      throw NoEquilibrium.at(
          0,
          NoEquilibrium.NO_FIRM,
          root,
          "at the crossing there are " + roots + " equilibria, and nothing says which is played",
          "give a demand for which firms' wishes add up at one output only");
    }
    return root;
  }

  private double bisect(double x, double[] state, double positive, double negative) {
    double low = positive;
    double high = negative;
    while (true) {
      double middle = low + (high - low) / 2;
      if (middle <= low || middle >= high) {
        return low;
      }
      if (excess(x, state, middle) > 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
  }

  @Override
  double aggregate(double x, double[] state, Activity[] regime, double guess) throws Undefined {
    double capped = 0;
    boolean inside = false;
    for (int i = 0; i < regime.length; i++) {
      if (regime[i] == Activity.AT_CAPACITY) {
        capped += groups.size(i) * groups.kind(i).capacity();
      }
      inside |= regime[i] == Activity.INTERIOR;
    }
    if (!inside) {
      return capped;
    }
    double output = guess;
    double before = Double.POSITIVE_INFINITY;
    for (int round = 0; round < NEWTON; round++) {
      double price = demand.price(output);
      double slope = demand.slope(output);
      double curvature = demand.curvature(output);
      double sum = capped;
      boolean taken = false;
      double rise = 0;
      for (int i = 0; i < regime.length; i++) {
        if (regime[i] == Activity.INTERIOR) {
          double margin = price - groups.kind(i).cost().at(x);
          double per = margin - slope * output;
          double own = (groups.kind(i).discountRate() * state[i] + margin * output) / per;
          if (!(per > 0)) {
            throw unbounded(x, i, output);
          }
          double ownRise = (slope * output + margin + own * curvature * output) / per;
          if (taken) {
            sum += groups.size(i) * own;
            rise += groups.size(i) * ownRise;
          } else {
            double beyond = beyond(i, x, state[i], output, price, slope);
            double steeper = 2 * slope + curvature * (output + beyond);
            sum += (groups.size(i) - 1) * own + beyond;
            rise += (groups.size(i) - 1) * ownRise + steeper * output / per;
            taken = true;
          }
        }
      }
      double step = -sum / rise;
      if (!Double.isFinite(step)) {
        throw new Undefined(none(x, output));
      }
      double size = Math.abs(step);
      if (size <= 1e-16 * output || size < 1e-13 * output && size >= before) {
        if (!(rise < 0)) {
          throw new Undefined(none(x, output));
        }
        return output;
      }
      output = output + step > 0 ? output + step : output / 2;
      before = size;
    }
    throw new Undefined(none(x, output));
  }

  private Undefined unbounded(double x, int group, double output) {
    return new Undefined(
        NoEquilibrium.at(
            x,
            groups.firstOf(group),
            output,
            "the price is so far below its cost that its marginal loss falls with its output, and"
                + " it wants the crossing: it has no best reply",
            "give it a lower continuation value or cost, or a capacity"));
  }

  private static NoEquilibrium none(double x, double output) {
    return NoEquilibrium.at(
        x,
        NoEquilibrium.NO_FIRM,
        output,
        "there is no output at which what firms want to make adds up to it",
        "ask nearer to the crossing, or give lower continuation values or a demand that falls"
            + " faster");
  }

  @Override
  double guess(double x, double[] state, Activity[] regime) {
    double typical = demand.typicalOutput();
    double step = 2;
    double at = typical;
    double excess = excess(x, state, at);
    double first = Math.signum(excess);
    for (int i = 0; i < 600 && Math.signum(excess) == first && first != 0; i++) {
      at = first > 0 ? at * step : at / step;
      excess = excess(x, state, at);
    }
    double other = first > 0 ? at / step : at * step;
    return first > 0 ? bisect(x, state, other, at) : bisect(x, state, at, other);
  }

  // ---- one firm

  @Override
  void outputs(double x, double[] state, Activity[] regime, double output, double[] outputs) {
    double price = demand.price(output);
    double slope = demand.slope(output);
    for (int i = 0; i < regime.length; i++) {
      outputs[i] =
          switch (regime[i]) {
            case INTERIOR -> wish(i, x, state[i], output, price, slope);
            case AT_CAPACITY -> groups.kind(i).capacity();
            case SHUT_DOWN -> 0;
          };
    }
  }

  @Override
  void valueSlopes(
      double x,
      double[] state,
      Activity[] regime,
      double output,
      double[] outputs,
      double[] slopes) {
    double price = demand.price(output);
    double slope = demand.slope(output);
    for (int i = 0; i < regime.length; i++) {
      double margin = price - groups.kind(i).cost().at(x);
      slopes[i] =
          regime[i] == Activity.INTERIOR
              ? margin + slope * outputs[i]
              : (margin * outputs[i] - groups.kind(i).discountRate() * state[i]) / output;
    }
  }

  @Override
  double margin(double x, double[] state, Activity[] regime, double output) {
    double price = demand.price(output);
    double slope = demand.slope(output);
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < regime.length; i++) {
      double wish = wish(i, x, state[i], output, price, slope);
      double most = groups.kind(i).capacity();
      least =
          Math.min(
              least,
              switch (regime[i]) {
                case INTERIOR -> Math.min(wish, most - wish);
                case AT_CAPACITY -> wish - most;
                case SHUT_DOWN -> -wish;
              });
    }
    return least;
  }

  @Override
  Activity[] regime(double x, double[] state, double output) throws Undefined {
    double wide = 1e-7;
    double low = output / (1 + wide);
    double high = output * (1 + wide);
    while (!(excess(x, state, low) > 0 && excess(x, state, high) <= 0)) {
      wide *= 4;
      if (wide > 1e6) {
        throw new Undefined(none(x, output));
      }
      low = output / (1 + wide);
      high = output * (1 + wide);
    }
    return regimeAt(x, state, bisect(x, state, low, high));
  }

  private Activity[] regimeAt(double x, double[] state, double output) {
    double price = demand.price(output);
    double slope = demand.slope(output);
    Activity[] regime = new Activity[groups.count()];
    for (int i = 0; i < regime.length; i++) {
      double wish = wish(i, x, state[i], output, price, slope);
      regime[i] =
          wish <= 0
              ? Activity.SHUT_DOWN
              : wish >= groups.kind(i).capacity() ? Activity.AT_CAPACITY : Activity.INTERIOR;
    }
    return regime;
  }

  // ---- whether replies are best

  @Override
  void verify(double x, double[] state, Activity[] regime, double output) throws Undefined {
    if (demand instanceof LinearDemand) {
      return;
    }
    double[] outputs = new double[groups.count()];
    double[] slopes = new double[groups.count()];
    outputs(x, state, regime, output, outputs);
    valueSlopes(x, state, regime, output, outputs, slopes);
    for (int i = 0; i < regime.length; i++) {
      verifyReply(x, i, output, outputs[i], slopes[i]);
    }
  }

  /** Looks for a better reply, over six decades about the aggregate output. */
  private void verifyReply(double x, int i, double output, double own, double marginal)
      throws Undefined {
    double cost = groups.kind(i).cost().at(x);
    double rest = Math.max(0, output - own);
    double most = groups.kind(i).capacity();
    double profit = (demand.price(output) - cost) * own - marginal * own;
    double size = Math.abs(demand.price(output) * output);
    for (double factor = 1e-3; factor <= 1e3; factor *= 1.5) {
      double other = Math.min(most, factor * output);
      double gain = (demand.price(rest + other) - cost - marginal) * other - profit;
      if (gain > 1e-9 * size) {
        throw new Undefined(
            NoEquilibrium.at(
                x,
                groups.firstOf(i),
                output,
                "what satisfies its first-order condition is not its best reply: it would gain by"
                    + " making "
                    + (other > own ? "more" : "less"),
                "give a demand whose marginal revenue falls with output"));
      }
    }
  }

  @Override
  public Piece first() {
    int n = groups.count();
    double[] state = new double[size()];
    double worth = 0;
    for (int i = 0; i < n; i++) {
      state[i] = groups.kind(i).continuationValue();
      worth += state[i];
    }
    double output = search(state);
    if (output == 0) {
      startFromNothing(state, worth);
      output = search(state);
    }
    if (!(Math.abs(excess(0, state, output)) <= 1e-6 * output)) {
      throw NoEquilibrium.at(
          0,
          NoEquilibrium.NO_FIRM,
          output,
          "what firms want to make jumps past every output, as some have no best reply",
          "give lower continuation values or costs, or capacities");
    }
    Activity[] regime = regimeAt(0, state, output);
    try {
      verify(0, state, regime, output);
    } catch (Undefined undefined) {
      throw undefined.reason();
    }
    return begin(state, regime, output);
  }

  /** Output starts from zero: a value next to nothing leads to the same solution. */
  private void startFromNothing(double[] state, double worth) {
    double choke = demand.choke();
    double cheapest = Double.POSITIVE_INFINITY;
    for (int i = 0; i < groups.count(); i++) {
      cheapest = Math.min(cheapest, groups.kind(i).cost().at(0));
    }
    if (worth > 0) {
      throw NoEquilibrium.at(
          0,
          NoEquilibrium.NO_FIRM,
          0,
          "at every output firms want to make less, as less of it sells for more in all",
          "give a demand that is more elastic than 1, or more firms");
    }
    if (Double.isInfinite(choke) || !(choke > cheapest)) {
      throw NoEquilibrium.at(
          0,
          NoEquilibrium.NO_FIRM,
          0,
          Double.isInfinite(choke)
              ? "the price rises without a bound as output vanishes, and nobody gains by the"
                  + " crossing, so it is put off for ever"
              : "nobody buys at a price that covers any firm's marginal cost, so nothing is ever"
                  + " produced",
          "give a continuation value, more firms, or a demand with a choke price");
    }
    for (int i = 0; i < groups.count(); i++) {
      state[i] =
          NOTHING * (choke - cheapest) * demand.typicalOutput() / groups.kind(i).discountRate();
    }
  }
}
