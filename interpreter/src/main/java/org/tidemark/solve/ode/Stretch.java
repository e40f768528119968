package org.tidemark.solve.ode;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The solution of an initial value problem over one stretch of time, as a function.
 *
 * <p>Immutable; may be asked from any thread.
 */
public final class Stretch {
  private static final int PARTS = 6;

  /** What an integration says of itself. */
  record Account(
      String method,
      double errorEstimate,
      double residual,
      int steps,
      int rejected,
      int evaluations) {}

  private final double from;
  private final double end;
  private final double[] start;
  private final double[] endState;
  private final Segment[] segments;
  private final List<Integer> fired;
  private final double[] jumps;
  private final Account account;

  Stretch(
      double from,
      double[] start,
      List<Segment> segments,
      double end,
      double[] endState,
      List<Integer> fired,
      List<Double> jumps,
      Account account) {
    this.from = from;
    this.start = start;
    this.segments = segments.toArray(new Segment[0]);
    this.end = end;
    this.endState = endState;
    this.fired = fired;
    this.jumps = jumps.stream().mapToDouble(Double::doubleValue).toArray();
    this.account = account;
  }

  /** The time at the start. */
  public double from() {
    return from;
  }

  /** The time at the end: the one asked for, or that at which switches fired. */
  public double end() {
    return end;
  }

  /** How many components the state has. */
  public int dimension() {
    return start.length;
  }

  /** The state at a time between {@link #from} and {@link #end}. */
  public double[] at(double time) {
    double[] state = new double[start.length];
    if (time == end) {
      return endState();
    }
    Segment segment = segment(time);
    if (segment == null) {
      return start.clone();
    }
    segment.values(time, state);
    return state;
  }

  /** One component of the state at a time. */
  public double component(int component, double time) {
    if (time == end) {
      return endState[component];
    }
    Segment segment = segment(time);
    return segment == null ? start[component] : segment.value(component, time);
  }

  /** The derivative of the dense output, which differs from the rates by the defect. */
  public double slope(int component, double time) {
    Segment segment = segment(time);
    if (segment == null) {
      throw outside(time);
    }
    return segment.slope(component, time);
  }

  /** The state at the end. */
  public double[] endState() {
    return endState.clone();
  }

  /**
   * The indices of the switches that became true at {@link #end}, all of them where several did at
   * once up to the error of their location; empty if none did.
   */
  public List<Integer> fired() {
    return fired;
  }

  /** The times at which the rates were found to jump, those named in the settings apart. */
  public double[] jumps() {
    return jumps.clone();
  }

  /** The names of the methods used, in the order of their first use. */
  public String method() {
    return account.method();
  }

  /**
   * The sum of the estimated errors of all steps, relative to the size of the state. How the
   * problem itself amplifies or forgets errors on the way is not in it.
   */
  public double errorEstimate() {
    return account.errorEstimate();
  }

  /**
   * The defect: the largest, over one place in each step, of the dense output's derivative less the
   * rates there, times the step and relative to the size of the state, or to a thousandth of the
   * largest it has been. For stiff steps it is the distance from the solution that the defect
   * stands for.
   */
  public double residual() {
    return account.residual();
  }

  /** How many steps were accepted. */
  public int steps() {
    return account.steps();
  }

  /** How many steps were tried in vain. */
  public int rejectedSteps() {
    return account.rejected();
  }

  /** How many times the rates were evaluated, differences for derivatives included. */
  public int evaluations() {
    return account.evaluations();
  }

  /** The ends of the steps, the start first. */
  public double[] times() {
    double[] times = new double[segments.length + 1];
    times[0] = from;
    for (int k = 0; k < segments.length; k++) {
      times[k + 1] = segments[k].to();
    }
    return times;
  }

  /** The smallest value of a component. */
  public Extremum minimum(int component) {
    return minimum(component, from, end);
  }

  /** The largest value of a component. */
  public Extremum maximum(int component) {
    return maximum(component, from, end);
  }

  /** The smallest value of a component between two times within the stretch. */
  public Extremum minimum(int component, double first, double last) {
    return candidates(component, first, last).stream()
        .min(Comparator.comparingDouble(Extremum::value))
        .orElseThrow();
  }

  /** The largest value of a component between two times within the stretch. */
  public Extremum maximum(int component, double first, double last) {
    double largest = Double.NEGATIVE_INFINITY;
    Extremum found = null;
    for (Extremum each : candidates(component, first, last)) {
      if (each.value() > largest) {
        largest = each.value();
        found = each;
      }
    }
    return found;
  }

  /** The ends and every place where the derivative changes sign. */
  private List<Extremum> candidates(int component, double first, double last) {
    if (!(first <= last)) {
      throw IntegrationRefused.inadmissible(
          "a span from " + first + " to " + last + " runs backwards",
          "give the earlier time first");
    }
    List<Extremum> found = new ArrayList<>();
    found.add(new Extremum(first, component(component, first)));
    int end = index(last);
    for (int k = Math.max(0, index(first)); k <= end; k++) {
      Segment segment = segments[k];
      double a = Math.max(first, segment.from());
      double b = Math.min(last, segment.to());
      turns(segment, component, a, b, found);
      found.add(new Extremum(b, component(component, b)));
    }
    return found;
  }

  private static void turns(
      Segment segment, int component, double from, double to, List<Extremum> found) {
    double a = from;
    double slope = segment.slope(component, a);
    for (int part = 1; part <= PARTS; part++) {
      double b = part == PARTS ? to : from + (to - from) * part / PARTS;
      double next = segment.slope(component, b);
      if (slope < 0 != next < 0) {
        double turn = turn(segment, component, a, b, slope < 0);
        found.add(new Extremum(turn, segment.value(component, turn)));
      }
      a = b;
      slope = next;
    }
  }

  private static double turn(
      Segment segment, int component, double from, double to, boolean falling) {
    double a = from;
    double b = to;
    while (true) {
      double middle = a + (b - a) / 2;
      if (!(middle > a && middle < b)) {
        return middle;
      }
      if (segment.slope(component, middle) < 0 == falling) {
        a = middle;
      } else {
        b = middle;
      }
    }
  }

  private Segment segment(double time) {
    int index = index(time);
    return index < 0 ? null : segments[index];
  }

  /** The segment a time is in, the earlier of two; -1 in a stretch of no length. */
  private int index(double time) {
    if (!(time >= from && time <= end)) {
      throw outside(time);
    }
    int low = 0;
    int high = segments.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (segments[middle].to() < time) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return high;
  }

  private IntegrationRefused outside(double time) {
    return IntegrationRefused.inadmissible(
        "the time " + time + " is outside the stretch from " + from + " to " + end,
        "ask for a time within it");
  }
}
