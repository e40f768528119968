package org.tidemark.solve.dynamicgame;

import java.util.Optional;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularMatrixException;
import org.tidemark.solve.dynamicgame.Collocation.Iterate;
import org.tidemark.solve.dynamicgame.Collocation.Miss;

/** Newton's method on the collocation equations, its steps cut where they do not help. */
final class NewtonSearch {
  /** What rounding leaves of the equations, in units of the values. */
  private static final double SETTLED = 1e-13;

  /** Where steps no longer help, this is close enough to have settled. */
  private static final double GOOD_ENOUGH = 1e-10;

  private static final int STEPS = 30;
  private static final int ROUNDS = 15;

  /** Controls that change by less than this part of their size have settled roughly. */
  private static final double STILL = 1e-3;

  private static final int STAGE_STEPS = 8;

  /** The part of the way to a bound that a control may go in a step. */
  private static final double TOWARDS_BOUND = 0.9;

  private static final double SHORTEST = 1.0 / 128;

  private final DynamicGame game;
  private final Collocation collocation;

  NewtonSearch(DynamicGame game, Collocation collocation) {
    this.game = game;
    this.collocation = collocation;
  }

  /** Newton's method from an iterate; empty where it does not settle. */
  Optional<Iterate> from(Iterate start) {
    Iterate current = start;
    Miss miss = collocation.miss(current);
    for (int n = 0; n < STEPS && miss.size() > SETTLED; n++) {
      Iterate step;
      try {
        step = collocation.new Step(current, miss).solve();
      } catch (SingularMatrixException noStep) {
        return Optional.empty();
      }
      double length = 1;
      Iterate tried = moved(current, step, length);
      Miss after = collocation.miss(tried);
      while (!(after.size() < miss.size()) && length > SHORTEST) {
        length /= 2;
        tried = moved(current, step, length);
        after = collocation.miss(tried);
      }
      if (!(after.size() < miss.size())) {
        break;
      }
      current = tried;
      miss = after;
    }
    return miss.size() <= GOOD_ENOUGH ? Optional.of(current) : Optional.empty();
  }

  /** Policy iteration: the best controls given the values, the values of those, and so on. */
  Iterate improved(Iterate start) {
    Iterate current = start;
    for (int round = 0; round < ROUNDS; round++) {
      double[][] controls = current.controls();
      Iterate next = new Iterate(current.values(), staged(current));
      double change = 0;
      double[][] halfway = new double[controls.length][];
      for (int i = 0; i < controls.length; i++) {
        halfway[i] = controls[i].clone();
        double scale = Math.max(Collocation.largest(controls[i]), Double.MIN_NORMAL);
        for (int k = 0; k < halfway[i].length; k++) {
          // halfway, since simultaneous best answers may overshoot for ever
          halfway[i][k] += (next.controls()[i][k] - controls[i][k]) / 2;
          change = Math.max(change, Math.abs(halfway[i][k] - controls[i][k]) / scale);
        }
      }
      Optional<Iterate> valued = valued(halfway);
      if (valued.isEmpty()) {
        return current;
      }
      current = valued.get();
      if (change < STILL) {
        return current;
      }
    }
    return current;
  }

  /** Controls with what they are worth if kept for ever. */
  Optional<Iterate> valued(double[][] controls) {
    try {
      double[][] values = collocation.worthOf(controls);
      for (double[] own : values) {
        for (double value : own) {
          if (!Double.isFinite(value)) {
            return Optional.empty();
          }
        }
      }
      return Optional.of(new Iterate(values, controls));
    } catch (SingularMatrixException undetermined) {
      return Optional.empty();
    }
  }

  /** The controls of each node's stage game, as far as a few steps of Newton's method lead. */
  double[][] staged(Iterate iterate) {
    double[][] controls = new double[game.players()][];
    for (int i = 0; i < controls.length; i++) {
      controls[i] = iterate.controls()[i].clone();
    }
    double[] scales = collocation.scales(iterate);
    StageGame.Values worths = collocation.rough(iterate.values());
    for (int k = 0; k < collocation.nodes().count(); k++) {
      StageGame stage = new StageGame(game, worths, collocation.state(k), scales);
      double[] own = Collocation.at(controls, k);
      for (int n = 0; n < STAGE_STEPS; n++) {
        double[] next = stageStep(stage, own);
        if (next == null) {
          break;
        }
        own = next;
      }
      for (int i = 0; i < controls.length; i++) {
        controls[i][k] = own[i];
      }
    }
    return controls;
  }

  private double[] stageStep(StageGame stage, double[] controls) {
    int players = game.players();
    RealMatrix curvatures = new Array2DRowRealMatrix(players, players);
    ArrayRealVector conditions = new ArrayRealVector(players);
    for (int i = 0; i < players; i++) {
      conditions.setEntry(i, -stage.slope(i, i, controls));
      for (int j = 0; j < players; j++) {
        curvatures.setEntry(i, j, stage.curvature(i, j, controls));
      }
    }
    if (conditions.isNaN() || Double.isNaN(curvatures.getNorm())) {
      return null;
    }
    try {
      double[] step =
          new LUDecomposition(curvatures, Collocation.SINGULAR)
              .getSolver()
              .solve(conditions)
              .toArray();
      double[] next = new double[players];
      for (int i = 0; i < players; i++) {
        next[i] = bounded(i, stage.state(), controls[i], step[i]);
      }
      return next;
    } catch (SingularMatrixException noStep) {
      return null;
    }
  }

  private Iterate moved(Iterate from, Iterate step, double length) {
    int players = game.players();
    int order = collocation.nodes().count();
    double[][] values = new double[players][order];
    double[][] controls = new double[players][order];
    for (int i = 0; i < players; i++) {
      for (int k = 0; k < order; k++) {
        values[i][k] = from.values()[i][k] + length * step.values()[i][k];
        controls[i][k] =
            bounded(i, collocation.state(k), from.controls()[i][k], length * step.controls()[i][k]);
      }
    }
    return new Iterate(values, controls);
  }

  private double bounded(int player, double state, double control, double change) {
    double low = game.bounds().lowest(player, state);
    double high = game.bounds().highest(player, state);
    double least = control - TOWARDS_BOUND * (control - low);
    double most = control + TOWARDS_BOUND * (high - control);
    return Math.max(least, Math.min(most, control + change));
  }
}
