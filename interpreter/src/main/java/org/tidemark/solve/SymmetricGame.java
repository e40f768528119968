package org.tidemark.solve;

/**
 * Firms alike in all, that deplete a remaining distance to a crossing by what they produce
 * together.
 *
 * <p>Each sells at the inverse demand P = choke - slope Q, discounts at {@code discountRate}, and
 * is worth {@code continuationValue} from the crossing on. With V(x) the value of one firm at
 * remaining distance x, dx/dt = -Q and V(0) = continuationValue.
 *
 * <p>Units are the caller's, but must be coherent: with output in G per year, choke in M/G, slope
 * in M/(G/year) and discountRate in 1/year, distances are in G, times in years, values in M. A
 * common constant marginal cost is allowed for by subtracting it from the choke and adding it to
 * every price that comes back.
 *
 * <p>Everything depends on the number of firms and two numbers without unit only, and is computed
 * from them, so that a change of units changes no more than the rounding of the units themselves.
 *
 * @param firms how many firms, at least 1
 * @param choke the price at which nothing is demanded, above 0
 * @param slope by how much the price falls per unit of aggregate output, above 0
 * @param discountRate continuous rate per unit of time, above 0
 * @param continuationValue worth of one firm at the crossing, not negative; above {@link
 *     #nashBound} the crossing is desired, see {@link CrossingRegime}
 */
