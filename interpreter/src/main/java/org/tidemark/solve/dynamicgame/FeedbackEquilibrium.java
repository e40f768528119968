package org.tidemark.solve.dynamicgame;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.tidemark.solve.dynamicgame.Collocation.Iterate;

/**
 * A Markov perfect equilibrium in feedback strategies of a {@link DynamicGame}: each player's
 * strategy and value as functions of the state.
 *
 * <p>The solution is the smooth one on the whole interval. Games of several players may have more:
 * strategies that are smooth on a part of the states only, and of those there is a family (Tsutsui
 * and Mino 1990). An interval at whose ends every disturbance travels inwards leaves room for one,
 * in games with linear laws and quadratic payoffs the linear one; any other interval is refused.
 *
 * <p>Immutable.
 */
public final class FeedbackEquilibrium {
  private static final int SAMPLES = 300;

  /** The finest relative difference between states that is looked for. */
  private static final double STATE_TOLERANCE = 1e-14;

  private final DynamicGame game;
  private final ChebyshevNodes nodes;
  private final StageGame.Values values;
  private final double[][] controls;
  private final double[] scales;
  private final double errorEstimate;
  private final double residual;

  FeedbackEquilibrium(
      DynamicGame game, Collocation collocation, Iterate solution, double errorEstimate) {
    this.game = game;
    this.nodes = collocation.nodes();
    this.values = collocation.worth(solution);
    this.controls = solution.controls();
    this.scales = collocation.scales(solution);
    this.errorEstimate = errorEstimate;
    this.residual = missed();
  }

  /**
   * The equilibrium of a game.
   *
   * @param tolerance the largest error of values and strategies, relative to their size; 1e-10 is
   *     customary, and about 1e-12 the smallest that can be had
   * @throws UnsolvedGame where none was found, saying for whom, where and why
   */
  public static FeedbackEquilibrium of(DynamicGame game, double tolerance) {
    return new FeedbackSolver(game, tolerance).solve();
  }

  /** The game. */
  public DynamicGame game() {
    return game;
  }

  private double coordinate(double state) {
    double coordinate = game.coordinate(state);
    if (!(Math.abs(coordinate) <= 1 + 1e-12)) {
      throw new UnsolvedGame(
          "this state lies outside the interval in which the game is solved",
          "ask about one inside, or widen the interval",
          state,
          -1);
    }
    return coordinate;
  }

  /**
   * What the game is worth to a player from a state on.
   *
   * @throws UnsolvedGame where the state lies outside the interval
   */
  public double value(int player, double state) {
    return values.at(player, coordinate(state));
  }

  /** What one more unit of the state is worth to a player. */
  public double marginalValue(int player, double state) {
    return game.slope(state) * values.derivative(player, coordinate(state));
  }

  /**
   * A player's control in a state.
   *
   * @throws UnsolvedGame where the state lies outside the interval
   */
  public double strategy(int player, double state) {
    return nodes.interpolate(controls[player], coordinate(state));
  }

  double[] strategies(double state) {
    double[] all = new double[game.players()];
    for (int i = 0; i < all.length; i++) {
      all[i] = strategy(i, state);
    }
    return all;
  }

  /** The state's rate of change, or the next state, when all play their strategies. */
  public double motion(double state) {
    return game.motion().of(state, strategies(state));
  }

  /** How far two orders of polynomials differ, in values and strategies, relative to their size. */
  public double errorEstimate() {
    return errorEstimate;
  }

  /**
   * By how much the value equations and first-order conditions fail between the nodes, relative to
   * the size of the values.
   */
  public double residual() {
    return residual;
  }

  /** How the game was solved. */
  public String method() {
    return "Chebyshev collocation of "
        + (game.timing() == Timing.CONTINUOUS ? "Hamilton-Jacobi-Bellman" : "Bellman")
        + " equations, "
        + nodes.count()
        + " nodes"
        + (game.logarithmic() ? " in the logarithm of the state" : "")
        + ", Newton";
  }

  double[] scales() {
    return scales;
  }

  StageGame stage(double state) {
    return new StageGame(game, values, state, scales);
  }

  private double missed() {
    double most = 0;
    for (int s = 0; s <= SAMPLES; s++) {
      double state = game.state(-1 + 2.0 * s / SAMPLES);
      StageGame stage = stage(state);
      double[] all = strategies(state);
      for (int i = 0; i < all.length; i++) {
        double worth =
            game.weight(i) * Math.max(Collocation.largest(values.values()[i]), Double.MIN_NORMAL);
        double equation = game.weight(i) * value(i, state) - stage.objective(i, all);
        double condition = stage.slope(i, i, all) * stage.reach(i, all);
        double missed = Math.max(Math.abs(equation), Math.abs(condition)) / worth;
        most = missed > most || Double.isNaN(missed) ? missed : most;
      }
    }
    return most;
  }

  private double drift(double state) {
    double motion = motion(state);
    return game.timing() == Timing.CONTINUOUS ? motion : motion - state;
  }

  /**
   * The states at which the state rests, in rising order; which of them attract is another matter.
   */
  public List<Double> steadyStates() {
    List<Double> states = new ArrayList<>();
    double before = game.low();
    double driftBefore = drift(before);
    for (int s = 1; s <= SAMPLES; s++) {
      double state = game.state(-1 + 2.0 * s / SAMPLES);
      double here = drift(state);
      if (driftBefore == 0) {
        states.add(before);
      } else if (driftBefore * here < 0) {
        double width = STATE_TOLERANCE * Math.max(Math.abs(before), Math.abs(state));
        states.add(new BrentSolver(STATE_TOLERANCE, width).solve(200, this::drift, before, state));
      }
      before = state;
      driftBefore = here;
    }
    if (driftBefore == 0) {
      states.add(before);
    }
    return states;
  }

  /**
   * How fast the state returns to a place of rest: the rate at which a small distance from it
   * shrinks in continuous time, the factor by which it shrinks in a step.
   */
  public double convergence(double steadyState) {
    double reach =
        Math.min(
            (game.high() - game.low()) / 10,
            Math.min(game.high() - steadyState, steadyState - game.low()));
    double slope = Differences.first(this::motion, steadyState, reach);
    return game.timing() == Timing.CONTINUOUS ? -slope : slope;
  }

  /**
   * The path of the state when all play their strategies.
   *
   * @param from the state at time 0
   * @param horizon how long, above 0
   */
  public StatePath path(double from, double horizon) {
    coordinate(from);
    return game.timing() == Timing.CONTINUOUS
        ? StatePath.flowing(this::motion, game.low(), game.high(), from, horizon)
        : StatePath.stepping(this::motion, from, horizon);
  }
}
