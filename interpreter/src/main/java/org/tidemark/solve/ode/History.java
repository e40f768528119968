package org.tidemark.solve.ode;

import java.util.ArrayList;
import java.util.List;

/**
 * The solution so far, for rates that read it at earlier times (delay equations by the method of
 * steps: R. Bellman, K. Cooke, Differential-Difference Equations, 1963).
 *
 * <p>Give it to the integrations of one run, stretch after stretch, through {@link
 * Settings#with(History)}. They write each step into it as they accept it, so that rates may read
 * all but the step under way: let the maximum step be the smallest lag. Where a state jumps between
 * two stretches both sides are kept. The rates jump one lag after such a time, and one lag after
 * the start: name those in {@link Settings#withBreaks}, see {@link #breaks}.
 *
 * <p>It grows as it is used, and is for one run on one thread at a time.
 */
public final class History {

  /** What was before the start. */
  @FunctionalInterface
  public interface Past {
    /** A component at a time before the start. */
    double component(int component, double time);
  }

  private final double start;
  private final Past past;
  private final List<Segment> segments = new ArrayList<>();
  private final List<Double> jumps = new ArrayList<>();
  private double latest;
  private double[] now;

  private History(double start, Past past) {
    this.start = start;
    this.past = past;
    latest = start;
  }

  /** A history with a past. */
  public static History after(Past past, double start) {
    return new History(start, past);
  }

  /** A history in which all was as at the start for ever. */
  public static History constant(double start, double[] state) {
    double[] kept = state.clone();
    return new History(start, (component, time) -> kept[component]);
  }

  /** A component at a time; where it jumps, just after. */
  public double component(int component, double time) {
    if (time < start) {
      return past.component(component, time);
    }
    if (time >= latest) {
      requireReached(time);
      return now == null ? past.component(component, start) : now[component];
    }
    Segment segment = segments.get(lastFrom(time, true));
    return segment.value(component, time);
  }

  /** A component at a time; where it jumps, just before. */
  public double before(int component, double time) {
    if (time <= start) {
      return past.component(component, time);
    }
    requireReached(time);
    double there = Math.min(time, latest);
    Segment segment = segments.get(lastFrom(there, false));
    return segment.value(component, there);
  }

  /** How far it reaches. */
  public double latest() {
    return latest;
  }

  /**
   * The times within a span at which rates that read the past with these lags may jump: the lags
   * after the start and after each jump of the state.
   */
  public double[] breaks(double from, double to, double... lags) {
    List<Double> all = new ArrayList<>();
    for (double lag : lags) {
      all.add(start + lag);
      for (double jump : jumps) {
        all.add(jump + lag);
      }
    }
    return all.stream()
        .mapToDouble(Double::doubleValue)
        .filter(time -> time > from && time < to)
        .sorted()
        .distinct()
        .toArray();
  }

  void begin(double time, double[] state) {
    boolean first = segments.isEmpty() && now == null;
    if (Math.abs(time - latest) > 4 * Math.ulp(latest)) {
      throw IntegrationRefused.inadmissible(
          "a stretch from " + time + " does not follow on a history up to " + latest,
          "start where the history ends");
    }
    if (!first && !java.util.Arrays.equals(state, now)) {
      jumps.add(latest);
    }
    now = state.clone();
  }

  void record(Segment segment, double[] end) {
    segments.add(segment);
    latest = segment.to();
    now = end;
  }

  private void requireReached(double time) {
    if (time > latest + 4 * Math.ulp(latest)) {
      throw new IntegrationRefused(
          IntegrationRefused.Cause.NO_PAST,
          time,
          -1,
          "the solution has come no further than " + latest + ", and its own future was asked for",
          "let the maximum step be the smallest lag");
    }
  }

  /** The last segment that starts before a time, or at it. */
  private int lastFrom(double time, boolean orAt) {
    int low = 0;
    int high = segments.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      double from = segments.get(middle).from();
      if (orAt ? from <= time : from < time) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return high;
  }
}
