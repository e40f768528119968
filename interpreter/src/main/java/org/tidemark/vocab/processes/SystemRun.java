package org.tidemark.vocab.processes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.tidemark.quantity.CalendarDate;
import org.tidemark.quantity.Quantity;
import org.tidemark.spi.Moment;
import org.tidemark.spi.NoValue;
import org.tidemark.spi.NumericFunction;
import org.tidemark.spi.Problem;
import org.tidemark.spi.RunningBody;
import org.tidemark.spi.value.ListValue;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.RunningValue;
import org.tidemark.spi.value.Value;

/** Processes that run as one: one, or several that read each other. */
final class SystemRun {
  private final List<ProcessValue> members;
  private final SystemRun caller;
  private final Map<ProcessValue, Map<String, Integer>> places = new HashMap<>();
  private final List<String> names = new ArrayList<>();
  private int[] firsts;
  private double[] initialStates;
  private double[] initialMoves;
  private Past past;
  private Motion motion;

  /** The states at an earlier time, so much before the present one. */
  interface Past {
    double[] at(double years, double lag);
  }

  /**
   * A run.
   *
   * @param caller the run that needs it; null where none does
   */
  SystemRun(List<ProcessValue> members, SystemRun caller) {
    this.members = members;
    this.caller = caller;
  }

  List<ProcessValue> members() {
    return members;
  }

  boolean has(ProcessValue process) {
    return members.contains(process);
  }

  /** The decimal year of the start, where it has a date. */
  Optional<Double> start() {
    return members.get(0).start();
  }

  double horizon() {
    return members.get(0).horizon();
  }

  // ---- running

  /** Runs from the start to the horizon. */
  Outcome run() {
    requireCommonTime();
    double[] initial = initial();
    boolean steps = members.stream().anyMatch(each -> hasLaw(each, "next"));
    boolean rates = members.stream().anyMatch(each -> hasLaw(each, "der"));
    if (steps && rates) {
      throw apart("one moves in steps and another continuously");
    }
    return steps ? new Steps(this, initial).run() : new Flow(this, initial).run();
  }

  private static boolean hasLaw(ProcessValue process, String word) {
    return process.states().values().stream().anyMatch(state -> state.law().equals(word));
  }

  private void requireCommonTime() {
    ProcessValue first = members.get(0);
    for (ProcessValue other : members) {
      if (!other.start().equals(first.start())) {
        throw apart("they start at different times");
      }
      if (other.horizon() != first.horizon()) {
        throw apart("their horizons differ");
      }
      if (!other.positive(ProcessKind.STEP).equals(first.positive(ProcessKind.STEP))) {
        throw apart("their steps differ");
      }
    }
  }

  private Problem apart(String why) {
    return Problem.of("E0445", words() + " read each other, so they run as one, but " + why)
        .withHelp("give them the same start, horizon and step")
        .withHelp("or let one read the other's past outcome only");
  }

  /** The processes in words. */
  String words() {
    List<String> all = new ArrayList<>();
    members.forEach(member -> all.add(member.name()));
    return String.join(" and ", all);
  }

  private double[] initial() {
    SystemMoment begin = new SystemMoment(this, 0, null);
    List<Double> all = new ArrayList<>();
    List<Double> moves = new ArrayList<>();
    firsts = new int[members.size() + 1];
    for (int k = 0; k < members.size(); k++) {
      ProcessValue member = members.get(k);
      Map<String, Integer> own = new HashMap<>();
      for (String state : member.states().keySet()) {
        own.put(state, all.size());
        List<Quantity> elements = member.initial(state, begin);
        for (int i = 0; i < elements.size(); i++) {
          all.add(elements.get(i).magnitude());
          moves.add(elements.get(i).tangent());
          names.add(member.words(state, i));
        }
      }
      places.put(member, own);
      firsts[k + 1] = all.size();
    }
    if (all.isEmpty()) {
      throw Problem.of("E0434", "nothing moves in " + words() + ": its lists of states are empty")
          .withHelp("give at least one element a value to start from");
    }
    initialStates = all.stream().mapToDouble(Double::doubleValue).toArray();
    initialMoves = moves.stream().mapToDouble(Double::doubleValue).toArray();
    return initialStates;
  }

  /** The place of a state in the system. */
  int index(ProcessValue process, String state, int element) {
    return places.get(process).get(state) + element;
  }

  /** What a message calls the state at a place. */
  String name(int index) {
    return names.get(index);
  }

  /** A time in words. */
  String when(double years) {
    return start()
        .map(start -> "at " + CalendarDate.text(start + years))
        .orElse("after " + Years.time(years).text());
  }

  /** What went wrong in a law, saying when. */
  RuntimeException during(RuntimeException undefined, double years) {
    return undefined instanceof NoValue failure ? failure.during(when(years)) : undefined;
  }

