package org.tidemark.vocab.processes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.tidemark.quantity.CalendarDate;
import org.tidemark.quantity.Quantity;
import org.tidemark.spi.DeclaredFields;
import org.tidemark.spi.Moment;
import org.tidemark.spi.Problem;
import org.tidemark.spi.RunningBody;
import org.tidemark.spi.plot.Drawing;
import org.tidemark.spi.plot.Plottable;
import org.tidemark.spi.value.DateValue;
import org.tidemark.spi.value.ListValue;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.RunningValue;
import org.tidemark.spi.value.TableValue;
import org.tidemark.spi.value.Tabular;
import org.tidemark.spi.value.TextValue;
import org.tidemark.spi.value.Value;

/** A process. It runs when somebody asks for something of it. */
public final class ProcessValue implements Tabular, Plottable {
  private final DeclaredFields fields;
  private final RunningBody body;
  private final Supplier<Outcome> solved;
  private final Map<String, RunningBody.State> states = new LinkedHashMap<>();
  private final Map<String, List<Quantity>> initials = new HashMap<>();
  private List<RunningValue> driven;
  private SystemRun caller;
  private SystemRun running;
  private ProcessValue leader;

  ProcessValue(DeclaredFields fields) {
    this.fields = fields;
    this.body = fields.body();
    for (RunningBody.State state : body.states()) {
      states.put(state.name(), state);
    }
    this.solved = body.once(this::solve);
  }

  DeclaredFields fields() {
    return fields;
  }

  RunningBody body() {
    return body;
  }

  String name() {
    return fields.name();
  }

  /** What a message calls a state or helper. */
  String words(String member, int element) {
    RunningBody.State state = states.get(member);
    return name() + "." + member + (state != null && state.isRepeated() ? "[" + element + "]" : "");
  }

  Map<String, RunningBody.State> states() {
    return states;
  }

  /** The decimal year of its start, where it has a date. */
  Optional<Double> start() {
    return fields.value(ProcessKind.START).map(date -> ((DateValue) date).year());
  }

  /** How long it runs, in years. */
  double horizon() {
    return positive(ProcessKind.HORIZON).orElseThrow();
  }

  /** The derivative of a field that is a time, in years, with respect to the input followed. */
  double pace(String field) {
    return fields.quantity(field).map(Quantity::tangent).orElse(0.0)
        / CalendarDate.SECONDS_PER_YEAR;
  }

  /** A field that is a time above zero, in years. */
  Optional<Double> positive(String field) {
    Optional<Quantity> time = fields.quantity(field);
    if (time.filter(given -> !(given.magnitude() > 0) || isEndless(given)).isPresent()) {
      throw Problem.of(
              "E0501",
              "the "
                  + field
                  + " of "
                  + name()
                  + " is "
                  + time.get().text()
                  + ", and has to be above 0 and finite")
          .about(field);
    }
    return time.map(Years::of);
  }

  private static boolean isEndless(Quantity time) {
    return Double.isInfinite(time.magnitude());
  }

  /** The elements of a state at the start, each in the unit to show it in. */
  List<Quantity> initial(String state, Moment moment) {
    List<Quantity> known = initials.get(state);
    if (known == null) {
      known = states.get(state).initial(moment);
      if (known.isEmpty() && !states.get(state).isRepeated()) {
        throw Problem.of("E0434", words(state, 0) + " is an empty list of states, so nothing moves")
            .withHelp("give it at least one value to start from");
      }
      initials.put(state, known);
    }
    return known;
  }

  /** The curves whose cumulative output it says. */
  List<RunningValue> driven() {
    if (driven == null) {
      List<RunningValue> curves = new ArrayList<>();
      Optional<Value> field = fields.value(ProcessKind.DRIVES);
      if (field.isPresent()) {
        List<Value> all =
            field.get() instanceof ListValue list ? list.elements() : List.of(field.get());
        all.forEach(curve -> curves.add((RunningValue) curve));
      }
      driven = curves;
    }
    return driven;
  }

  // ---- running

  /** The run of which it is part at present; null where it is not being run. */
  SystemRun running() {
    return running;
  }

