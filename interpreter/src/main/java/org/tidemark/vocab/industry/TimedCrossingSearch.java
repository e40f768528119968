package org.tidemark.vocab.industry;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.tidemark.quantity.CalendarDate;
import org.tidemark.quantity.Quantity;
import org.tidemark.spi.DeclaredFields;
import org.tidemark.spi.DeclaredFields.Comparison;
import org.tidemark.spi.Moment;
import org.tidemark.spi.Problem;
import org.tidemark.spi.Surroundings;
import org.tidemark.spi.value.DateValue;
import org.tidemark.spi.value.RunningValue;
import org.tidemark.spi.value.SpecialValue;
import org.tidemark.spi.value.Value;
import org.tidemark.vocab.processes.Passing;
import org.tidemark.vocab.processes.TrajectoryValue;

/**
 * Finds when a comparison of trajectories first changes from false to true: between the steps of
 * the integration it is looked at in parts, and the part in which it changes is halved until its
 * ends are neighbours.
 */
final class TimedCrossingSearch {
  private static final int PARTS = 8;

  private final DeclaredFields fields;
  private final Comparison comparison;
  private final Surroundings surroundings;
  private final List<TrajectoryValue> trajectories;
  private final Optional<Double> start;

  TimedCrossingSearch(DeclaredFields fields, List<RunningValue> running) {
    this.fields = fields;
    this.comparison = fields.comparison();
    this.surroundings = fields.surroundings();
    this.trajectories =
        running.stream()
            .filter(TrajectoryValue.class::isInstance)
            .map(TrajectoryValue.class::cast)
            .toList();
    for (RunningValue other : running) {
      if (!(other instanceof TrajectoryValue)) {
        throw Problem.of(
                "E0406",
                comparison.text()
                    + " reads a trajectory and "
                    + other.describe()
                    + ", and nothing says how far along that is")
            .withHelp("call the curve at a cumulative output, such as a state of the process");
      }
    }
    boolean dated = trajectories.stream().anyMatch(each -> each.start().isPresent());
    // the span that all of them cover
    this.start =
        dated
            ? trajectories.stream()
                .map(each -> each.start().orElse(Double.NEGATIVE_INFINITY))
                .max(Double::compare)
            : Optional.empty();
  }

  /** When it comes to hold. */
  TimedCrossingValue find() {
    double[] times = times();
    double before = times[0];
    boolean held = holds(before);
    boolean atStart = held;
    for (int i = 1; i < times.length; i++) {
      surroundings.checkpoint();
      for (int k = 1; k <= PARTS; k++) {
        // just before the next step, and only then at it: something may jump there
        double time =
            k == PARTS
                ? Math.nextDown(times[i])
                : times[i - 1] + (times[i] - times[i - 1]) * k / PARTS;
        boolean holds = holds(time);
        if (holds && !held) {
          double first = first(before, time);
          return at(first, pace(first));
        }
        held = holds;
        before = time;
      }
      boolean holds = holds(times[i]);
      if (holds && !held) {
        return at(times[i], jumped(times[i]));
      }
      held = holds;
      before = times[i];
    }
    if (atStart) {
      throw Problem.noSolution(
              "E0602",
              comparison.text()
                  + " holds from the start, so it does not come to hold within the horizon")
          .withHelp("to find when it ceases to hold, turn it round");
    }
    return at(Double.POSITIVE_INFINITY, 0);
  }

  /** What comes to hold at a time that moves, at a pace, with the input that is followed. */
  private TimedCrossingValue at(double years, double pace) {
    return new TimedCrossingValue(
        comparison.text(),
        years * CalendarDate.SECONDS_PER_YEAR,
        pace * CalendarDate.SECONDS_PER_YEAR,
        start.map(DateValue::new),
        this);
  }

  /** The name of the declaration. */
  String name() {
    return fields.name();
  }

  /** Whether a trajectory is among those that cross. */
  boolean reads(TrajectoryValue trajectory) {
    return trajectories.stream().anyMatch(each -> each.isOf(trajectory));
  }

