package org.tidemark.solve.dynamicgame;

import java.util.Locale;
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

  /** So many solutions of one kind that are no equilibrium are enough to say so. */
  private static final int MOST_REJECTED = 3;

  /** Controls this near, as a part of their size, will get there. */
  private static final double NEAR = 0.02;

  /** The part of the interval next to its ends. */
  private static final int MARGIN = 50;

  private static final int SAMPLES = 100;

  /** A payoff that bends by less than this part of its size is flat but for rounding. */
  private static final double FLAT = 1e-8;

  private final DynamicGame game;
  private final double tolerance;
  private final StartingPoints starts;
  private UnsolvedGame closest;
  private Failure failure;
  private int rejected;
  private int corners;

  /** How a search may fail, the more telling the later. */
  private enum Failure {
    NOWHERE,
    UNSETTLED,
    AT_BOUND,
    REJECTED
  }

  FeedbackSolver(DynamicGame game, double tolerance) {
    this.game = game;
    this.tolerance = tolerance;
    this.starts = new StartingPoints(game);
  }

  FeedbackEquilibrium solve() {
    for (int first = 0; first <= SECOND_START; first += SECOND_START) {
      Collocation collocation = new Collocation(game, ORDERS[first]);
      NewtonSearch newton = new NewtonSearch(game, collocation);
      for (double[][] controls : starts.of(collocation)) {
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
          if (rejected == MOST_REJECTED) {
            throw closest;
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

  private void remember(Failure kind, UnsolvedGame refused) {
    if (failure == null || kind.compareTo(failure) > 0) {
      failure = kind;
      closest = refused;
    }
  }

  /**
   * Remembers why a start led nowhere.
   *
   * @throws UnsolvedGame where policy iteration settled with a control at its bound from several
   *     starts: the game then has a solution of that shape, which polynomials cannot follow
   */
  private void unsettled(Collocation collocation, Iterate last) {
    double[] scales = collocation.scales(last);
    StageGame.Values worths = collocation.rough(last.values());
    UnsolvedGame corner = null;
    boolean settled = true;
    for (int k = 0; k < collocation.nodes().count(); k++) {
      double state = collocation.state(k);
      StageGame stage = new StageGame(game, worths, state, scales);
      double[] controls = Collocation.at(last.controls(), k);
      // policy iteration holds the state inside, which may make a bound look attractive
      settled &= stays(stage.state(), stage.motion(controls));
      for (int i = 0; i < controls.length; i++) {
        double step = -stage.slope(i, i, controls) / stage.curvature(i, i, controls);
        double down = controls[i] - game.bounds().lowest(i, state);
        double up = game.bounds().highest(i, state) - controls[i];
        double near = NEAR * scales[i];
        if (down < near && step < -down || up < near && step > up) {
          corner = corner == null ? FeedbackChecks.atBound(down < near, state, i) : corner;
        } else {
          settled &= Math.abs(step) <= near;
        }
      }
    }
    if (settled && corner != null) {
      remember(Failure.AT_BOUND, corner);
      if (++corners == MOST_REJECTED) {
        throw closest;
      }
    } else {
      remember(Failure.NOWHERE, flat(collocation, last));
    }
  }

  private boolean stays(double state, double motion) {
    if (game.timing() == Timing.STEPS) {
      return motion >= game.low() && motion <= game.high();
    }
    double margin = (game.high() - game.low()) / MARGIN;
    return motion >= 0 && state < game.high() - margin
        || motion <= 0 && state > game.low() + margin;
  }

  private UnsolvedGame flat(Collocation collocation, Iterate last) {
    double[] scales = collocation.scales(last);
    StageGame.Values worths = collocation.worth(last);
    for (int k = 0; k < collocation.nodes().count(); k++) {
      StageGame stage = new StageGame(game, worths, collocation.state(k), scales);
      double[] controls = Collocation.at(last.controls(), k);
      for (int i = 0; i < controls.length; i++) {
        double bend = stage.curvature(i, i, controls) * scales[i] * scales[i];
        double size = Math.abs(game.payoff().of(i, collocation.state(k), controls));
        if (bend > -FLAT * size) {
          return new UnsolvedGame(
              "its payoff is not concave in its own control at this state, so that its best choice"
                  + " lies at a bound",
              "add what makes more of the control cost more, or let the bounds decide without a"
                  + " game",
              collocation.state(k),
              i);
        }
      }
    }
    return new UnsolvedGame(
        "no starting point leads to strategies that satisfy the value equations",
        "solve it on a narrower interval, or bound the controls more closely");
  }

  /** Raises the order until two agree; empty, and the reason remembered, where they never do. */
  private Optional<FeedbackEquilibrium> raised(
      int first, Collocation collocation, Iterate settled) {
    Collocation coarse = collocation;
    Iterate last = settled;
    double change = Double.NaN;
    for (int n = first + 1; n < ORDERS.length; n++) {
      Collocation fine = new Collocation(game, ORDERS[n]);
      NewtonSearch newton = new NewtonSearch(game, fine);
      Optional<Iterate> next = newton.from(carried(coarse, last, fine, false));
      if (next.isEmpty()) {
        next = newton.from(carried(coarse, last, fine, true));
      }
      if (next.isEmpty()) {
        remember(Failure.NOWHERE, flat(coarse, last));
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
            remember(Failure.REJECTED, wrong);
            rejected++;
            return Optional.empty();
          }
        }
      }
      coarse = fine;
      last = next.get();
    }
    remember(
        Failure.UNSETTLED,
        new UnsolvedGame(
            "the strategies do not settle as the polynomials' order rises: with "
                + ORDERS[ORDERS.length - 1]
                + " nodes they still change by "
                + String.format(Locale.ROOT, "%.1g", change)
                + " of their size",
            "narrow the interval to where the strategies bend nowhere sharply, or use the"
                + " logarithm of the state"));
    return Optional.empty();
  }

  /**
   * What an iterate says at other nodes.
   *
   * @param straight whether controls are joined by straight lines, which stay where the controls
   *     are however far these range
   */
  private Iterate carried(Collocation coarse, Iterate last, Collocation fine, boolean straight) {
    int order = fine.nodes().count();
    double[][] values = new double[game.players()][order];
    double[][] controls = new double[game.players()][order];
    for (int i = 0; i < values.length; i++) {
      for (int k = 0; k < order; k++) {
        double node = fine.nodes().node(k);
        values[i][k] = coarse.nodes().interpolate(last.values()[i], node);
        double control =
            straight
                ? coarse.nodes().joined(last.controls()[i], node)
                : coarse.nodes().interpolate(last.controls()[i], node);
        double low = game.bounds().lowest(i, fine.state(k));
        double high = game.bounds().highest(i, fine.state(k));
        boolean inside = control > low && control < high;
        controls[i][k] = inside ? control : starts.control(i, fine.state(k), 2);
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
