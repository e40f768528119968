package org.tidemark.solve;

/**
 * The symmetric Markov perfect equilibrium: (N-exact) of the working paper on the lower root of its
 * quadratic, the only one with positive output, and the crossing time that follows from it,
 *
 * <pre>
 *   V' = (A - u)/(2 N^2),   u = sqrt(B^2 + E V),   Q = (B + u)/(2 N b (N+1)),
 *   x = (4 N^2/E) [u0 - u + A ln((A - u0)/(A - u))],
 *   T = [(N^2+1) ln((A - u0)/(A - u)) - (N^2-1) ln((B + u)/(B + u0))] / (N (N+1) r),
 * </pre>
 *
 * <p>with A = a (N^2+1), B = a (N^2-1), E = 4 N^2 b (N+1)^2 r. Computed with the first logarithm as
 * the unknown (see {@link SaturatingPath}), in units of choke, slope and discount rate.
 *
 * <p>A single firm has nobody to compete with: its equilibrium is the {@link CooperativeOutcome},
 * bit for bit.
 */
public final class MarkovPerfectEquilibrium implements RemainingDistanceSolution {
  private static final String FORM = "closed form (N-exact, log-gap form)";

  /** Discount factors past this many units of log gap are below 1e-20. */
  private static final double HORIZON = 80;

  private static final double PANEL = 1;

  private final SymmetricGame game;
  private final double shortfall;

  /** N, N + 1, A = N^2 + 1, B = N^2 - 1, E = (2 N (N + 1))^2. */
  private final double n;

  private final double next;
  private final double a;
  private final double b;
  private final double e;

  /** The path of u, whose integral is (N+1)^2 x. */
  private final SaturatingPath path;

  MarkovPerfectEquilibrium(SymmetricGame game) {
    this.game = game;
    this.n = game.firms();
    this.next = n + 1;
    this.a = n * n + 1;
    this.b = (n - 1) * next;
    this.e = 4 * n * n * next * next;
    this.shortfall = game.shortfall(next * next);
    double start = StrictMath.hypot(b, 2 * n * next * StrictMath.sqrt(game.sigma()));
    this.path = new SaturatingPath(start, 4 * n * n * shortfall / (a + start), a);
  }

  @Override
  public SymmetricGame game() {
    return game;
  }

  @Override
  public String method() {
    return alone() ? CooperativeOutcome.FORM : FORM;
  }

  @Override
  public CrossingRegime regime() {
    return CrossingRegime.of(shortfall);
  }

  /** {@link SymmetricGame#nashBound}. */
  @Override
  public double continuationValueBound() {
    return game.nashBound();
  }

  @Override
  public double priceNegativeBelow() {
    if (alone()) {
      return game.cooperativeOutcome().priceNegativeBelow();
    }
    return path.startGap() >= -2 * n ? 0 : distance(StrictMath.log(path.startGap() / (-2 * n)));
  }

  @Override
  public OutcomeAtDistance at(double remaining) {
    if (alone()) {
      return game.cooperativeOutcome().at(remaining);
    }
    SaturatingPath.LogGap gap = logGap(remaining);
    double d = gap.value();
    double y = path.gap(d);
    double u = path.level(d);
    double gain = valueGain(d);
    double value = gain >= 0 ? game.sigma() + gain : (2 - y) * (2 * n * n - y) / e;
    double marginal = y / (2 * n * n);
    DimensionlessOutcome outcome =
        new DimensionlessOutcome(
            gain,
            value,
            marginal,
            marginal,
            (b + u) / (2 * n * next),
            (2 * n + y) / (2 * n * next),
            time(d),
            bellmanResidual(value, marginal),
            closedFormResidual(d, value, remaining),
            gap.steps());
    return new OutcomeAtDistance(game, remaining, FORM, outcome);
  }

