package org.tidemark.solve.dynamicgame;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularMatrixException;

/**
 * The value equations and first-order conditions of all players at the nodes of an interval, and
 * Newton's step for them. The unknowns are the players' values and controls at the nodes; controls
 * are eliminated node by node (K. L. Judd, Numerical Methods in Economics, 1998, chapter 11).
 */
final class Collocation {
  /** Units are the caller's, so only a pivot of nothing at all is too small. */
  static final double SINGULAR = Double.MIN_NORMAL;

  private final DynamicGame game;
  private final ChebyshevNodes nodes;
  private final double[] states;

  Collocation(DynamicGame game, int order) {
    this.game = game;
    this.nodes = new ChebyshevNodes(order);
    this.states = new double[order];
    for (int k = 0; k < order; k++) {
      states[k] = game.state(nodes.node(k));
    }
  }

  ChebyshevNodes nodes() {
    return nodes;
  }

  double state(int node) {
    return states[node];
  }

  /**
   * Values and controls at the nodes.
   *
   * @param values by player and node
   * @param controls by player and node
   */
  record Iterate(double[][] values, double[][] controls) {}

  /**
   * By how much an iterate fails the equations, by player and node.
   *
   * @param value the value equations
   * @param condition the first-order conditions
   * @param size the largest of both, in units of the values' size; NaN where there is a node
   *     without a payoff
   */
  record Miss(double[][] value, double[][] condition, double size) {}

  /** The usual size of each player's control. */
  double[] scales(Iterate iterate) {
    double[] scales = new double[game.players()];
    for (int i = 0; i < scales.length; i++) {
      scales[i] = largest(iterate.controls[i]);
      if (scales[i] == 0) {
        scales[i] = 1;
      }
    }
    return scales;
  }

  static double largest(double[] numbers) {
    double largest = 0;
    for (double number : numbers) {
      largest = Math.max(largest, Math.abs(number));
    }
    return largest;
  }

  /** What an iterate says that states are worth. */
  StageGame.Values worth(Iterate iterate) {
    return StageGame.Values.of(nodes, iterate.values);
  }

  static double[] at(double[][] byPlayer, int node) {
    double[] all = new double[byPlayer.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = byPlayer[i][node];
    }
    return all;
  }

  Miss miss(Iterate iterate) {
    int players = game.players();
    double[][] value = new double[players][nodes.count()];
    double[][] condition = new double[players][nodes.count()];
    double[] scales = scales(iterate);
    StageGame.Values worths = worth(iterate);
    double size = 0;
    for (int k = 0; k < nodes.count(); k++) {
      StageGame stage = new StageGame(game, worths, states[k], scales);
      double[] controls = at(iterate.controls, k);
      for (int i = 0; i < players; i++) {
        double worth = game.weight(i) * Math.max(largest(iterate.values[i]), Double.MIN_NORMAL);
        value[i][k] = game.weight(i) * iterate.values[i][k] - stage.objective(i, controls);
        condition[i][k] = stage.slope(i, i, controls);
        double most =
            Math.max(Math.abs(value[i][k]), Math.abs(condition[i][k]) * stage.reach(i, controls))
                / worth;
        // NaN must stay NaN
        size = most > size || Double.isNaN(most) ? most : size;
        if (Double.isNaN(size)) {
          return new Miss(value, condition, Double.NaN);
        }
      }
    }
    return new Miss(value, condition, size);
  }

  /** The linear functional of a player's values that its objective adds, times what it adds. */
  private double[] worthRow(int player, int node, double motion) {
    double factor;
    double[] row;
    if (game.timing() == Timing.CONTINUOUS) {
      row = nodes.derivativeAtNode(node);
      factor = game.slope(states[node]) * motion;
    } else {
      row = nodes.rowAt(game.coordinate(motion));
      factor = game.discounts().get(player);
    }
    return scaled(row, factor);
  }

  /** How the objective's slope in the player's own control depends on its values. */
  private double[] slopeRow(int player, int node, double motion, double motionSlope) {
    if (game.timing() == Timing.CONTINUOUS) {
      return scaled(nodes.derivativeAtNode(node), game.slope(states[node]) * motionSlope);
    }
    return scaled(
        nodes.derivativeRowAt(game.coordinate(motion)),
        game.discounts().get(player) * game.slope(motion) * motionSlope);
  }

  private static double[] scaled(double[] row, double factor) {
    double[] result = new double[row.length];
    for (int k = 0; k < row.length; k++) {
      result[k] = row[k] * factor;
    }
    return result;
  }

  /** The linear equations of Newton's step for the values, controls eliminated. */
  final class Step {
    private final Iterate iterate;
    private final RealMatrix matrix;
    private final ArrayRealVector right;
    private final RealMatrix[] inverses;
    private final double[][][] slopeRows;
    private final Miss miss;

    /**
     * The equations at an iterate.
     *
     * @throws SingularMatrixException where the first-order conditions of a node are dependent
     */
    Step(Iterate iterate, Miss miss) {
      this.iterate = iterate;
      this.miss = miss;
      int players = game.players();
      int order = nodes.count();
      matrix = new Array2DRowRealMatrix(players * order, players * order);
      right = new ArrayRealVector(players * order);
      inverses = new RealMatrix[order];
      slopeRows = new double[order][players][];
      double[] scales = scales(iterate);
      StageGame.Values worths = worth(iterate);
      for (int k = 0; k < order; k++) {
        node(k, new StageGame(game, worths, states[k], scales));
      }
    }

