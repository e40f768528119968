package org.tidemark.solve.capacity;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.tidemark.solve.Quadrature;

/**
 * Competing firms whose capacity binds until construction is done at a time Delta, all of them
 * alike and foreseeing it: Corollary 3 of the working paper, that construction delays the crossing
 * by no more than it takes.
 *
 * <p>While the capacity k(t) binds, x falls by N k per unit of time, and differentiating the
 * Bellman equation gives dp/dt = r p for the marginal value p of distance. So p is known backwards
 * from the end of that stretch, and the capacity binds as long as k is at most (a - p)/(b (N + 1)),
 * what a firm would like to make; that is checked all along. From then on the game without
 * construction is played. With Delta reached first, the delay is Delta less the time that the same
 * output would have taken, and so at most Delta.
 */
public final class ConstructionLag {
  private static final int SAMPLES = 256;

  /** By how much a capacity may exceed what is wanted and still count as binding. */
  private static final double SLACK = 1e-9;

  private final CappedGame afterwards;
  private final CapacityPath capacity;
  private final double construction;
  private final double initial;
  private final double bindsUntil;
  private final double leftThen;
  private final double crossing;
  private final double shadowPriceThen;

  /**
   * The path from an initial distance.
   *
   * @param afterwards the game once construction is done
   * @param capacity of one firm until then
   * @param construction Delta, from the start, not negative
   * @param initial the remaining distance at the start, not negative
   * @throws InadmissibleCapacity where the capacity does not bind first and then no longer
   */
  public ConstructionLag(
      CappedGame afterwards, CapacityPath capacity, double construction, double initial) {
    this.afterwards = afterwards;
    this.capacity = capacity;
    this.construction = construction;
    this.initial = initial;
    if (!(construction >= 0) || Double.isInfinite(construction)) {
      throw new InadmissibleCapacity(
          "construction", construction, 0, "construction ends", "give a time of zero or more");
    }
    if (construction > 0) {
      for (int i = 0; i <= SAMPLES; i++) {
        InadmissibleCapacity.positive(
            "capacity",
            capacity.at(construction * i / SAMPLES),
            "firms that can make nothing for a while bring the crossing no nearer",
            "give a capacity above 0 at all times of construction");
      }
    }
    double exhausted = exhausted();
    this.bindsUntil = bindsUntil(exhausted);
    this.leftThen = bindsUntil == exhausted ? 0 : left(bindsUntil);
    this.crossing = bindsUntil + (leftThen == 0 ? 0 : afterwards.timeToCrossing(leftThen));
    this.shadowPriceThen = leftThen == 0 ? atCrossing() : afterwards.marginalValue(leftThen);
    requireBinding();
    requireFree();
  }

  /** The distance left if the capacity binds until a time. */
  private double left(double time) {
    return initial - afterwards.game().firms() * capacity.made(time);
  }

  /** When capacity alone has brought the crossing; infinite where construction is done before. */
  private double exhausted() {
    if (initial == 0) {
      return 0;
    }
    return construction == 0 || left(construction) > 0
        ? Double.POSITIVE_INFINITY
        : root(this::left, 0, construction);
  }

  private double bindsUntil(double exhausted) {
    double end = Math.min(construction, exhausted);
    DoubleUnaryOperator slack =
        time -> capacity.at(time) - afterwards.output(Math.max(0, left(time)));
    if (end == 0 || slack.applyAsDouble(0) >= 0) {
      return 0;
    }
    double before = 0;
    for (int i = 1; i <= SAMPLES; i++) {
      double time = i == SAMPLES ? end : end * i / SAMPLES;
      if (slack.applyAsDouble(time) > 0) {
        return root(slack, before, time);
      }
      before = time;
    }
    return end;
  }

  /** p where the capacity binds right up to the crossing: r S = (a - b K) k - p K. */
  private double atCrossing() {
    var game = afterwards.game();
    if (construction == 0) {
      return afterwards.marginalValue(0);
    }
    double k = capacity.at(Math.min(bindsUntil, construction));
    double all = game.firms() * k;
    return ((game.choke() - game.slope() * all) * k
            - game.discountRate() * game.continuationValue())
        / all;
  }

