package org.tidemark.vocab.processes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tidemark.quantity.CalendarDate;
import org.tidemark.quantity.Quantity;
import org.tidemark.solve.ode.Extremum;
import org.tidemark.spi.Moment;
import org.tidemark.spi.Problem;
import org.tidemark.spi.plot.Drawing;
import org.tidemark.spi.plot.Plottable;
import org.tidemark.spi.type.Types;
import org.tidemark.spi.value.DateValue;
import org.tidemark.spi.value.IntervalValue;
import org.tidemark.spi.value.ObjectValue;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.RunningValue;
import org.tidemark.spi.value.TableValue;
import org.tidemark.spi.value.Tabular;
import org.tidemark.spi.value.Value;
import org.tidemark.spi.value.ValueText;

/** A state or helper of a process in time, over the horizon or a part of it. */
public final class TrajectoryValue implements RunningValue, Tabular, Plottable {
  /** How far beyond its ends, relative to the horizon, still counts as at them. */
  private static final double ROUNDING = 1e-12;

  private final ProcessValue process;
  private final String name;
  private final int element;
  private final double from;
  private final double to;
  private final double fromPace;
  private final double toPace;

  /** The whole of it; {@code element} tells those of a repeated state apart. */
  TrajectoryValue(ProcessValue process, String name, int element) {
    this(process, name, element, 0, Double.POSITIVE_INFINITY, 0, 0);
  }

  private TrajectoryValue(
      ProcessValue process,
      String name,
      int element,
      double from,
      double to,
      double fromPace,
      double toPace) {
    this.process = process;
    this.name = name;
    this.element = element;
    this.from = from;
    this.to = to;
    this.fromPace = fromPace;
    this.toPace = toPace;
  }

  /** Whose it is. */
  public ProcessValue process() {
    return process;
  }

  String name() {
    return name;
  }

  private String words() {
    return process.words(name, element);
  }

  // ---- as something runs

  @Override
  public Value now(Moment moment) {
    if (moment instanceof SystemMoment system) {
      if (system.run().has(process)) {
        return system.value(process, name, element);
      }
      if (process.running() != null) {
        throw system.run().coupledWith(process);
      }
      return value(process.outcome(system.run()), time(moment), moment.pace());
    }
    return value(process.outcome(null), time(moment), moment.pace());
  }

  /** The time since this process's start at a moment of something else. */
  private double time(Moment moment) {
    Optional<Double> start = process.start();
    if (moment.years().isPresent() && start.isPresent() == moment.start().isPresent()) {
      double between = start.isPresent() ? moment.start().get().year() - start.get() : 0;
      return within(between + moment.years().getAsDouble());
    }
    throw Problem.of(
            "E0445",
            moment.years().isEmpty()
                ? words() + " moves in time, and this does not run in time"
                : "one of what runs here has a date and the other none, so nothing says what "
                    + words()
                    + " is now")
        .withHelp("give both a start")
        .withHelp("or call it at a time since its own start: " + words() + "(t)");
  }

  // ---- members

  @Override
  public Value member(String member) {
    if (member.equals("over")) {
      return new Over();
    }
    Outcome outcome = process.outcome(null);
    return switch (member) {
      case "final" -> value(outcome, end(), endPace());
      case "min" -> extreme(outcome, false);
      case "max" -> extreme(outcome, true);
      case "argmin" -> point(outcome, extremum(outcome, false));
      default -> point(outcome, extremum(outcome, true));
    };
  }

  private double end() {
    return Math.min(to, process.horizon());
  }

  private double endPace() {
    return to < process.horizon() ? toPace : process.pace(ProcessKind.HORIZON);
  }

  private Value extreme(Outcome outcome, boolean largest) {
    Extremum found = extremum(outcome, largest);
    Quantity shown = quantity(value(outcome, from));
    double tangent = outcome.motion() == null ? 0 : quantity(there(outcome, found)).tangent();
    return new QuantityValue(new Quantity(found.value(), shown.unit(), tangent));
  }

