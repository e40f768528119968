package org.tidemark.vocab.processes;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.tidemark.solve.ode.Extremum;
import org.tidemark.spi.value.DateValue;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.TableValue;
import org.tidemark.spi.value.TextValue;
import org.tidemark.spi.value.Value;

/**
 * What came of processes that ran as one.
 *
 * @param run which
 * @param course their states in time
 * @param happened what events did, in their order
 * @param motion how the states move with the input that is followed; null where none is
 */
record Outcome(SystemRun run, Course course, List<Happening> happened, Motion motion) {
  private static final double GOLDEN = (3 - Math.sqrt(5)) / 2;
  private static final int PARTS = 8;

  /** One event. */
  record Happening(ProcessValue process, double years, String event, String changed) {}

  double[] at(double years) {
    return course.at(years);
  }

  /** A moment that moves with the input that is followed, itself at a pace. */
  SystemMoment moment(double years, double pace) {
    return motion == null
        ? run.moment(years, at(years))
        : run.moment(years, at(years), motion.at(years, pace), pace);
  }

  /**
   * How the time of what happens at a time moves; not a number where nothing is known to happen.
   */
  double paceOfPassage(double years) {
    Motion.Passage passage = motion == null ? null : motion.passage(years);
    return passage == null ? Double.NaN : passage.pace();
  }

  /** The moments just before and just after what happens at a time; none where nothing does. */
  List<SystemMoment> around(double years) {
    Motion.Passage passage = motion == null ? null : motion.passage(years);
    if (passage == null || passage.before() == null) {
      return List.of();
    }
    double time = passage.years();
    return List.of(
        run.moment(time, passage.before(), passage.movesBefore(), passage.pace()),
        run.moment(time, at(time), passage.movesAfter(), passage.pace()));
  }

  double[] times() {
    return course.times();
  }

  String method() {
    return course.method();
  }

  double residual() {
    return course.residual();
  }

  double errorEstimate() {
    return course.errorEstimate();
  }

  /** When within a span a state is largest or smallest, and how large. */
  Extremum extremum(int index, double from, double to, boolean largest) {
    return course.extremum(index, from, to, largest);
  }

  /** The same for anything that is worked out from the states. */
  Extremum extremum(DoubleUnaryOperator value, double from, double to, boolean largest) {
    DoubleUnaryOperator height = largest ? value : time -> -value.applyAsDouble(time);
    double place = from;
    double best = height.applyAsDouble(from);
    List<Double> grid = grid(from, to);
    for (int i = 1; i < grid.size(); i++) {
      double found = height.applyAsDouble(grid.get(i));
      if (found > best) {
        best = found;
        place = grid.get(i);
      }
    }
    int at = grid.indexOf(place);
    if (course instanceof ContinuousCourse && at > 0 && at < grid.size() - 1) {
      double refined = peak(height, grid.get(at - 1), grid.get(at + 1));
      if (height.applyAsDouble(refined) > best) {
        place = refined;
      }
    }
    return new Extremum(place, value.applyAsDouble(place));
  }

  /** Golden section search for the highest point between two times. */
  private static double peak(DoubleUnaryOperator height, double from, double to) {
    double a = from;
    double b = to;
    double x = a + GOLDEN * (b - a);
    double y = b - GOLDEN * (b - a);
    double hx = height.applyAsDouble(x);
    double hy = height.applyAsDouble(y);
    for (int i = 0; i < 80 && b - a > 1e-9 * (to - from); i++) {
      if (hx >= hy) {
        b = y;
        y = x;
        hy = hx;
        x = a + GOLDEN * (b - a);
        hx = height.applyAsDouble(x);
      } else {
        a = x;
        x = y;
        hx = hy;
        y = b - GOLDEN * (b - a);
        hy = height.applyAsDouble(y);
      }
    }
    return hx >= hy ? x : y;
  }

  /** The times of the course within a span, and some between them. */
  private List<Double> grid(double from, double to) {
    List<Double> grid = new ArrayList<>();
    grid.add(from);
    double[] times = course.times();
    for (int i = 0; i + 1 < times.length; i++) {
      for (int k = 0; k < PARTS; k++) {
        double time = times[i] + (times[i + 1] - times[i]) * k / PARTS;
        if (time > from && time < to) {
          if (k == 0) {
            // something may jump there
            grid.add(Math.max(from, Math.nextDown(time)));
          }
          grid.add(time);
        }
      }
    }
    grid.add(Math.max(from, Math.nextDown(to)));
    grid.add(to);
    return grid;
  }

  /** The events of one of the processes as a table. */
  TableValue events(ProcessValue process) {
    List<String> columns = new ArrayList<>(List.of("t"));
    process.start().ifPresent(date -> columns.add("date"));
    columns.add("event");
    columns.add("changed");
    List<List<Value>> rows = new ArrayList<>();
    for (Happening each : happened) {
      if (each.process() == process) {
        List<Value> row = new ArrayList<>();
        row.add(new QuantityValue(Years.time(each.years())));
        process.start().ifPresent(start -> row.add(new DateValue(start + each.years())));
        row.add(new TextValue(each.event()));
        row.add(new TextValue(each.changed()));
        rows.add(row);
      }
    }
    return new TableValue(columns, rows);
  }
}