  SystemMoment moment(double years, double[] states) {
    return new SystemMoment(this, years, states);
  }

  /** A moment at which states and time move with the input that is followed. */
  SystemMoment moment(double years, double[] states, double[] moves, double pace) {
    return new SystemMoment(this, years, states, moves, pace);
  }

  /** Whether an input is followed. */
  boolean isFollowed() {
    return members.get(0).body().isFollowed();
  }

  /** The derivatives of the states at the start. */
  double[] initialMoves() {
    return initialMoves;
  }

  /** The states at the start. */
  double[] initialStates() {
    return initialStates;
  }

  // ---- what is read on the way

  /** Lets laws read the past. */
  void remember(Past earlier) {
    past = earlier;
  }

  /** Lets laws read how the past moves. */
  void remember(Motion earlier) {
    motion = earlier;
  }

  /**
   * A state or helper at an earlier time.
   *
   * @param pace the derivative of that time
   */
  Value past(
      ProcessValue process,
      String name,
      int element,
      double years,
      double pace,
      SystemMoment present) {
    double lag = present.at() - years;
    double room = 1e-12 * Math.max(1, Math.abs(present.at()));
    if (lag < -room) {
      throw Problem.of(
              "E0534",
              process.words(name, element)
                  + " is read at a time that has not come yet, "
                  + Years.time(-lag).text()
                  + " ahead")
          .withHelp("read the past: " + name + "(t - 1 year)");
    }
    if (lag <= room) {
      return present.value(process, name, element);
    }
    if (past == null) {
      return moment(0, initialStates).value(process, name, element);
    }
    if (present.isMoving()) {
      double[] moves = motion.at(years, pace);
      return moment(Math.max(0, years), past.at(years, lag), moves, years < 0 ? 0 : pace)
          .value(process, name, element);
    }
    return moment(Math.max(0, years), past.at(years, lag)).value(process, name, element);
  }

  /** How far along a curve is, where one of the processes drives it. */
  Optional<Quantity> progress(RunningValue of, Moment moment) {
    for (ProcessValue member : members) {
      List<RunningValue> driven = member.driven();
      for (int i = 0; i < driven.size(); i++) {
        if (of.runsWith(driven.get(i))) {
          return Optional.of(produced(member, i, moment));
        }
      }
    }
    return Optional.empty();
  }

  private static Quantity produced(ProcessValue member, int index, Moment moment) {
    Value value = member.body().field(ProcessKind.PRODUCED, moment);
    List<Value> all = value instanceof ListValue list ? list.elements() : List.of(value);
    if (index >= all.size()) {
      throw Problem.of(
              "E0402",
              member.name()
                  + " drives "
                  + member.driven().size()
                  + " curves and says of "
                  + all.size()
                  + " how much has been produced")
          .withHelp("produced = [ ... ], one for each curve in drives");
    }
    return ((QuantityValue) all.get(index)).quantity();
  }

  /** Says that a process which waits for this one is read by it, so that all run as one. */
  Coupled coupledWith(ProcessValue process) {
    List<ProcessValue> all = new ArrayList<>();
    for (SystemRun at = this; at != null; at = at.caller) {
      all.addAll(at.members);
      if (at.has(process)) {
        return new Coupled(at, all);
      }
    }
    throw Problem.of(
            "E0203",
            words()
                + " and "
                + process.name()
                + " need each other's outcome, not only each other's states as they run")
        .withHelp("read states, as in " + process.name() + ".x, not what becomes of them");
  }

  // ---- laws

  /** The laws of a kind, each with the place of its state. */
  List<Law> laws(Supplier<SystemMoment> present) {
    List<Law> laws = new ArrayList<>();
    for (int k = 0; k < members.size(); k++) {
      ProcessValue member = members.get(k);
      for (RunningBody.State state : member.states().values()) {
        if (!state.law().isEmpty()) {
          int size = member.initial(state.name(), present.get()).size();
          for (int i = 0; i < size; i++) {
            int place = index(member, state.name(), i);
            laws.add(new Law(k, place, state.law(i, present::get), state.tangent(i)));
          }
        }
      }
    }
    return laws;
  }

  /** A law of one of the processes, and the place of the state that it moves. */
  record Law(int process, int place, NumericFunction function, ToDoubleFunction<Moment> tangent) {}

  /** The points at which the laws of each process are asked: the time, then its states. */
  double[][] points(double years, double[] states) {
    double[][] points = new double[members.size()][];
    for (int k = 0; k < points.length; k++) {
      int size = firsts[k + 1] - firsts[k];
      points[k] = new double[1 + size];
      points[k][0] = years * CalendarDate.SECONDS_PER_YEAR;
      System.arraycopy(states, firsts[k], points[k], 1, size);
    }
    return points;
  }
}