public record SymmetricGame(
    int firms, double choke, double slope, double discountRate, double continuationValue) {

  /** Beyond this multiple of their natural scales, squares leave the range of a double. */
  private static final double RANGE = 1e100;

  /**
   * Checks the parameters.
   *
   * @throws InadmissibleGame naming the first parameter outside its domain
   */
  public SymmetricGame {
    InadmissibleGame.firms(firms);
    InadmissibleGame.positive(
        "choke",
        choke,
        "nobody buys at a price that covers the marginal cost, so nothing is ever produced",
        "raise the choke price above the marginal cost");
    InadmissibleGame.positive(
        "slope",
        slope,
        "demand that does not fall with the price leaves output without a bound",
        "give an inverse demand that falls with output");
    InadmissibleGame.positive(
        "discountRate",
        discountRate,
        "without discounting, profits put off for ever have no finite value",
        "give a positive discount rate");
    InadmissibleGame.notNegative(
        "continuationValue",
        continuationValue,
        "a firm that loses by the crossing would rather stop short of it",
        "give zero or more; a firm free to leave is worth at least zero");
    double worth = choke / slope * (choke / discountRate);
    double flow = choke / slope * choke;
    if (!(isNormal(worth) && isNormal(flow))) {
      throw new InadmissibleGame(
          "choke",
          choke,
          Double.NaN,
          "with this slope and discount rate the worth of the market is outside a double's range",
          "state the game in other units");
    }
    if (sigma(slope, discountRate, continuationValue, choke).high() > RANGE) {
      throw new InadmissibleGame(
          "continuationValue",
          continuationValue,
          RANGE * worth,
          "it exceeds what the market could pay by more than a hundred orders of magnitude",
          "check the units of the value, the slope and the choke price");
    }
  }

  /**
   * The Markov perfect equilibrium: each firm maximises its own value given the others' strategy.
   */
  public MarkovPerfectEquilibrium markovPerfectEquilibrium() {
    return new MarkovPerfectEquilibrium(this);
  }

  /** The outcome that maximises the firms' joint value. */
  public CooperativeOutcome cooperativeOutcome() {
    return new CooperativeOutcome(this);
  }

  /** The outcome that maximises consumer surplus, profits and the firms' continuation values. */
  public PlannerOutcome plannerOutcome() {
    return new PlannerOutcome(this);
  }

  /**
   * S_N = a^2 / (b r (N+1)^2), the value of static Cournot profits for ever: the continuation value
   * at which the crossing is neutral in the Markov perfect equilibrium.
   */
  public double nashBound() {
    double next = firms + 1.0;
    return valueScale() / (next * next);
  }

  /**
   * S_C = a^2 / (4 b N r), a share of static monopoly profits for ever: the continuation value at
   * which the crossing is neutral for the firms together.
   */
  public double cooperativeBound() {
    return valueScale() / (4.0 * firms);
  }

  /**
   * S_P = a^2 / (2 b N r): the continuation value at which the crossing is neutral for a planner.
   */
  public double plannerBound() {
    return valueScale() / (2.0 * firms);
  }

  /**
   * 4 S_C = a^2 / (b N r): the continuation value above which competing firms no longer produce
   * more than cooperating ones at every distance, the order being reversed next to the crossing
   * (Proposition 1 of the working paper fails). At the bound the price at the crossing is zero both
   * ways.
   */
  public double overproductionBound() {
    return valueScale() / firms;
  }

  /** The same game among another number of firms. */
  public SymmetricGame withFirms(int number) {
    return new SymmetricGame(number, choke, slope, discountRate, continuationValue);
  }

  /** The same game with another continuation value. */
  public SymmetricGame withContinuationValue(double value) {
    return new SymmetricGame(firms, choke, slope, discountRate, value);
  }

  /** a^2/(b r), the unit of value. */
  double valueScale() {
    return choke / slope * (choke / discountRate);
  }

  /** a^2/b, the unit of profit flows. */
  double flowScale() {
    return choke / slope * choke;
  }

  /** a/b, the unit of output. */
  double outputScale() {
    return choke / slope;
  }

  /** a/(b r), the unit of distance. */
  double distanceScale() {
    return choke / slope / discountRate;
  }

  /** sigma = b r S / a^2. */
  double sigma() {
    return sigma(slope, discountRate, continuationValue, choke).high();
  }

  /** 1 - multiple * sigma, without cancellation where the product is close to 1. */
  double shortfall(double multiple) {
    return sigma(slope, discountRate, continuationValue, choke).times(multiple).oneMinus();
  }

  /**
   * xi = b r x / a.
   *
   * @throws InadmissibleGame where the distance is negative, not finite, or beyond the range
   */
  double xi(double remaining) {
    InadmissibleGame.notNegative(
        "remaining",
        remaining,
        "the crossing lies behind",
        "ask at a remaining distance of zero or more");
    int exponents =
        exponent(slope) + exponent(discountRate) + exponent(remaining) - exponent(choke);
    DoubleDouble ratio =
        DoubleDouble.product(mantissa(slope), mantissa(discountRate))
            .times(mantissa(remaining))
            .over(new DoubleDouble(mantissa(choke), 0))
            .scaled(exponents);
    if (ratio.high() > RANGE) {
      throw new InadmissibleGame(
          "remaining",
          remaining,
          RANGE * distanceScale(),
          "it is more than a hundred orders of magnitude longer than firms can look ahead",
          "check the units of the distance, the slope and the choke price");
    }
    return ratio.high();
  }

  /** r t. */
  double discounted(double time) {
    return discountRate * time;
  }

  private static DoubleDouble sigma(
      double slope, double discountRate, double continuationValue, double choke) {
    int exponents =
        exponent(slope)
            + exponent(discountRate)
            + exponent(continuationValue)
            - 2 * exponent(choke);
    return DoubleDouble.product(mantissa(slope), mantissa(discountRate))
        .times(mantissa(continuationValue))
        .over(DoubleDouble.product(mantissa(choke), mantissa(choke)))
        .scaled(exponents);
  }

  private static boolean isNormal(double x) {
    return x >= Double.MIN_NORMAL && x <= Double.MAX_VALUE;
  }

  private static int exponent(double x) {
    return x == 0 ? 0 : Math.getExponent(x);
  }

  private static double mantissa(double x) {
    return x == 0 ? 0 : Math.scalb(x, -Math.getExponent(x));
  }
}
