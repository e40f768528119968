package org.tidemark.solve;

/**
 * A solution of a {@link SymmetricGame}: strategies, values and times as functions of the remaining
 * distance x &gt;= 0 to the crossing. Immutable.
 *
 * <p>Each method that takes a distance, and each default method here, inverts the closed form anew;
 * who needs several quantities at one distance takes them from a single {@link #at}.
 */
public interface RemainingDistanceSolution {

  /** The game solved. */
  SymmetricGame game();

  /** What holds in general of how answers are found, in words. */
  String method();

  /** How those who decide on output feel about the crossing. */
  CrossingRegime regime();

  /** The continuation value at which they would be indifferent to the crossing. */
  double continuationValueBound();

  /**
   * The remaining distance below which the price is negative: zero where it never is, infinite
   * where it is everywhere.
   */
  double priceNegativeBelow();

  /**
   * Everything at one remaining distance.
   *
   * @throws InadmissibleGame if the distance is negative or not finite
   */
  OutcomeAtDistance at(double remaining);

  /**
   * Present values at one remaining distance.
   *
   * @throws InadmissibleGame if the distance is negative or not finite
   */
  PresentValues presentValues(double remaining);

  /**
   * The remaining distance from which the crossing is this time away; inverse of {@link
   * #timeToCrossing}.
   *
   * @throws InadmissibleGame if the time is negative or not finite
   */
  double distanceCrossedIn(double time);

  /**
   * The remaining distance, a time after it was {@code initial}; zero from the crossing on.
   *
   * @throws InadmissibleGame if the time is negative or NaN, or the distance negative or not finite
   */
  default double remainingAfter(double time, double initial) {
    if (!(time >= 0)) {
      throw new InadmissibleGame(
          "time", time, 0, "paths start at the present", "ask for a time of zero or later");
    }
    double left = timeToCrossing(initial) - time;
    if (time == 0) {
      return initial;
    }
    return left > 0 ? Math.min(initial, distanceCrossedIn(left)) : 0;
  }

  /** {@link OutcomeAtDistance#value} at a remaining distance. */
  default double value(double remaining) {
    return at(remaining).value();
  }

  /** {@link OutcomeAtDistance#marginalValue} at a remaining distance. */
  default double marginalValue(double remaining) {
    return at(remaining).marginalValue();
  }

  /** {@link OutcomeAtDistance#output} at a remaining distance. */
  default double output(double remaining) {
    return at(remaining).output();
  }

  /** {@link OutcomeAtDistance#aggregateOutput} at a remaining distance. */
  default double aggregateOutput(double remaining) {
    return at(remaining).aggregateOutput();
  }

  /** {@link OutcomeAtDistance#price} at a remaining distance. */
  default double price(double remaining) {
    return at(remaining).price();
  }

  /** {@link OutcomeAtDistance#profit} at a remaining distance. */
  default double profit(double remaining) {
    return at(remaining).profit();
  }

  /** {@link OutcomeAtDistance#timeToCrossing} at a remaining distance. */
  default double timeToCrossing(double remaining) {
    return at(remaining).timeToCrossing();
  }

  /** {@link OutcomeAtDistance#residual} at a remaining distance. */
  default double residual(double remaining) {
    return at(remaining).residual();
  }
}
