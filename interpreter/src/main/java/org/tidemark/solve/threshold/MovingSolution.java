package org.tidemark.solve.threshold;

/** A treatment of a {@link MovingThreshold} from one initial distance on. Immutable. */
public interface MovingSolution {
  /**
   * What the speed of the threshold may be, as a share of output, for the quasi-static treatment to
   * be taken without a warning: what the working paper calls much smaller, read as a tenth.
   */
  double QUASI_STATIC_LIMIT = 0.1;

  /** The game solved. */
  MovingThreshold of();

  /** Who decides. */
  Conduct conduct();

  /** Time from the start to the crossing; infinite where it is never reached. */
  double crossingTime();

  /** How far ahead a crossing was looked for where it is never reached. */
  double horizon();

  /**
   * What is played at a remaining distance and a time, on the path or off it, while no release is
   * foreseen.
   *
   * @throws InadmissibleThreshold where the distance or the time is negative or not finite, or
   *     there is no smooth solution
   */
  MovingOutcome at(double remaining, double time);

  /** What is played at the start. */
  MovingOutcome initially();

  /** The remaining distance a time after the start; zero from the crossing on. */
  double remainingAfter(double time);

  /**
   * The largest speed of the threshold on the way, as a share of output there: the condition of the
   * quasi-static treatment is that this be much less than one.
   */
  double driftRatio();

  /** Whether {@link #driftRatio} is within {@link #QUASI_STATIC_LIMIT}. */
  default boolean slowDrift() {
    return driftRatio() <= QUASI_STATIC_LIMIT;
  }

  /** An estimate of the error of {@link #crossingTime}, relative to it. */
  double error();

  /**
   * By how much values, substituted into the Bellman equation with numerical derivatives, miss it,
   * relative to the size of its terms: the largest of five places on the path.
   */
  double residual();

  /** How the answer was found, in words. */
  String method();
}
