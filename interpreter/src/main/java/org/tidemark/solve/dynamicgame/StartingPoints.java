package org.tidemark.solve.dynamicgame;

import java.util.ArrayList;
import java.util.List;
import org.tidemark.solve.dynamicgame.Collocation.Iterate;

/** Controls from which to look for a solution. */
final class StartingPoints {
  /** Parts of the way from a control's lower bound to its upper one. */
  private static final double[] PARTS = {0.5, 0.25, 0.1, 0.75, 0.9, 0.02};

  /** Sizes of a control that has one bound or none, in units of one. */
  private static final double[] SIZES = {1, 1e-3, 1e3, 1e-6, 1e6, 1e9};

  /** Where on the interval, from -1 to 1, strategies to start from let the state rest. */
  private static final double[] RESTS = {0, -0.5, 0.5};

  /** Into how many parts the controls are divided to find where the state rests. */
  private static final int TRIALS = 64;

  private static final int BISECTIONS = 40;

  private final DynamicGame game;

  StartingPoints(DynamicGame game) {
    this.game = game;
  }

  /** Controls by player and node, the likeliest first. */
  List<double[][]> of(Collocation collocation) {
    List<double[][]> starts = new ArrayList<>();
    NewtonSearch newton = new NewtonSearch(game, collocation);
    int players = game.players();
    int order = collocation.nodes().count();
    for (int n = 0; n < PARTS.length; n++) {
      double[][] controls = new double[players][order];
      for (int i = 0; i < players; i++) {
        for (int k = 0; k < order; k++) {
          controls[i][k] = control(i, collocation.state(k), n);
        }
      }
      // what the players would do if the state were worth nothing; often all but the solution
      starts.add(newton.staged(new Iterate(new double[players][order], controls)));
      if (n == 0) {
        starts.add(resting(collocation));
        for (double rest : RESTS) {
          starts.add(proportional(collocation, rest));
        }
      }
      starts.add(controls);
    }
    return starts;
  }

  /** One of several controls spread over its range. */
  double control(int player, double state, int attempt) {
    double low = game.bounds().lowest(player, state);
    double high = game.bounds().highest(player, state);
    if (!(low < high)) {
      throw new UnsolvedGame(
          "the lowest control is not below the highest", "leave room for a choice", state, player);
    }
    if (Double.isInfinite(low) && Double.isInfinite(high)) {
      return SIZES[attempt];
    }
    if (Double.isInfinite(high)) {
      return low + Math.max(Math.abs(low), 1) * SIZES[attempt];
    }
    if (Double.isInfinite(low)) {
      return high - Math.max(Math.abs(high), 1) * SIZES[attempt];
    }
    // all players together take no more than a part, since there may be only so much to take
    return low + PARTS[attempt] * (high - low) * 2 / (game.players() + 1);
  }

  /** Controls, all players alike, that leave the state where it is. */
  private double[][] resting(Collocation collocation) {
    int players = game.players();
    int order = collocation.nodes().count();
    double[][] controls = new double[players][order];
    for (int k = 0; k < order; k++) {
      double part = restingPart(collocation.state(k));
      for (int i = 0; i < players; i++) {
        controls[i][k] = at(i, collocation.state(k), part);
      }
    }
    return controls;
  }

  /** Controls in proportion to the state, which bring it to rest some way up the interval. */
  private double[][] proportional(Collocation collocation, double way) {
    int players = game.players();
    int order = collocation.nodes().count();
    double rest = game.state(way);
    double part = restingPart(rest);
    double[][] controls = new double[players][order];
    for (int i = 0; i < players; i++) {
      double atRest = at(i, rest, part);
      for (int k = 0; k < order; k++) {
        double state = collocation.state(k);
        double low = game.bounds().lowest(i, state);
        double high = game.bounds().highest(i, state);
        double control = atRest * state / rest;
        controls[i][k] = control > low && control < high ? control : at(i, state, part);
      }
    }
    return controls;
  }

  private double restingPart(double state) {
    double before = 0.5 / TRIALS;
    double driftBefore = drift(state, before);
    double best = before;
    double least = Double.POSITIVE_INFINITY;
    for (int n = 1; n < TRIALS; n++) {
      double part = (n + 0.5) / TRIALS;
      double drift = drift(state, part);
      if (driftBefore * drift <= 0) {
        return bisected(state, before, part);
      }
      if (Math.abs(drift) < least) {
        least = Math.abs(drift);
        best = part;
      }
      before = part;
      driftBefore = drift;
    }
    return best;
  }

  private double bisected(double state, double from, double to) {
    double low = from;
    double high = to;
    double driftLow = drift(state, low);
    for (int n = 0; n < BISECTIONS; n++) {
      double middle = low / 2 + high / 2;
      if (driftLow * drift(state, middle) <= 0) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return low / 2 + high / 2;
  }

  private double drift(double state, double part) {
    double[] controls = new double[game.players()];
    for (int i = 0; i < controls.length; i++) {
      controls[i] = at(i, state, part);
    }
    double motion = game.motion().of(state, controls);
    return game.timing() == Timing.CONTINUOUS ? motion : motion - state;
  }

  /** The control some part of its whole range up, which may be infinite. */
  private double at(int player, double state, double part) {
    double low = game.bounds().lowest(player, state);
    double high = game.bounds().highest(player, state);
    if (Double.isInfinite(low) && Double.isInfinite(high)) {
      double centred = 2 * part - 1;
      return centred * decades(Math.abs(centred));
    }
    if (Double.isInfinite(high)) {
      return low + decades(part);
    }
    return Double.isInfinite(low) ? high - decades(1 - part) : low + part * (high - low);
  }

  /** From 1e-15 to 1e15 as the part goes from 0 to 1. */
  private static double decades(double part) {
    return StrictMath.pow(10, 30 * part - 15);
  }
}
