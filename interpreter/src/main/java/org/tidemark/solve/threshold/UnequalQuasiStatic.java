package org.tidemark.solve.threshold;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.tidemark.solve.game.Activity;
import org.tidemark.solve.game.GameSolution;
import org.tidemark.solve.game.RegimeSwitch;

/**
 * The quasi-static treatment of a game of unequal firms on a moving threshold: at each moment
 * everybody plays the strategy of the game whose threshold stands still from then on, which is a
 * function of the remaining distance alone, so that dx/dt = g(t) - Q(x). Values at a distance are
 * those of the game that stands still. Whether the treatment applies is told by {@link
 * #driftRatio}. Immutable.
 *
 * <p>Costs may not depend on the distance: as the threshold moves, what has been made at a distance
 * changes, and with it what a cost that follows it would be.
 */
public final class UnequalQuasiStatic {
  private static final int BISECTIONS = 60;

  private final GameSolution still;
  private final double initial;
  private final ThresholdPath threshold;
  private final double horizon;
  private final OutputPath path;

  /**
   * The path from a distance.
   *
   * @param still the game that stands still, with constant costs
   * @param threshold how the threshold moves
   * @param releases falls that nobody foresees
   * @param initial the remaining distance at time zero
   * @throws InadmissibleThreshold where the distance is negative or not finite, or the path cannot
   *     be followed
   * @throws org.tidemark.solve.game.NoEquilibrium where the game has no solution at a distance on
   *     the way
   */
  public UnequalQuasiStatic(
      GameSolution still, ThresholdPath threshold, List<Release> releases, double initial) {
    InadmissibleThreshold.notNegative(
        "remaining", initial, "the crossing lies behind", "give a distance of zero or more");
    this.still = still;
    this.initial = initial;
    this.threshold = threshold;
    double standing = still.timeToCrossing(initial);
    double slowest =
        still.game().firms().stream()
            .mapToDouble(firm -> 1 / firm.discountRate())
            .max()
            .orElseThrow();
    this.horizon = 50 * Math.max(slowest, standing);
    this.path =
        new OutputPath(
            threshold,
            releases.stream().sorted(Comparator.comparingDouble(Release::time)).toList(),
            (remaining, time) -> still.at(remaining).quantity(),
            initial,
            standing > 0 ? standing / 8 : 1,
            horizon);
  }

  /** The game that stands still. */
  public GameSolution still() {
    return still;
  }

  /** Time from the start to the crossing; infinite where it is never reached. */
  public double crossingTime() {
    return path.crossing();
  }

  /** How far ahead a crossing was looked for where it is never reached. */
  public double horizon() {
    return horizon;
  }

  /** The remaining distance a time after the start; zero from the crossing on. */
  public double remainingAfter(double time) {
    InadmissibleThreshold.notNegative(
        "time", time, "paths start at the present", "ask for a time of zero or later");
    return time == 0 ? initial : path.remainingAt(time);
  }

  /**
   * The largest speed of the threshold on the way, as a share of output there: the treatment asks
   * for much less than one.
   */
  public double driftRatio() {
    return path.driftRatio();
  }

  /** An estimate of the error of {@link #crossingTime}, relative to it. */
  public double error() {
    return path.error();
  }

  /**
   * By how much values miss the equations of the game that stands still, relative to the size of
   * their terms, from the crossing up to the start.
   */
  public double residual() {
    return still.residual(initial);
  }

  /** How the answer was found, in words. */
  public String method() {
    return "quasi-static: "
        + still.method()
        + ", followed along a moving threshold ("
        + threshold.method()
        + ")";
  }

  /**
   * A firm that changes what it does on the way.
   *
   * @param time since the start
   * @param remaining the distance at which it does
   * @param firm which
   * @param before what it did
   * @param after what it does from then on
   */
  public record Passing(double time, double remaining, int firm, Activity before, Activity after) {}

  /**
   * Where firms change what they do, in the order of time: a threshold that recedes, or falls at
   * once, may lead past a place more than once.
   */
  public List<Passing> switches() {
    List<double[]> places = path.places();
    double farthest = places.stream().mapToDouble(place -> place[1]).max().orElse(0);
    List<Passing> passings = new ArrayList<>();
    for (RegimeSwitch change : still.switches(farthest)) {
      for (int i = 1; i < places.size(); i++) {
        boolean wasBeyond = places.get(i - 1)[1] > change.remaining();
        boolean isBeyond = places.get(i)[1] > change.remaining();
        if (wasBeyond != isBeyond) {
          passings.add(
              new Passing(
                  passed(places.get(i - 1)[0], places.get(i)[0], change.remaining(), isBeyond),
                  change.remaining(),
                  change.firm(),
                  wasBeyond ? change.farther() : change.nearer(),
                  isBeyond ? change.farther() : change.nearer()));
        }
      }
    }
    passings.sort(Comparator.comparingDouble(Passing::time));
    return passings;
  }

  /** The time between two at which a distance is passed; the same two where it is jumped over. */
  private double passed(double from, double to, double distance, boolean outwards) {
    double low = from;
    double high = to;
    for (int i = 0; i < BISECTIONS && high > low; i++) {
      double middle = low + (high - low) / 2;
      if (middle == low || middle == high) {
        break;
      }
      if (path.remainingAt(middle) > distance == outwards) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return high;
  }
}