    private void node(int k, StageGame stage) {
      int players = game.players();
      int order = nodes.count();
      double[] controls = at(iterate.controls, k);
      double motion = stage.motion(controls);
      RealMatrix curvatures = new Array2DRowRealMatrix(players, players);
      RealMatrix slopes = new Array2DRowRealMatrix(players, players);
      for (int i = 0; i < players; i++) {
        for (int j = 0; j < players; j++) {
          curvatures.setEntry(i, j, stage.curvature(i, j, controls));
          slopes.setEntry(i, j, i == j ? miss.condition[i][k] : stage.slope(i, j, controls));
        }
        slopeRows[k][i] = slopeRow(i, k, motion, stage.motionSlope(i, controls));
      }
      inverses[k] = new LUDecomposition(curvatures, Collocation.SINGULAR).getSolver().getInverse();
      RealMatrix effects = slopes.multiply(inverses[k]);
      for (int i = 0; i < players; i++) {
        int row = i * order + k;
        double[] worth = worthRow(i, k, motion);
        double rest = -miss.value[i][k];
        for (int m = 0; m < order; m++) {
          matrix.addToEntry(row, i * order + m, -worth[m]);
        }
        matrix.addToEntry(row, row, game.weight(i));
        for (int j = 0; j < players; j++) {
          double effect = effects.getEntry(i, j);
          rest -= effect * miss.condition[j][k];
          for (int m = 0; m < order; m++) {
            matrix.addToEntry(row, j * order + m, effect * slopeRows[k][j][m]);
          }
        }
        right.setEntry(row, rest);
      }
    }

    /** The change of values and controls. */
    Iterate solve() {
      int players = game.players();
      int order = nodes.count();
      double[] changes =
          new LUDecomposition(matrix, Collocation.SINGULAR).getSolver().solve(right).toArray();
      double[][] values = new double[players][order];
      double[][] controls = new double[players][order];
      for (int i = 0; i < players; i++) {
        System.arraycopy(changes, i * order, values[i], 0, order);
      }
      for (int k = 0; k < order; k++) {
        double[] conditions = new double[players];
        for (int i = 0; i < players; i++) {
          conditions[i] = -miss.condition[i][k] - ChebyshevNodes.dot(slopeRows[k][i], values[i]);
        }
        double[] own = inverses[k].operate(conditions);
        for (int i = 0; i < players; i++) {
          controls[i][k] = own[i];
        }
      }
      return new Iterate(values, controls);
    }

    /** The matrix for the values, for a look at its conditioning. */
    RealMatrix matrix() {
      return matrix;
    }
  }

  /**
   * About what the players' controls are worth if kept for ever, by differences against the motion,
   * which cannot go astray however wrong the controls (Y. Achdou, J. Han, J.-M. Lasry, P.-L. Lions
   * and B. Moll, "Income and wealth distribution in macroeconomics", Rev. Econ. Stud. 89, 2022,
   * appendix). A state that would leave the interval is held at its end.
   *
   * @throws SingularMatrixException where that is undetermined
   */
  double[][] worthOf(double[][] controls) {
    int order = nodes.count();
    double[][] values = new double[game.players()][];
    for (int i = 0; i < values.length; i++) {
      RealMatrix equations = new Array2DRowRealMatrix(order, order);
      ArrayRealVector payoffs = new ArrayRealVector(order);
      for (int k = 0; k < order; k++) {
        double[] own = at(controls, k);
        double motion = game.motion().of(states[k], own);
        equations.addToEntry(k, k, game.weight(i));
        payoffs.setEntry(k, game.payoff().of(i, states[k], own));
        if (game.timing() == Timing.CONTINUOUS) {
          int next = motion > 0 ? k + 1 : k - 1;
          if (next >= 0 && next < order) {
            double speed = motion / (states[next] - states[k]);
            equations.addToEntry(k, k, speed);
            equations.addToEntry(k, next, -speed);
          }
        } else {
          int above = 1;
          while (above < order - 1 && states[above] < motion) {
            above++;
          }
          double part = (motion - states[above - 1]) / (states[above] - states[above - 1]);
          double inside = Math.max(0, Math.min(1, part));
          double factor = game.discounts().get(i);
          equations.addToEntry(k, above - 1, -factor * (1 - inside));
          equations.addToEntry(k, above, -factor * inside);
        }
      }
      values[i] = new LUDecomposition(equations, SINGULAR).getSolver().solve(payoffs).toArray();
    }
    return values;
  }

  /** What such values say that states are worth, their slopes taken between neighbours. */
  StageGame.Values rough(double[][] values) {
    int order = nodes.count();
    double[][] slopes = new double[values.length][order];
    for (int i = 0; i < values.length; i++) {
      for (int k = 0; k < order; k++) {
        int below = Math.max(0, k - 1);
        int above = Math.min(order - 1, k + 1);
        slopes[i][k] =
            (values[i][above] - values[i][below]) / (nodes.node(above) - nodes.node(below));
      }
    }
    return new StageGame.Values(nodes, values, slopes);
  }
}