  /**
   * The extreme value as it moves with the input that is followed. Within a smooth part the time
   * derivative vanishes, so the place may stand still; at an end or an event it moves with that.
   */
  private Value there(Outcome outcome, Extremum found) {
    double years = found.time();
    if (years == from || years >= Math.nextDown(end())) {
      return value(outcome, years, years == from ? fromPace : endPace());
    }
    Value nearest = null;
    double least = Double.POSITIVE_INFINITY;
    for (SystemMoment side : outcome.around(years)) {
      Value value = side.value(process, name, element);
      double miss = Math.abs(quantity(value).magnitude() - found.value());
      if (miss < least) {
        nearest = value;
        least = miss;
      }
    }
    return nearest != null ? nearest : value(outcome, years, 0);
  }

  /**
   * The place of an extreme value; where it lies within a smooth part its derivative is unknown.
   */
  private Value point(Outcome outcome, Extremum found) {
    double years = found.time();
    if (outcome.motion() == null || process.start().isPresent()) {
      return point(years);
    }
    double pace = outcome.paceOfPassage(years);
    if (years == from || years >= Math.nextDown(end())) {
      pace = years == from ? fromPace : endPace();
    }
    return new QuantityValue(Years.time(years).withTangent(pace * CalendarDate.SECONDS_PER_YEAR));
  }

  private Extremum extremum(Outcome outcome, boolean largest) {
    return process.states().containsKey(name)
        ? outcome.extremum(outcome.run().index(process, name, element), from, end(), largest)
        : outcome.extremum(t -> magnitude(outcome, t), from, end(), largest);
  }

  private double magnitude(Outcome outcome, double years) {
    process.fields().surroundings().checkpoint();
    SystemMoment moment = outcome.run().moment(years, outcome.at(years));
    return quantity(moment.value(process, name, element)).magnitude();
  }

  Quantity quantity(Value value) {
    return value instanceof QuantityValue found
        ? found.quantity()
        : ((ObjectValue) value).quantity().orElseThrow();
  }

  /** A time since the start as scripts name it: a date where the process has one. */
  private Value point(double years) {
    return process
        .start()
        .<Value>map(start -> new DateValue(start + years))
        .orElse(new QuantityValue(Years.time(years)));
  }

  /** Its value at a time. */
  Value value(Outcome outcome, double years) {
    return value(outcome, years, 0);
  }

  /** Its value at a time that moves, at a pace, with the input that is followed. */
  private Value value(Outcome outcome, double years, double pace) {
    return outcome.moment(years, pace).value(process, name, element);
  }

  /** Whether an input is followed. */
  public boolean isFollowed() {
    return process.body().isFollowed();
  }

  /** How the time of an event moves; not a number where there is none at that time. */
  public double paceOfPassage(double years) {
    return process.outcome(null).paceOfPassage(years);
  }

  // ---- calls

  @Override
  public Value call(Value argument) {
    double years = years(argument);
    Optional<Moment> moment = process.fields().surroundings().moment();
    if (moment.orElse(null) instanceof SystemMoment system) {
      if (system.run().has(process)) {
        return system.run().past(process, name, element, years, pace(argument), system);
      }
      if (process.running() != null) {
        throw system.run().coupledWith(process);
      }
      Outcome outcome = process.outcome(system.run());
      // what was before its start is taken to have been as at the start
      return years < 0 ? value(outcome, 0) : value(outcome, within(years), pace(argument));
    }
    return value(process.outcome(null), within(years), pace(argument));
  }

  private static double pace(Value argument) {
    return argument instanceof QuantityValue given
        ? given.quantity().tangent() / CalendarDate.SECONDS_PER_YEAR
        : 0;
  }

