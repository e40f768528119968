package org.tidemark.solve.threshold;

import java.util.ArrayList;
import java.util.List;

/**
 * The remaining distance along dx/dt = g(t) - Q(x, t) from a start to the crossing.
 *
 * <p>What is integrated is cumulative output, dy/dt = Q, with the distance the threshold less it,
 * so that the speed of the threshold does not enter. Where a step would reach the crossing, the
 * last stretch is integrated the other way round, time as a function of the distance (Henon's
 * trick), so that no strategy is asked for beyond the crossing; and of the distance's square root,
 * in which output that starts from nothing is smooth.
 */
final class OutputPath {
  /** Aggregate output at a remaining distance and a time. */
  @FunctionalInterface
  interface Strategy {
    double output(double remaining, double time);
  }

  private static final int STEP_LIMIT = 100_000;

  private final ThresholdPath threshold;
  private final Strategy strategy;
  private final double horizon;

  /** Times and distances at the ends of steps, from which a path is taken up again. */
  private final List<double[]> nodes = new ArrayList<>();

  private double crossing = Double.POSITIVE_INFINITY;
  private double error;
  private double driftRatio;

  /**
   * Follows the path.
   *
   * @param pace a time that is short against that to the crossing
   */
  OutputPath(
      ThresholdPath threshold,
      List<Release> releases,
      Strategy strategy,
      double initial,
      double pace,
      double horizon) {
    this.threshold = threshold;
    this.strategy = strategy;
    this.horizon = horizon;
    double time = 0;
    double left = initial;
    for (Release release : releases) {
      if (release.time() >= horizon || !Double.isInfinite(crossing)) {
        break;
      }
      left = follow(time, left, release.time(), pace);
      if (!Double.isInfinite(crossing)) {
        return;
      }
      time = release.time();
      left = Math.max(0, left - release.fall());
    }
    follow(time, left, horizon, pace);
  }

  /** Infinite where the crossing is not reached before the horizon. */
  double crossing() {
    return crossing;
  }

  /** An estimate of the relative error of the crossing's time. */
  double error() {
    return error;
  }

  /** The largest speed of the threshold as a share of output, at the ends of the steps. */
  double driftRatio() {
    return driftRatio;
  }

  /**
   * Times and distances on the way, as far as they were followed, the crossing last; two of one
   * time where a release lies between.
   */
  List<double[]> places() {
    List<double[]> places = new ArrayList<>(nodes);
    if (!Double.isInfinite(crossing)) {
      places.add(new double[] {crossing, 0});
    }
    return places;
  }

  /** The remaining distance at a time. */
  double remainingAt(double time) {
    if (time >= crossing) {
      return 0;
    }
    double[] node = nodes.get(0);
    for (double[] next : nodes) {
      if (next[0] > time) {
        break;
      }
      node = next;
    }
    return time == node[0] ? node[1] : march(node[0], node[1], time, time - node[0], false);
  }

  /** The distance at the end, or zero with the crossing set. */
  private double follow(double from, double left, double until, double pace) {
    return march(from, left, until, pace, true);
  }

  private double march(double from, double left, double until, double pace, boolean record) {
    double time = from;
    double distance = left;
    double step = pace;
    if (record) {
      note(time, distance);
      if (distance == 0) {
        cross(time, 0);
        return 0;
      }
    }
    for (int i = 0; time < until; i++) {
      if (i == STEP_LIMIT) {
        throw new InadmissibleThreshold(
            "time",
            time,
            Double.NaN,
            "the threshold or the demand is too rough to be followed",
            "give functions that are smooth between their jumps");
      }
      double here = time;
      double start = distance;
      double size = Math.min(step, until - time);
      double end = size == until - time ? until : time + size;
      Extrapolation.Step made =
          Extrapolation.step(
              (t, made0) -> reach(start + threshold.rise(here, t) - made0, t),
              time,
              0,
              end - time,
              Math.max(start, 1e-3 * nodes.get(0)[1]));
      double then = start + threshold.rise(here, end) - made.value();
      if (made.undefined() || then <= 0) {
        if (record && arrived(time, distance, end)) {
          return 0;
        }
        step = size / 2;
        if (!(time + step > time)) {
          throw new InadmissibleThreshold(
              "time", time, Double.NaN, "the path comes to no end there", "ask for another");
        }
        continue;
      }
      if (then > strategy.output(then, end) * (horizon + end)) {
        // at this pace all of the horizon would be too short, did the threshold stand still from
        // now
        return then;
      }
      if (made.accepted() || !(size > 1e-12 * Math.max(pace, time))) {
        time = end;
        distance = then;
        error = Math.max(error, made.error());
        step = made.easy() ? size * 2 : size;
        if (record) {
          note(time, distance);
        }
      } else {
        step = size / 2;
      }
    }
    return distance;
  }

  private double reach(double remaining, double time) {
    return remaining < 0 ? Double.NaN : strategy.output(remaining, time);
  }

  /** Tries the last stretch, and says whether it ends before a time. */
  private boolean arrived(double time, double distance, double until) {
    double root = Math.sqrt(distance);
    double at = root;
    double elapsed = 0;
    double step = root;
    double worst = 0;
    for (int i = 0; at > 0 && i < 200; i++) {
      double size = Math.min(step, at);
      double end = size == at ? 0 : at - size;
      Extrapolation.Step made =
          Extrapolation.step(
              (w, after) -> pacePerRoot(w, time + after), at, elapsed, end - at, until - time);
      if (made.undefined() || !(time + made.value() <= until)) {
        return false;
      }
      if (!made.accepted() && size > 1e-10 * root) {
        step = size / 2;
        continue;
      }
      at = end;
      elapsed = made.value();
      worst = Math.max(worst, made.error());
      step = made.easy() ? size * 2 : size;
    }
    if (at > 0) {
      return false;
    }
    error = Math.max(error, worst);
    cross(time + elapsed, strategy.output(0, time + elapsed));
    return true;
  }

  /** dt/dw, with the distance w^2; NaN where the distance does not fall. */
  private double pacePerRoot(double root, double time) {
    double speed = strategy.output(root * root, time) - threshold.rate(time);
    if (root == 0 && !(speed > 0)) {
      // output that starts from nothing, like a root: the limit from nearby
      double near = 1e-9;
      return -2 * near / (strategy.output(near * near, time) - threshold.rate(time));
    }
    return speed > 0 ? -2 * root / speed : Double.NaN;
  }

  private void cross(double time, double output) {
    crossing = time;
    if (output > 0) {
      driftRatio = Math.max(driftRatio, Math.abs(threshold.rate(time)) / output);
    }
  }

  private void note(double time, double distance) {
    nodes.add(new double[] {time, distance});
    double output = strategy.output(distance, time);
    double speed = Math.abs(threshold.rate(time));
    if (output > 0 || speed > 0) {
      driftRatio = Math.max(driftRatio, speed / output);
    }
  }
}
