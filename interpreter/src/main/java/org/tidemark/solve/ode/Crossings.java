package org.tidemark.solve.ode;

import java.util.ArrayList;
import java.util.List;

/**
 * Watches switches along the steps, and locates the first that becomes true on the dense output.
 *
 * <p>Each step is looked at in {@link #PARTS} parts. A switch that is false at both ends of a part
 * but rises towards zero between them is followed to its peak, and one that is true at both ends to
 * its dip, so that two crossings within a part are found unless the value turns more than once in
 * it.
 */
final class Crossings {
  private static final int PARTS = 5;

  /** Times as near as this multiple of the error, in steps, are one. */
  private static final double LOOSE = 10;

  private static final double GOLDEN = (3 - Math.sqrt(5)) / 2;

  /** What fired, and when. */
  record Hit(double time, List<Integer> fired) {}

  private final List<? extends Switch> switches;
  private final double[] state;
  private final double[] times = new double[PARTS + 1];
  private final double[][] values;
  private Segment segment;

  Crossings(List<? extends Switch> switches, double time, double[] from) {
    this.switches = switches;
    state = from.clone();
    values = new double[switches.size()][PARTS + 1];
    for (int j = 0; j < values.length; j++) {
      values[j][0] = ask(j, time);
    }
  }

  /** Goes on from the end of the segment last looked at. */
  void advance() {
    for (double[] each : values) {
      each[0] = each[PARTS];
    }
  }

  /**
   * The first crossing in the segment; null if there is none.
   *
   * @param error that of the state so far, relative
   */
  Hit in(Segment next, double error) {
    if (values.length == 0) {
      return null;
    }
    segment = next;
    for (int part = 0; part <= PARTS; part++) {
      times[part] =
          part == PARTS ? next.to() : next.from() + (next.to() - next.from()) * part / PARTS;
    }
    for (int part = 1; part <= PARTS; part++) {
      next.values(times[part], state);
      for (int j = 0; j < values.length; j++) {
        values[j][part] = ask(j, times[part]);
      }
    }
    double[] crossed = new double[values.length];
    double earliest = Double.POSITIVE_INFINITY;
    for (int j = 0; j < crossed.length; j++) {
      crossed[j] = first(j);
      earliest = Math.min(earliest, crossed[j]);
    }
    return earliest == Double.POSITIVE_INFINITY ? null : together(crossed, earliest, error);
  }

  /** All that cross at the earliest time, up to the error of their location. */
  private Hit together(double[] crossed, double earliest, double error) {
    double near =
        earliest
            + Math.max(4 * Math.ulp(earliest), LOOSE * error * (segment.to() - segment.from()));
    double last = earliest;
    List<Integer> fired = new ArrayList<>();
    for (int j = 0; j < crossed.length; j++) {
      if (crossed[j] <= near) {
        fired.add(j);
        last = Math.max(last, crossed[j]);
      }
    }
    return new Hit(last, List.copyOf(fired));
  }

  private double first(int j) {
    double[] g = values[j];
    for (int part = 0; part < PARTS; part++) {
      double a = times[part];
      double b = times[part + 1];
      if (g[part] < 0 && g[part + 1] >= 0) {
        return root(j, a, g[part], b, g[part + 1]);
      }
      if (g[part] < 0 == g[part + 1] < 0 && mayTurn(g, part)) {
        double sign = g[part] < 0 ? 1 : -1;
        double turn = turn(j, a, b, sign);
        if (!Double.isNaN(turn)) {
          double there = at(j, turn);
          return sign > 0 ? root(j, a, g[part], turn, there) : root(j, turn, there, b, g[part + 1]);
        }
      }
    }
    return Double.POSITIVE_INFINITY;
  }

  /** Whether the value, by the differences beside the part, may reach zero inside of it. */
  private static boolean mayTurn(double[] g, int part) {
    double near = Math.min(Math.abs(g[part]), Math.abs(g[part + 1]));
    double sign = g[part] < 0 ? 1 : -1;
    double rise = part == 0 ? Math.abs(g[1] - g[0]) : sign * (g[part] - g[part - 1]);
    double fall =
        part == PARTS - 1 ? Math.abs(g[PARTS] - g[part]) : sign * (g[part + 1] - g[part + 2]);
    double inside = Math.abs(g[part + 1] - g[part]);
    return rise >= 0 && fall >= 0 && near <= 2 * Math.max(inside, Math.max(rise, fall));
  }

  /** Where the value has the other sign, going up (or down) a golden section; NaN if nowhere. */
  private double turn(int j, double from, double to, double sign) {
    double a = from;
    double b = to;
    double x = a + GOLDEN * (b - a);
    double y = b - GOLDEN * (b - a);
    double gx = sign * at(j, x);
    double gy = sign * at(j, y);
    double least = Math.max(2 * Math.ulp(b), 1e-9 * (to - from));
    while (b - a > least) {
      if (sign > 0 ? gx >= 0 : gx > 0) {
        return x;
      }
      if (sign > 0 ? gy >= 0 : gy > 0) {
        return y;
      }
      if (gx > gy) {
        b = y;
        y = x;
        gy = gx;
        x = a + GOLDEN * (b - a);
        gx = sign * at(j, x);
      } else {
        a = x;
        x = y;
        gx = gy;
        y = b - GOLDEN * (b - a);
        gy = sign * at(j, y);
      }
    }
    return Double.NaN;
  }

  /**
   * The upper end of a bracket as narrow as the numbers allow: the Illinois variant of false
   * position (M. Dowell, P. Jarratt, BIT 11, 1971), halving where it does not make headway.
   */
  private double root(int j, double from, double fromValue, double to, double toValue) {
    double a = from;
    double b = to;
    double ga = fromValue;
    double gb = toValue;
    double least = 0x1p-60 * segment.step();
    int side = 0;
    double width = b - a;
    for (int round = 1; b - a > Math.max(Math.ulp(b), least); round++) {
      double x = b - gb * ((b - a) / (gb - ga));
      if (round % 3 == 0) {
        if (b - a > width / 2) {
          x = a + (b - a) / 2;
        }
        width = b - a;
      }
      // A guess on an end of the bracket would not narrow it.
      double inset = Math.max(Math.ulp(b), least) / 2;
      x = Math.min(Math.max(x, a + inset), b - inset);
      if (!(x > a && x < b)) {
        x = a + (b - a) / 2;
        if (!(x > a && x < b)) {
          return b;
        }
      }
      double gx = at(j, x);
      if (gx < 0) {
        a = x;
        ga = gx;
        gb = side < 0 ? gb / 2 : gb;
        side = -1;
      } else {
        b = x;
        gb = gx;
        ga = side > 0 ? ga / 2 : ga;
        side = 1;
      }
    }
    return b;
  }

  private double at(int j, double time) {
    segment.values(time, state);
    return ask(j, time);
  }

  private double ask(int j, double time) {
    double value = switches.get(j).value(time, state);
    if (Double.isNaN(value)) {
      throw new IntegrationRefused(
          IntegrationRefused.Cause.NOT_FINITE,
          time,
          -1,
          "the value of switch " + j + " is not a number",
          "state the condition so that it has a value wherever the state may go");
    }
    return value;
  }
}
