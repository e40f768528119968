package org.tidemark.solve.dynamicgame;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tidemark.solve.dynamicgame.Collocation.Iterate;

/**
 * Looks for a feedback equilibrium from several starting points, with polynomials of rising order
 * until two orders agree.
 */
final class FeedbackSolver {
  private static final int[] ORDERS = {8, 12, 18, 27, 40, 60, 90};

  /** A start that leads nowhere with the first order may do so with this one. */
  private static final int SECOND_START = 2;

  private static final int SAMPLES = 100;

  /** Parts of the way from a control's lower bound to its upper one. */
  private static final double[] PARTS = {0.5, 0.25, 0.1, 0.75, 0.9, 0.02};

  /** Sizes of a control that has one bound or none, in units of one. */
  private static final double[] SIZES = {1, 1e-3, 1e3, 1e-6, 1e6, 1e9};

  private final DynamicGame game;
  private final double tolerance;
  private UnsolvedGame closest;

  FeedbackSolver(DynamicGame game, double tolerance) {
    this.game = game;
    this.tolerance = tolerance;
  }

  FeedbackEquilibrium solve() {
    for (int first = 0; first <= SECOND_START; first += SECOND_START) {
      Collocation collocation = new Collocation(game, ORDERS[first]);
      NewtonSearch newton = new NewtonSearch(game, collocation);
      for (double[][] controls : starts(collocation)) {
        Optional<Iterate> start = newton.valued(controls);
        if (start.isEmpty()) {
          continue;
        }
        Optional<Iterate> settled = newton.from(start.get());
        if (settled.isEmpty()) {
          Iterate improved = newton.improved(start.get());
          settled = newton.from(improved);
          if (settled.isEmpty()) {
            unsettled(collocation, improved);
          }
        }
        if (settled.isPresent()) {
          Optional<FeedbackEquilibrium> found = raised(first, collocation, settled.get());
          if (found.isPresent()) {
            return found.get();
          }
        }
      }
    }
    throw closest != null
        ? closest
        : new UnsolvedGame(
            "no control tried has a payoff throughout the interval",
            "look at the payoffs and the law of motion within the bounds of the controls");
  }

  /** Controls to start from, by player and node. */
  private List<double[][]> starts(Collocation collocation) {
    List<double[][]> starts = new ArrayList<>();
    NewtonSearch newton = new NewtonSearch(game, collocation);
    int players = game.players();
    int order = collocation.nodes().count();
    for (int n = 0; n < PARTS.length; n++) {
      double[][] controls = new double[players][order];
      for (int i = 0; i < players; i++) {
        for (int k = 0; k < order; k++) {
          controls[i][k] = start(i, collocation.state(k), n);
        }
      }
      // what the players would do if the state were worth nothing; often all but the solution
      Iterate worthless = new Iterate(new double[players][order], controls);
      if (game.timing() == Timing.CONTINUOUS || game.discounts().get(0) > 0) {
        starts.add(newton.staged(worthless));
      }
      starts.add(controls);
    }
    return starts;
  }

  private double start(int player, double state, int attempt) {
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

  /** Remembers why a start led nowhere, the most telling reason first. */
  private void unsettled(Collocation collocation, Iterate last) {
    for (int i = 0; i < game.players(); i++) {
      for (int k = 0; k < collocation.nodes().count(); k++) {
        double state = collocation.state(k);
        double control = last.controls()[i][k];
        double low = game.bounds().lowest(i, state);
        double high = game.bounds().highest(i, state);
        double near = 1e-6 * Math.max(Math.abs(control), collocation.scales(last)[i]);
        if (control - low < near || high - control < near) {
          closest = FeedbackChecks.atBound(control - low < near, state, i);
          return;
        }
      }
    }
    if (closest == null) {
      closest =
          new UnsolvedGame(
              "no starting point leads to strategies that satisfy the value equations",
              "solve it on a narrower interval, or bound the controls more closely");
    }
  }

  /** Raises the order until two agree; empty, and the reason remembered, where they never do. */
  private Optional<FeedbackEquilibrium> raised(
      int first, Collocation collocation, Iterate settled) {
    Collocation coarse = collocation;
    Iterate last = settled;
    double change = Double.NaN;
    for (int n = first + 1; n < ORDERS.length; n++) {
      Collocation fine = new Collocation(game, ORDERS[n]);
      Optional<Iterate> next = new NewtonSearch(game, fine).from(carried(coarse, last, fine));
      if (next.isEmpty()) {
        unsettled(coarse, last);
        return Optional.empty();
      }
      change = change(coarse, last, fine, next.get());
      if (change <= tolerance) {
        FeedbackEquilibrium found = new FeedbackEquilibrium(game, fine, next.get(), change);
        if (found.residual() <= tolerance) {
          try {
            new FeedbackChecks(game, fine, next.get(), found).check();
            return Optional.of(found);
          } catch (UnsolvedGame wrong) {
            closest = wrong;
            return Optional.empty();
          }
        }
      }
      coarse = fine;
      last = next.get();
    }
    closest =
        new UnsolvedGame(
            "the strategies do not settle as the polynomials' order rises: with "
                + ORDERS[ORDERS.length - 1]
                + " nodes they still change by "
                + String.format(java.util.Locale.ROOT, "%.1g", change)
                + " of their size",
            "narrow the interval to where the strategies bend nowhere sharply, or use the"
                + " logarithm of the state");
    return Optional.empty();
  }

  private Iterate carried(Collocation coarse, Iterate last, Collocation fine) {
    int order = fine.nodes().count();
    double[][] values = new double[game.players()][order];
    double[][] controls = new double[game.players()][order];
    for (int i = 0; i < values.length; i++) {
      for (int k = 0; k < order; k++) {
        double node = fine.nodes().node(k);
        values[i][k] = coarse.nodes().interpolate(last.values()[i], node);
        double control = coarse.nodes().interpolate(last.controls()[i], node);
        double low = game.bounds().lowest(i, fine.state(k));
        double high = game.bounds().highest(i, fine.state(k));
        boolean inside = control > low && control < high;
        controls[i][k] = inside ? control : start(i, fine.state(k), 2);
      }
    }
    return new Iterate(values, controls);
  }

  private double change(Collocation coarse, Iterate before, Collocation fine, Iterate after) {
    double change = 0;
    for (int i = 0; i < game.players(); i++) {
      change = Math.max(change, change(coarse, before.values()[i], fine, after.values()[i]));
      change = Math.max(change, change(coarse, before.controls()[i], fine, after.controls()[i]));
    }
    return change;
  }

  private static double change(
      Collocation coarse, double[] before, Collocation fine, double[] after) {
    double change = 0;
    for (int s = 0; s <= SAMPLES; s++) {
      double at = -1 + 2.0 * s / SAMPLES;
      double difference =
          fine.nodes().interpolate(after, at) - coarse.nodes().interpolate(before, at);
      change = Math.max(change, Math.abs(difference));
    }
    return change / Math.max(Collocation.largest(after), Double.MIN_NORMAL);
  }
}
