package org.tidemark.solve.dynamicgame;

import java.util.List;

/**
 * A game over one state. In continuous time player i's value solves the Hamilton-Jacobi-Bellman
 * equation ρ·V(x) = max over its own control of u(x, c) + V'(x)·f(x, c); in steps it solves
 * Bellman's equation V(x) = max of u(x, c) + β·V(f(x, c)). Each takes the other players'
 * strategies, which are functions of the state, as given (E. Dockner, S. Jørgensen, N. V. Long and
 * G. Sorger, Differential Games in Economics and Management Science, 2000, chapter 4).
 *
 * @param timing whether the law gives a rate or the next state
 * @param low the lowest state for which the game is solved
 * @param high the highest
 * @param logarithmic whether values are smoother in the state's logarithm; needs a low above 0
 * @param discounts each player's discount rate in continuous time, its discount factor in steps
 * @param payoff each player's payoff
 * @param motion the law of motion
 * @param bounds what each player may choose
 */
public record DynamicGame(
    Timing timing,
    double low,
    double high,
    boolean logarithmic,
    List<Double> discounts,
    Payoff payoff,
    Motion motion,
    Bounds bounds) {
  /** What a player earns: a flow in continuous time, an amount in each step. */
  @FunctionalInterface
  public interface Payoff {
    /**
     * The payoff; NaN or infinite where there is none.
     *
     * @param player from 0
     * @param controls all players' controls, not to be changed
     */
    double of(int player, double state, double[] controls);
  }

  /** How the state moves. */
  @FunctionalInterface
  public interface Motion {
    /**
     * The rate of change or the next state; NaN where there is none.
     *
     * @param controls all players' controls, not to be changed
     */
    double of(double state, double[] controls);
  }

  /** What a player may choose in a state. */
  public interface Bounds {
    /** The lowest control; may be negative infinity. */
    double lowest(int player, double state);

    /** The highest control; may be positive infinity. */
    double highest(int player, double state);

    /** The same two bounds for all players and states. */
    static Bounds fixed(double low, double high) {
      return new Bounds() {
        @Override
        public double lowest(int player, double state) {
          return low;
        }

        @Override
        public double highest(int player, double state) {
          return high;
        }
      };
    }
  }

  /**
   * A game.
   *
   * @throws UnsolvedGame where the interval or a discount makes no sense
   */
  public DynamicGame {
    discounts = List.copyOf(discounts);
    if (discounts.isEmpty()) {
      throw new UnsolvedGame("a game needs players", "give at least one");
    }
    if (!(low < high) || Double.isInfinite(low) || Double.isInfinite(high)) {
      throw new UnsolvedGame(
          "the states from " + low + " to " + high + " are no interval",
          "give a low and a higher, finite end");
    }
    if (logarithmic && !(low > 0)) {
      throw new UnsolvedGame(
          "the logarithm of the state " + low + " does not exist",
          "begin the interval above zero, or leave the logarithm");
    }
    for (double discount : discounts) {
      boolean right =
          timing == Timing.CONTINUOUS
              ? discount > 0 && discount < Double.POSITIVE_INFINITY
              : discount >= 0 && discount < 1;
      if (!right) {
        throw new UnsolvedGame(
            timing == Timing.CONTINUOUS
                ? "a discount rate lies above 0, and this is " + discount
                : "a discount factor lies from 0 up to 1, and this is " + discount,
            "without discounting a value over all time is not finite");
      }
    }
  }

  /** How many players there are. */
  public int players() {
    return discounts.size();
  }

  /** What multiplies the value on the left of the value equation. */
  double weight(int player) {
    return timing == Timing.CONTINUOUS ? discounts.get(player) : 1;
  }

  /** Where a state lies in the interval of the solution, from -1 to 1. */
  double coordinate(double state) {
    return logarithmic
        ? 2 * StrictMath.log(state / low) / StrictMath.log(high / low) - 1
        : (state - low) / (high - low) * 2 - 1;
  }

  /** The state at a coordinate. */
  double state(double coordinate) {
    double part = (coordinate + 1) / 2;
    double state =
        logarithmic
            ? low * StrictMath.exp(part * StrictMath.log(high / low))
            : low * (1 - part) + high * part;
    return Math.max(low, Math.min(high, state));
  }

  /** The coordinate's derivative with respect to the state. */
  double slope(double state) {
    return logarithmic ? 2 / (StrictMath.log(high / low) * state) : 2 / (high - low);
  }
}