  /**
   * {@inheritDoc} Profits are closed forms; consumer surplus is an incomplete beta function, taken
   * by quadrature over the log gap.
   */
  @Override
  public PresentValues presentValues(double remaining) {
    if (alone()) {
      return game.cooperativeOutcome().presentValues(remaining);
    }
    double d = logGap(remaining).value();
    double time = time(d);
    double scale = game.valueScale();
    Quadrature consumerSurplus = consumerSurplusValue(d);
    return new PresentValues(
        scale * (n * (valueGain(d) - game.sigma() * StrictMath.expm1(-time))),
        scale * (n * game.sigma() * StrictMath.exp(-time)),
        scale * consumerSurplus.value(),
        scale * consumerSurplus.error());
  }

  @Override
  public double distanceCrossedIn(double time) {
    if (alone()) {
      return game.cooperativeOutcome().distanceCrossedIn(time);
    }
    InadmissibleGame.notNegative(
        "time", time, "the crossing lies ahead", "ask for a time of zero or later");
    return distance(logGapAtTime(game.discounted(time)));
  }

  private boolean alone() {
    return game.firms() == 1;
  }

  private SaturatingPath.LogGap logGap(double remaining) {
    return path.invert(next * next * game.xi(remaining));
  }

  private double distance(double d) {
    return game.distanceScale() * (path.distance(d) / (next * next));
  }

  private double valueGain(double d) {
    return path.rise(d) * (path.level(d) + path.start()) / e;
  }

  private double time(double d) {
    return (a * d - b * StrictMath.log1p(path.rise(d) / (b + path.start()))) / (n * next);
  }

  /**
   * Time by log gap has a slope that varies by a factor of two at most, so Newton needs no care.
   */
  private double logGapAtTime(double time) {
    double d = time * n * next / a;
    double previous = Double.POSITIVE_INFINITY;
    while (d > 0) {
      double u = path.level(d);
      double step = (time(d) - time) / (2 * n / next * (u / (b + u)));
      if (!(Math.abs(step) < previous)) {
        break;
      }
      d -= step;
      previous = Math.abs(step);
    }
    return Math.max(0, d);
  }

  /** The integral of exp(-(T(d) - T(d - s))) Q^2/2 dT over the log gap s already closed. */
  private Quadrature consumerSurplusValue(double d) {
    double horizon = Math.min(d, HORIZON + 4 * StrictMath.log1p(Math.abs(path.startGap())));
    int panels = (int) Math.ceil(horizon / PANEL);
    Quadrature sum = new Quadrature(0, 0);
    for (int i = 0; i < panels; i++) {
      double from = horizon * i / panels;
      double to = horizon * (i + 1) / panels;
      sum = sum.plus(Quadrature.of(s -> discountedConsumerSurplus(d, s), from, to));
    }
    return sum;
  }

  private double discountedConsumerSurplus(double d, double s) {
    double earlier = Math.max(0, d - s);
    double u = path.level(earlier);
    double rise = -path.gap(earlier) * StrictMath.expm1(-s);
    double elapsed = (a * s - b * StrictMath.log1p(rise / (b + u))) / (n * next);
    double surplusPerLogGap = (b + u) * u / (4 * n * next * next * next);
    return StrictMath.exp(-elapsed) * surplusPerLogGap;
  }

  /** What value and marginal value miss r V = (a - V')(a - N^2 V')/(b (N+1)^2) by. */
  private double bellmanResidual(double value, double marginal) {
    double missing = value - (1 - marginal) * (1 - n * n * marginal) / (next * next);
    double size =
        Math.max(
            value, (1 + Math.abs(marginal)) * (1 + n * n * Math.abs(marginal)) / (next * next));
    return Math.abs(missing) / size;
  }

  /** What the value misses (N+1)^2 x = u0 - u + A d by, with u taken from the value. */
  private double closedFormResidual(double d, double value, double remaining) {
    double u = StrictMath.hypot(b, 2 * n * next * StrictMath.sqrt(value));
    double missing = (path.start() - u) + a * d - next * next * game.xi(remaining);
    return Math.abs(missing) / (path.start() + u + a * d);
  }
}