  private double years(Value argument) {
    if (argument instanceof DateValue date) {
      Optional<Double> start = process.start();
      if (start.isEmpty()) {
        throw Problem.of(
                "E0530",
                process.name() + " has no start, so " + words() + " has no value at a date")
            .withHelp("call it with a time since the start, or give the process a start");
      }
      return date.year() - start.get();
    }
    if (argument instanceof QuantityValue given
        && (given.quantity().dimension().equals(Types.TIME)
            || (given.quantity().dimension().isNone() && given.quantity().magnitude() == 0))) {
      return Years.of(given.quantity());
    }
    throw Problem.of(
            "E0530",
            words()
                + " is called with a date, or a time since the start, and this is "
                + argument.describe())
        .withHelp("for example " + name + "(date(2030)) or " + name + "(2 year)");
  }

  private String beyond(double years, double nearest) {
    String text = ValueText.of(point(years));
    return text.equals(ValueText.of(point(nearest)))
        ? "just " + (years < nearest ? "before" : "after") + " that"
        : text;
  }

  private double within(double years) {
    double end = end();
    double room = ROUNDING * Math.max(1, process.horizon());
    if (!(years >= from - room) || years > end + room) {
      throw Problem.of(
              "E0530",
              words()
                  + " is known from "
                  + ValueText.of(point(from))
                  + " to "
                  + ValueText.of(point(end))
                  + ", and this is "
                  + beyond(years, years < from ? from : end))
          .withHelp(
              to < process.horizon()
                  ? "ask within the span that over(...) names"
                  : "ask within that span, or give the process another horizon or start");
    }
    return Math.max(from, Math.min(years, end));
  }

  /** {@code over(from..to)}. */
  private final class Over implements ObjectValue {
    @Override
    public Value call(Value argument) {
      if (!(argument instanceof IntervalValue span)) {
        throw Problem.of("E0530", "over takes a span of time, and this is " + argument.describe())
            .withHelp("for example over(date(2031)..date(2034)) or over(1 year..3 year)");
      }
      double first = within(years(span.from()));
      double last = within(years(span.to()));
      if (first > last) {
        throw Problem.of("E0530", "this span ends before it begins")
            .withHelp("write the earlier end first");
      }
      return new TrajectoryValue(
          process, name, element, first, last, pace(span.from()), pace(span.to()));
    }

    @Override
    public Value member(String member) {
      throw Problem.of("E0513", "a function has no " + member);
    }

    @Override
    public String summary() {
      return words() + " over a part of its time";
    }

    @Override
    public String describe() {
      return "a function";
    }
  }

  // ---- as a whole

  @Override
  public TableValue rows(Optional<Quantity> every) {
    return new TimeTable(process, from, end()).of(List.of(this), every);
  }

  @Override
  public Drawing drawing(String label) {
    return new TrajectoryChart(process, from, end()).of(label, this);
  }

  /** Its name within the process, {@code "price"} or {@code "price[1]"}. */
  String label() {
    return words().substring(process.name().length() + 1);
  }

  /** Whether it is of the same state or helper, over whichever part of the time. */
  public boolean isOf(TrajectoryValue other) {
    return process == other.process && name.equals(other.name) && element == other.element;
  }

  /** Times at which it may turn or jump, for those who search along it. */
  public List<Double> places() {
    List<Double> places = new ArrayList<>();
    for (double time : process.outcome(null).times()) {
      places.add(time);
    }
    return places;
  }

  /** The date of the start, where it has one. */
  public Optional<Double> start() {
    return process.start();
  }

  /** How long it lasts, in years. */
  public double horizon() {
    return process.horizon();
  }

  @Override
  public String summary() {
    Outcome outcome = process.outcome(null);
    return words()
        + ": "
        + ValueText.of(value(outcome, from))
        + at(from)
        + ", "
        + ValueText.of(value(outcome, end()))
        + at(end());
  }

  private String at(double years) {
    return process
        .start()
        .map(start -> " at " + CalendarDate.text(start + years))
        .orElse(" after " + Years.time(years).text());
  }

  @Override
  public String describe() {
    return "a trajectory";
  }
}
