package org.tidemark.solve.dynamicgame;

/**
 * What the players face in one state, given what states are worth to them: each maximises its
 * payoff plus what the motion does to its value.
 */
final class StageGame {
  /** A polynomial says nothing far from its nodes, which lie from -1 to 1. */
  private static final double FARTHEST = 1.5;

  private final DynamicGame game;
  private final Values values;
  private final double state;
  private final double[] scales;

  /**
   * What states are worth: a polynomial for each player in the coordinate of the interval.
   *
   * @param values at the nodes
   * @param derivatives with respect to the coordinate, at the nodes
   */
  record Values(ChebyshevNodes nodes, double[][] values, double[][] derivatives) {
    static Values of(ChebyshevNodes nodes, double[][] values) {
      double[][] derivatives = new double[values.length][];
      for (int i = 0; i < values.length; i++) {
        derivatives[i] = nodes.derivativeOf(values[i]);
      }
      return new Values(nodes, values, derivatives);
    }

    double at(int player, double coordinate) {
      return nodes.interpolate(values[player], coordinate);
    }

    double derivative(int player, double coordinate) {
      return nodes.interpolate(derivatives[player], coordinate);
    }
  }

  /**
   * A stage game.
   *
   * @param scales the usual size of each player's control
   */
  StageGame(DynamicGame game, Values values, double state, double[] scales) {
    this.game = game;
    this.values = values;
    this.state = state;
    this.scales = scales;
  }

  double state() {
    return state;
  }

  double motion(double[] controls) {
    return game.motion().of(state, controls);
  }

  /** What a player maximises; NaN where there is no such thing. */
  double objective(int player, double[] controls) {
    double payoff = game.payoff().of(player, state, controls);
    double motion = motion(controls);
    double worth;
    if (game.timing() == Timing.CONTINUOUS) {
      worth = marginalValue(player, controls) * motion;
    } else {
      double coordinate = game.coordinate(motion);
      worth =
          Math.abs(coordinate) <= FARTHEST
              ? game.discounts().get(player) * values.at(player, coordinate)
              : Double.NaN;
    }
    return payoff + worth;
  }

  /** How far a player's control may move to both sides and stay within its bounds. */
  double reach(int player, double[] controls) {
    double own = controls[player];
    double room =
        Math.min(
            own - game.bounds().lowest(player, state), game.bounds().highest(player, state) - own);
    return Math.min(room, Math.max(Math.abs(own), scales[player]));
  }

  /** What the motion is multiplied by in a player's objective, or what the next state adds. */
  private double marginalValue(int player, double[] controls) {
    if (game.timing() == Timing.CONTINUOUS) {
      return game.slope(state) * values.derivative(player, game.coordinate(state));
    }
    double next = motion(controls);
    double coordinate = game.coordinate(next);
    return Math.abs(coordinate) <= FARTHEST
        ? game.discounts().get(player) * game.slope(next) * values.derivative(player, coordinate)
        : Double.NaN;
  }

  /** The derivative of a player's objective with respect to a control. */
  double slope(int player, int control, double[] controls) {
    double[] moved = controls.clone();
    double payoff =
        Differences.first(
            own -> {
              moved[control] = own;
              return game.payoff().of(player, state, moved);
            },
            controls[control],
            reach(control, controls));
    return payoff + marginalValue(player, controls) * motionSlope(control, controls);
  }

  /** The derivative of the motion with respect to a control. */
  double motionSlope(int control, double[] controls) {
    double[] moved = controls.clone();
    return Differences.first(
        own -> {
          moved[control] = own;
          return motion(moved);
        },
        controls[control],
        reach(control, controls));
  }

  /** The second derivative with respect to the player's own control and another. */
  double curvature(int player, int control, double[] controls) {
    double own = reach(player, controls) / 64;
    double other = reach(control, controls) / 64;
    double[] moved = controls.clone();
    if (control == player) {
      double middle = objective(player, moved);
      moved[player] = controls[player] + own;
      double above = objective(player, moved);
      moved[player] = controls[player] - own;
      double below = objective(player, moved);
      moved[player] = controls[player] + 2 * own;
      double farAbove = objective(player, moved);
      moved[player] = controls[player] - 2 * own;
      double farBelow = objective(player, moved);
      return (16 * (above + below) - farAbove - farBelow - 30 * middle) / (12 * own * own);
    }
    double sum = 0;
    for (int side = -1; side <= 1; side += 2) {
      for (int otherSide = -1; otherSide <= 1; otherSide += 2) {
        moved[player] = controls[player] + side * own;
        moved[control] = controls[control] + otherSide * other;
        sum += side * otherSide * objective(player, moved);
      }
    }
    return sum / (4 * own * other);
  }
}