  /** The left side so many years after the common start. */
  Value left(double years) {
    surroundings.checkpoint();
    Moment moment = new At(years, 0);
    return asOf(moment, time(years), () -> comparison.left(moment));
  }

  /** The right side then. */
  Value right(double years) {
    Moment moment = new At(years, 0);
    return asOf(moment, time(years), () -> comparison.right(moment));
  }

  private static Quantity time(double years) {
    return DisplayUnits.years(years * CalendarDate.SECONDS_PER_YEAR);
  }

  private boolean isFollowed() {
    return trajectories.stream().anyMatch(TrajectoryValue::isFollowed);
  }

  /** The pace of a time at which the sides meet, from the derivatives of both. */
  private double pace(double years) {
    if (!isFollowed()) {
      return 0;
    }
    return Passing.pace(
        pace -> {
          Moment moment = new At(years, pace);
          Quantity time = moment.time().orElseThrow();
          return tangent(fields.asOf(time, () -> comparison.left(moment)))
              - tangent(fields.asOf(time, () -> comparison.right(moment)));
        });
  }

  /** The pace of a time at which an event may have brought it about. */
  private double jumped(double years) {
    if (!isFollowed()) {
      return 0;
    }
    double pace = Double.NaN;
    for (TrajectoryValue each : trajectories) {
      double found = each.paceOfPassage(years - offset(each));
      pace = Double.isNaN(found) ? pace : found;
    }
    return Double.isNaN(pace) ? pace(years) : pace;
  }

  private static double tangent(Value value) {
    return value instanceof DateValue || value == SpecialValue.NEVER
        ? 0
        : Values.quantity(value, "a side").tangent();
  }

  /** The places of all trajectories, in years since the common start. */
  double[] times() {
    TreeSet<Double> times = new TreeSet<>();
    double end = Double.POSITIVE_INFINITY;
    for (TrajectoryValue each : trajectories) {
      end = Math.min(end, offset(each) + each.horizon());
    }
    for (TrajectoryValue each : trajectories) {
      for (double place : each.places()) {
        double time = offset(each) + place;
        if (time >= 0 && time <= end) {
          times.add(time);
        }
      }
    }
    times.add(0.0);
    times.add(Math.max(0, end));
    return times.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private double offset(TrajectoryValue each) {
    return start.isPresent() ? each.start().orElse(start.get()) - start.get() : 0;
  }

  /** The first of two times between which it comes to hold, to the last digit. */
  private double first(double notYet, double already) {
    double low = notYet;
    double high = already;
    for (int i = 0; i < 120; i++) {
      double middle = low + (high - low) / 2;
      if (!(middle > low && middle < high)) {
        break;
      }
      if (holds(middle)) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return high;
  }

  private boolean holds(double years) {
    double left = number(left(years));
    double right = number(right(years));
    return switch (comparison.operator()) {
      case "<" -> left < right;
      case "<=" -> left <= right;
      case ">" -> left > right;
      default -> left >= right;
    };
  }

  private Value asOf(Moment moment, Quantity time, Supplier<Value> side) {
    Supplier<Value> timed = () -> fields.asOf(time, side);
    // the checker has seen to it that there is a date where it is read
    return moment.date().map(date -> fields.asOf(date, timed)).orElseGet(timed);
  }

  double number(Value value) {
    if (value instanceof DateValue date) {
      return date.year();
    }
    return value == SpecialValue.NEVER
        ? Double.POSITIVE_INFINITY
        : Values.quantity(value, "a side of " + comparison.text()).magnitude();
  }

  /** So many years after the common start. */
  private final class At implements Moment {
    private final double years;
    private final double pace;

    At(double years, double pace) {
      this.years = years;
      this.pace = pace;
    }

    @Override
    public double pace() {
      return pace;
    }

    @Override
    public OptionalDouble years() {
      return OptionalDouble.of(years);
    }

    @Override
    public Optional<DateValue> start() {
      return start.map(DateValue::new);
    }

    @Override
    public Optional<Quantity> progress(RunningValue of) {
      return Optional.empty();
    }
  }
}
