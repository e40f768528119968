package org.tidemark.solve.dynamicgame;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularMatrixException;
import org.tidemark.solve.dynamicgame.Collocation.Iterate;

/**
 * Whether strategies that satisfy the value equations and first-order conditions are an
 * equilibrium: controls inside their bounds, no better control elsewhere, no way out of the
 * interval, and no neighbouring strategies that satisfy them as well.
 */
final class FeedbackChecks {
  private static final int STATES = 40;
  private static final int DEVIATIONS = 60;

  /** A deviation that gains less than this part of the value is rounding. */
  private static final double GAIN = 1e-9;

  /** How far the state may leave the interval by rounding, as a part of its length. */
  private static final double ROUNDING = 1e-12;

  /** Beyond this the equations magnify rounding so much that they pin nothing down. */
  private static final double LOOSE = 1e11;

  private final DynamicGame game;
  private final Collocation collocation;
  private final Iterate solution;
  private final FeedbackEquilibrium found;

  FeedbackChecks(
      DynamicGame game, Collocation collocation, Iterate solution, FeedbackEquilibrium found) {
    this.game = game;
    this.collocation = collocation;
    this.solution = solution;
    this.found = found;
  }

  static UnsolvedGame atBound(boolean lowest, double state, int player) {
    String which = lowest ? "lowest" : "highest";
    return new UnsolvedGame(
        "its control reaches its " + which + " value at this state, where its strategy has a kink",
        "solve the game on an interval on one side of this state, or move the bound",
        state,
        player);
  }

  void check() {
    for (int s = 0; s <= STATES; s++) {
      double state = game.state(-1 + 2.0 * s / STATES);
      double[] controls = found.strategies(state);
      inside(state, controls);
      for (int i = 0; i < controls.length; i++) {
        best(i, state, controls);
      }
    }
    stays();
    if (game.timing() == Timing.CONTINUOUS) {
      pinned(game.low(), 1);
      pinned(game.high(), -1);
    }
    tight();
  }

  private void inside(double state, double[] controls) {
    for (int i = 0; i < controls.length; i++) {
      double low = game.bounds().lowest(i, state);
      double high = game.bounds().highest(i, state);
      if (!(controls[i] > low && controls[i] < high)) {
        throw atBound(controls[i] <= low, state, i);
      }
    }
  }

  /** No other control does better against the others' strategies. */
  private void best(int player, double state, double[] controls) {
    StageGame stage = found.stage(state);
    double scale = found.scales()[player];
    double own = controls[player];
    double low = Math.max(game.bounds().lowest(player, state), own - 10 * scale);
    double high = Math.min(game.bounds().highest(player, state), own + 10 * scale);
    double here = stage.objective(player, controls);
    double[] moved = controls.clone();
    for (int n = 0; n <= DEVIATIONS; n++) {
      moved[player] = low + (high - low) * n / DEVIATIONS;
      double motion = stage.motion(moved);
      boolean known =
          game.timing() == Timing.CONTINUOUS || motion >= game.low() && motion <= game.high();
      double gain = stage.objective(player, moved) - here;
      double worth = game.weight(player) * Collocation.largest(solution.values()[player]);
      if (known && gain > GAIN * worth) {
        throw new UnsolvedGame(
            "the control that satisfies its first-order condition at this state is not its best:"
                + " another one earns more",
            "bound the control to where payoffs are concave in it, or look for another law",
            state,
            player);
      }
    }
  }

  private void stays() {
    double slack = ROUNDING * (game.high() - game.low());
    if (game.timing() == Timing.CONTINUOUS) {
      if (found.motion(game.low()) < -slack) {
        throw leaves(game.low());
      }
      if (found.motion(game.high()) > slack) {
        throw leaves(game.high());
      }
      return;
    }
    for (int s = 0; s <= STATES; s++) {
      double state = game.state(-1 + 2.0 * s / STATES);
      double next = found.motion(state);
      if (!(next >= game.low() - slack && next <= game.high() + slack)) {
        throw leaves(state);
      }
    }
  }

  private static UnsolvedGame leaves(double state) {
    return new UnsolvedGame(
        "with these strategies the state leaves the interval from this state, and what it is worth"
            + " outside is not known",
        "solve the game on an interval that the state never leaves",
        state,
        -1);
  }

  /**
   * At an end of the interval every disturbance of the strategies must travel inwards, the others'
   * answers to it included. Then only one smooth solution has room; otherwise there is a family of
   * them (S. Tsutsui and K. Mino, "Nonlinear strategies in dynamic duopolistic competition with
   * sticky prices", J. Econ. Theory 52, 1990).
   */
  private void pinned(double state, int inwards) {
    StageGame stage = found.stage(state);
    double[] controls = found.strategies(state);
    int players = controls.length;
    RealMatrix slopes = new Array2DRowRealMatrix(players, players);
    RealMatrix curvatures = new Array2DRowRealMatrix(players, players);
    for (int i = 0; i < players; i++) {
      for (int j = 0; j < players; j++) {
        curvatures.setEntry(i, j, stage.curvature(i, j, controls));
        slopes.setEntry(i, j, i == j ? 0 : stage.slope(i, j, controls));
      }
    }
    try {
      RealMatrix speeds =
          slopes.multiply(
              new LUDecomposition(curvatures, Collocation.SINGULAR).getSolver().getInverse());
      double motion = stage.motion(controls);
      for (int i = 0; i < players; i++) {
        for (int j = 0; j < players; j++) {
          double reaction = speeds.getEntry(i, j) * stage.motionSlope(j, controls);
          speeds.setEntry(i, j, (i == j ? motion : 0) - reaction);
        }
      }
      for (double speed : new EigenDecomposition(speeds).getRealEigenvalues()) {
        if (!(inwards * speed > 0)) {
          throw family(state);
        }
      }
    } catch (SingularMatrixException undetermined) {
      throw family(state);
    }
  }

  private static UnsolvedGame family(double state) {
    return new UnsolvedGame(
        "the interval ends too early at this state to tell the solution from a family of"
            + " neighbouring ones, whose strategies differ outside it",
        "widen the interval there",
        state,
        -1);
  }

  /** How much the equations magnify what is put into them. */
  private void tight() {
    RealMatrix matrix = collocation.new Step(solution, collocation.miss(solution)).matrix();
    int order = collocation.nodes().count();
    try {
      RealMatrix inverse =
          new LUDecomposition(matrix, Collocation.SINGULAR).getSolver().getInverse();
      for (int row = 0; row < inverse.getRowDimension(); row++) {
        double sum = 0;
        for (int column = 0; column < inverse.getColumnDimension(); column++) {
          sum += Math.abs(inverse.getEntry(row, column)) * game.weight(column / order);
        }
        if (!(sum < LOOSE)) {
          throw loose();
        }
      }
    } catch (SingularMatrixException undetermined) {
      throw loose();
    }
  }

  private static UnsolvedGame loose() {
    return new UnsolvedGame(
        "the value equations hardly pin the strategies down on this interval: neighbouring ones"
            + " satisfy them all but as well",
        "widen the interval, so that the state comes to rest well inside it");
  }
}
