package org.tidemark.vocab.processes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tidemark.quantity.CalendarDate;
import org.tidemark.quantity.Quantity;
import org.tidemark.solve.ode.Extremum;
import org.tidemark.spi.Moment;
import org.tidemark.spi.Problem;
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
public final class TrajectoryValue implements RunningValue, Tabular {
  /** How far beyond its ends, relative to the horizon, still counts as at them. */
  private static final double ROUNDING = 1e-12;

  private final ProcessValue process;
  private final String name;
  private final int element;
  private final double from;
  private final double to;

  /** The whole of it; {@code element} tells those of a repeated state apart. */
  TrajectoryValue(ProcessValue process, String name, int element) {
    this(process, name, element, 0, Double.POSITIVE_INFINITY);
  }

  private TrajectoryValue(ProcessValue process, String name, int element, double from, double to) {
    this.process = process;
    this.name = name;
    this.element = element;
    this.from = from;
    this.to = to;
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
      return value(process.outcome(system.run()), time(moment));
    }
    return value(process.outcome(null), time(moment));
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
      case "final" -> value(outcome, end());
      case "min" -> extreme(outcome, false);
      case "max" -> extreme(outcome, true);
      case "argmin" -> point(extremum(outcome, false).time());
      default -> point(extremum(outcome, true).time());
    };
  }

  private double end() {
    return Math.min(to, process.horizon());
  }

  private Value extreme(Outcome outcome, boolean largest) {
    double found = extremum(outcome, largest).value();
    return new QuantityValue(new Quantity(found, quantity(value(outcome, from)).unit()));
  }

  private Extremum extremum(Outcome outcome, boolean largest) {
    return process.states().containsKey(name)
        ? outcome.extremum(outcome.run().index(process, name, element), from, end(), largest)
        : outcome.extremum(t -> magnitude(outcome, t), from, end(), largest);
  }

  private double magnitude(Outcome outcome, double years) {
    process.fields().surroundings().checkpoint();
    return quantity(value(outcome, years)).magnitude();
  }

  private Quantity quantity(Value value) {
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
    return new SystemMoment(outcome.run(), years, outcome.at(years)).value(process, name, element);
  }

  // ---- calls

  @Override
  public Value call(Value argument) {
    double years = years(argument);
    Optional<Moment> moment = process.fields().surroundings().moment();
    if (moment.orElse(null) instanceof SystemMoment system) {
      if (system.run().has(process)) {
        return system.run().past(process, name, element, years, system);
      }
      if (process.running() != null) {
        throw system.run().coupledWith(process);
      }
      Outcome outcome = process.outcome(system.run());
      // what was before its start is taken to have been as at the start
      return value(outcome, years < 0 ? 0 : within(years));
    }
    return value(process.outcome(null), within(years));
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
      return new TrajectoryValue(process, name, element, first, last);
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
