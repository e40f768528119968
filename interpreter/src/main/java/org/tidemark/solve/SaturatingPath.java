package org.tidemark.solve;

/**
 * The equation that every closed form of this package comes down to once the logarithm in it is
 * taken as the unknown.
 *
 * <p>A level rises (or falls) from {@code start} at the crossing to {@code ceiling} far from it,
 * and the gap between them closes as exp(-d), where d is the <em>log gap</em>. The distance covered
 * is the integral of the level:
 *
 * <pre>  distance(d) = start d + (ceiling - start) (d - 1 + exp(-d)).</pre>
 *
 * <p>Neither a logarithm of a nearly vanished difference nor an overflowing exponential is left, so
 * it holds from the crossing itself to distances where the gap has long underflowed.
 */
public final class SaturatingPath {
  /** Newton's error squares at each step, so a step this small was the last one needed. */
  private static final double LAST_STEP = 1e-9;

  private static final int STEP_LIMIT = 200;

  private final double start;
  private final double startGap;
  private final double ceiling;

  /**
   * @param start the level at the crossing, &gt;= 0
   * @param startGap {@code ceiling - start}, passed in because its caller knows it without
   *     cancellation
   * @param ceiling the level far from the crossing, &gt; 0
   */
  public SaturatingPath(double start, double startGap, double ceiling) {
    this.start = start;
    this.startGap = startGap;
    this.ceiling = ceiling;
  }

  /** The log gap at some distance, and the number of Newton steps it took to find. */
  public record LogGap(double value, int steps) {}

  public double start() {
    return start;
  }

  public double startGap() {
    return startGap;
  }

  /** What is left of the gap between the level and its ceiling. */
  public double gap(double d) {
    return startGap * StrictMath.exp(-d);
  }

  /** What has been closed of it, that is the level less its start. */
  public double rise(double d) {
    return -startGap * StrictMath.expm1(-d);
  }

  /** The level; a sum of terms of one sign either way. */
  public double level(double d) {
    return startGap >= 0 ? start + rise(d) : ceiling - gap(d);
  }

  /** The distance covered; a sum of terms of one sign either way. */
  public double distance(double d) {
    return startGap >= 0
        ? start * d + startGap * Exponentials.lag(d)
        : ceiling * d + startGap * StrictMath.expm1(-d);
  }

  /** The log gap at a distance &gt;= 0. */
  public LogGap invert(double distance) {
    if (distance == 0) {
      return new LogGap(0, 0);
    }
    double d = startGap >= 0 ? startWhenRising(distance) : startWhenFalling(distance);
    double previous = Double.POSITIVE_INFINITY;
    for (int steps = 1; steps <= STEP_LIMIT; steps++) {
      double step = (distance(d) - distance) / level(d);
      d -= step;
      // where the distance hardly tells the log gap, rounding keeps the steps from shrinking
      // further
      boolean bouncing = Math.abs(step) >= Math.abs(previous) && step * previous < 0;
      if (Math.abs(step) <= LAST_STEP * d || bouncing && steps > 3) {
        return new LogGap(d, steps);
      }
      previous = step;
    }
    throw new IllegalStateException("no log gap found at dimensionless distance " + distance);
  }

  /** Bounds of the root: the line it tends to from above, its parabola and the ceiling below. */
  private double startWhenRising(double distance) {
    double parabola =
        2 * distance / (start + StrictMath.sqrt(start * start + 2 * startGap * distance));
    return Math.min((distance + startGap) / ceiling, Math.max(parabola, distance / ceiling));
  }

  /** Bounds from below, from which Newton climbs without overshooting as distance(d) is concave. */
  private double startWhenFalling(double distance) {
    return Math.max(distance / start, (distance + startGap) / ceiling);
  }
}