  private void requireBinding() {
    for (int i = 0; i <= SAMPLES && bindsUntil > 0; i++) {
      double time = bindsUntil * i / SAMPLES;
      double wanted = wanted(time);
      double possible = capacity.at(time);
      if (possible > wanted * (1 + SLACK)) {
        throw refused(
            time,
            "firms that see the end of construction coming would not use all their capacity then,"
                + " which is "
                + possible
                + " and more than the "
                + wanted
                + " that they want to make");
      }
    }
  }

  /** After it has ceased to bind, a capacity under construction must not bind again. */
  private void requireFree() {
    double end = Math.min(construction, crossing);
    for (int i = 1; i < SAMPLES && bindsUntil < end; i++) {
      double time = bindsUntil + (end - bindsUntil) * i / SAMPLES;
      double wanted = afterwards.output(remainingAfter(time));
      double possible = capacity.at(time);
      if (possible < wanted * (1 - SLACK)) {
        throw refused(
            time,
            "the capacity does not bind before, and would then, so that firms would produce ahead"
                + " of it");
      }
    }
  }

  private InadmissibleCapacity refused(double time, String reason) {
    return new InadmissibleCapacity(
        "time",
        time,
        Double.NaN,
        reason,
        "give a capacity that binds from the start, and once it no longer does stays sufficient");
  }

  /** What a firm would like to make at a time while the capacity binds, if the others run at it. */
  private double wanted(double time) {
    var game = afterwards.game();
    double margin = game.choke() - shadowPrice(time);
    double others = (game.firms() - 1) * capacity.at(time);
    // with the others at capacity, a firm's best answer; at least k exactly where k is at most
    // (a - p)/(b (N + 1))
    return (margin / game.slope() - others) / 2;
  }

  /** The marginal value of distance to a firm at a time while the capacity binds. */
  public double shadowPrice(double time) {
    return shadowPriceThen
        * StrictMath.exp(-afterwards.game().discountRate() * (bindsUntil - time));
  }

  /** The game once construction is done. */
  public CappedGame afterwards() {
    return afterwards;
  }

  /** When the capacity under construction ceases to bind; zero where it never does. */
  public double bindsUntil() {
    return bindsUntil;
  }

  /** Time from the start to the crossing. */
  public double crossingTime() {
    return crossing;
  }

  /** The same if construction were done at the start. */
  public double undelayedTime() {
    return afterwards.timeToCrossing(initial);
  }

  /** By how much construction delays the crossing. */
  public double delay() {
    return crossing - undelayedTime();
  }

  /** The most that it can be: the time that construction takes. */
  public double delayBound() {
    return construction;
  }

  /** The remaining distance a time after the start; zero from the crossing on. */
  public double remainingAfter(double time) {
    if (time >= crossing) {
      return 0;
    }
    return time <= bindsUntil ? left(time) : afterwards.remainingAfter(time - bindsUntil, leftThen);
  }

  /** Output of one firm at a time before the crossing. */
  public double output(double time) {
    return time < bindsUntil ? capacity.at(time) : afterwards.output(remainingAfter(time));
  }

  /** The same construction from another initial distance. */
  public ConstructionLag from(double distance) {
    return new ConstructionLag(afterwards, capacity, construction, distance);
  }

  /** Present value of one firm at a time from the start to the crossing. */
  public double value(double time) {
    if (time >= bindsUntil) {
      return afterwards.value(remainingAfter(time));
    }
    var game = afterwards.game();
    double until =
        Quadrature.of(
                then -> {
                  double k = capacity.at(then);
                  return StrictMath.exp(-game.discountRate() * (then - time))
                      * (game.choke() - game.slope() * game.firms() * k)
                      * k;
                },
                time,
                bindsUntil)
            .value();
    double then = leftThen == 0 ? game.continuationValue() : afterwards.value(leftThen);
    return until + StrictMath.exp(-game.discountRate() * (bindsUntil - time)) * then;
  }

  /**
   * What the value at the end of the capped stretch and its marginal value miss the Bellman
   * equation by there.
   */
  public double residual() {
    return leftThen == 0 ? 0 : afterwards.residual(leftThen);
  }

  /** How the answer was found, in words. */
  public String method() {
    return capacity.method()
        + " until "
        + (bindsUntil < construction ? "it no longer binds" : "construction is done")
        + ", then "
        + afterwards.game().markovPerfectEquilibrium().method();
  }

  private static double root(DoubleUnaryOperator function, double low, double high) {
    return new BrentSolver(0x1p-52, Double.MIN_NORMAL, 0)
        .solve(400, function::applyAsDouble, low, high);
  }
}
