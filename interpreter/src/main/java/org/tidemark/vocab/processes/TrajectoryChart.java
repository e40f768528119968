package org.tidemark.vocab.processes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.tidemark.quantity.CalendarDate;
import org.tidemark.quantity.Quantity;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.spi.plot.Chart;
import org.tidemark.spi.plot.Coordinates;
import org.tidemark.spi.plot.Marker;
import org.tidemark.spi.plot.Series;
import org.tidemark.spi.value.ObjectValue;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.Value;
import org.tidemark.vocab.charts.Charts;
import org.tidemark.vocab.charts.Grid;
import org.tidemark.vocab.charts.Side;

/** States and helpers of a process along the time, or the date. */
final class TrajectoryChart {
  private static final int MOST_STAIRS = 200;
  private static final int MOST_EVENTS = 12;

  private final ProcessValue process;
  private final Outcome outcome;
  private final double from;
  private final double to;
  private final double[] times;

  /** Charts of what a process went through within a span, in years since its start. */
  TrajectoryChart(ProcessValue process, double from, double to) {
    this.process = process;
    this.outcome = process.outcome(null);
    this.from = from;
    this.to = to;
    this.times = outcome.course() instanceof SteppedCourse ? steps() : smooth();
  }

  /** One of them, and where something happened on it. */
  Chart of(String name, TrajectoryValue trajectory) {
    UnitExpression unit = unit(trajectory);
    Side y = Side.of(trajectory.name(), unit);
    List<String> notes = new ArrayList<>();
    List<Marker> markers = new ArrayList<>();
    for (Outcome.Happening event : events(notes)) {
      markers.add(
          new Marker.Crossing(
              x().number(place(event.years())),
              y.number(magnitude(trajectory, event.years())),
              event.event()));
    }
    noteSteps(notes);
    return Charts.of(name, x(), y, List.of(series(name, trajectory, y)), markers, notes);
  }

  /** Those of some that measure what the first of them does. */
  Chart of(String name, List<TrajectoryValue> members) {
    // helpers may be lists, for the body only
    List<TrajectoryValue> all = members.stream().filter(this::isQuantity).toList();
    if (all.isEmpty()) {
      throw Charts.nothingToDraw("the process " + process.name() + " has no state to draw")
          .withHelp("its states are lists without elements");
    }
    UnitExpression unit = unit(all.get(0));
    List<Series> series = new ArrayList<>();
    Set<String> drawn = new LinkedHashSet<>();
    Set<String> left = new LinkedHashSet<>();
    Side y = Side.of("", unit);
    for (TrajectoryValue each : all) {
      if (unit(each).dimension().equals(unit.dimension())) {
        drawn.add(each.name());
        series.add(series(each.label(), each, y));
      } else {
        left.add(each.name());
      }
    }
    List<String> notes = new ArrayList<>();
    if (!left.isEmpty()) {
      notes.add(
          "measured otherwise and not drawn: "
              + String.join(", ", left)
              + "; plot them by themselves: plot "
              + name
              + "."
              + left.iterator().next());
    }
    List<Marker> markers = new ArrayList<>();
    for (Outcome.Happening event : events(notes)) {
      markers.add(new Marker.Threshold(false, x().number(place(event.years())), event.event()));
    }
    noteSteps(notes);
    Side titled = Side.of(drawn.size() == 1 ? drawn.iterator().next() : "", unit);
    return Charts.of(name, x(), titled, series, markers, notes);
  }

  private Series series(String name, TrajectoryValue trajectory, Side y) {
    boolean stairs = stairs();
    int n = stairs ? 2 * times.length - 1 : times.length;
    double[] x = new double[n];
    double[] values = new double[n];
    for (int i = 0; i < times.length; i++) {
      process.fields().surroundings().checkpoint();
      double value = magnitude(trajectory, times[i]);
      if (stairs && i > 0) {
        // what holds from one step to the next holds until just before the next
        x[2 * i - 1] = place(times[i]);
        values[2 * i - 1] = values[2 * i - 2];
      }
      x[stairs ? 2 * i : i] = place(times[i]);
      values[stairs ? 2 * i : i] = value;
    }
    Coordinates across = x().numbers(x);
    return Charts.line(name, across, y.numbers(values));
  }

  private boolean stairs() {
    return outcome.course() instanceof SteppedCourse && times.length <= MOST_STAIRS;
  }

  private void noteSteps(List<String> notes) {
    if (outcome.course() instanceof SteppedCourse && !stairs()) {
      notes.add("drawn at " + times.length + " steps of many");
    }
  }

  private Side x() {
    return Side.ofTime(process.start().isPresent());
  }

  private double place(double years) {
    return process
        .start()
        .map(start -> start + years)
        .orElse(years * CalendarDate.SECONDS_PER_YEAR);
  }

  private double magnitude(TrajectoryValue trajectory, double years) {
    return quantity(trajectory, years).magnitude();
  }

  private Quantity quantity(TrajectoryValue trajectory, double years) {
    return trajectory.quantity(trajectory.value(outcome, years));
  }

  private boolean isQuantity(TrajectoryValue trajectory) {
    Value value = trajectory.value(outcome, from);
    return value instanceof QuantityValue
        || (value instanceof ObjectValue object && object.quantity().isPresent());
  }

  /** As it is written; the first value may be the literal 0. */
  private UnitExpression unit(TrajectoryValue trajectory) {
    Quantity first = quantity(trajectory, from);
    return first.fitsAnything() ? quantity(trajectory, to).unit() : first.unit();
  }

  private List<Outcome.Happening> events(List<String> notes) {
    List<Outcome.Happening> events = new ArrayList<>();
    for (Outcome.Happening each : outcome.happened()) {
      if (each.process() == process && each.years() >= from && each.years() <= to) {
        events.add(each);
      }
    }
    if (events.size() <= MOST_EVENTS) {
      return events;
    }
    notes.add("the first " + MOST_EVENTS + " of " + events.size() + " events are marked");
    return events.subList(0, MOST_EVENTS);
  }

  /** A grid, the times to which the integration stepped, and both sides of what happened. */
  private double[] smooth() {
    List<Double> happened = new ArrayList<>();
    for (Outcome.Happening each : outcome.happened()) {
      happened.add(each.years());
    }
    List<Double> stepped = new ArrayList<>();
    for (double time : outcome.times()) {
      if (time > from && time < to) {
        stepped.add(time);
      }
    }
    double[] grid = Grid.with(Grid.linear(from, to), Grid.thinned(happened, MOST_STAIRS));
    return joined(grid, Grid.thinned(stepped, MOST_STAIRS));
  }

  private static double[] joined(double[] grid, List<Double> more) {
    double[] all = Arrays.copyOf(grid, grid.length + more.size());
    for (int i = 0; i < more.size(); i++) {
      all[grid.length + i] = more.get(i);
    }
    return Arrays.stream(all).sorted().distinct().toArray();
  }

  /** The steps, from the one that holds at the beginning of the span. */
  private double[] steps() {
    List<Double> steps = new ArrayList<>();
    steps.add(from);
    for (double time : outcome.times()) {
      if (time > from && time < to) {
        steps.add(time);
      }
    }
    steps.add(to);
    return Grid.thinned(steps, 2 * MOST_STAIRS).stream().mapToDouble(d -> d).toArray();
  }
}