  /**
   * What came of it; it is run now if it has not been.
   *
   * @param from the run that asks; null where none does
   */
  Outcome outcome(SystemRun from) {
    caller = from;
    return solved.get();
  }

  private Outcome solve() {
    if (leader != null && leader != this) {
      return leader.outcome(null);
    }
    Set<ProcessValue> members = new LinkedHashSet<>();
    members.add(this);
    SystemRun from = caller;
    while (true) {
      List<ProcessValue> all = List.copyOf(members);
      SystemRun run = new SystemRun(all, from);
      all.forEach(member -> member.begin(run));
      try {
        for (ProcessValue member : all) {
          if (member != this) {
            // what is written in it is what the common outcome rests on as well
            member.body.once(member::name).get();
          }
        }
        Outcome outcome = run.run();
        all.forEach(member -> member.leader = this);
        return outcome;
      } catch (Coupled coupled) {
        if (coupled.run() != run) {
          throw coupled;
        }
        members.addAll(coupled.members());
      } finally {
        all.forEach(member -> member.running = null);
      }
    }
  }

  /** Reads anew what the outcome rests on, so that whoever asks for it first is told as well. */
  private void begin(SystemRun run) {
    running = run;
    initials.clear();
    driven = null;
  }

  // ---- members

  @Override
  public Value member(String name) {
    if (states.containsKey(name) || !isOwn(name)) {
      return trajectories(name);
    }
    Outcome outcome = outcome(null);
    return switch (name) {
      case "events" -> outcome.events(this);
      case "method" -> new TextValue(outcome.method());
      case "residual" -> new QuantityValue(Quantity.pure(outcome.residual()));
      default -> new QuantityValue(Quantity.pure(outcome.errorEstimate()));
    };
  }

  private static boolean isOwn(String name) {
    return switch (name) {
      case "events", "method", "residual", "error_estimate" -> true;
      default -> false;
    };
  }

  private Value trajectories(String name) {
    RunningBody.State state = states.get(name);
    if (state == null || !state.isRepeated()) {
      return new TrajectoryValue(this, name, 0);
    }
    SystemRun run = running != null ? running : new SystemRun(List.of(this), null);
    int size = initial(name, new SystemMoment(run, 0, null)).size();
    List<Value> elements = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      elements.add(new TrajectoryValue(this, name, i));
    }
    return new ListValue(elements);
  }

  private List<String> columnNames() {
    List<String> names = new ArrayList<>(states.keySet());
    names.addAll(body.helpers());
    return names;
  }

  /** The trajectories of its table: states that are not repeated, and helpers. */
  private List<TrajectoryValue> columns() {
    List<TrajectoryValue> columns = new ArrayList<>();
    for (String name : columnNames()) {
      RunningBody.State state = states.get(name);
      if (state == null || !state.isRepeated()) {
        columns.add(new TrajectoryValue(this, name, 0));
      }
    }
    return columns;
  }

  /** Its states and helpers that measure what the first of them does. */
  @Override
  public Drawing drawing(String name) {
    List<TrajectoryValue> all = new ArrayList<>();
    for (String column : columnNames()) {
      Value member = trajectories(column);
      if (member instanceof TrajectoryValue one) {
        all.add(one);
      } else if (member instanceof ListValue list) {
        list.elements().forEach(each -> all.add((TrajectoryValue) each));
      }
    }
    return new TrajectoryChart(this, 0, horizon()).of(name, all);
  }

  @Override
  public TableValue rows(Optional<Quantity> every) {
    return new TimeTable(this, 0, horizon()).of(columns(), every);
  }

  @Override
  public String summary() {
    StringBuilder text = new StringBuilder("process ").append(name()).append(" of ");
    text.append(String.join(", ", states.keySet()));
    text.append(" over ").append(fields.quantity(ProcessKind.HORIZON).orElseThrow().text());
    fields
        .value(ProcessKind.START)
        .ifPresent(date -> text.append(" from ").append(org.tidemark.spi.value.ValueText.of(date)));
    return text.toString();
  }

  @Override
  public String describe() {
    return "a process";
  }
}
