package org.tidemark.vocab.processes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import org.tidemark.quantity.Quantity;
import org.tidemark.solve.ode.Switch;
import org.tidemark.spi.Moment;
import org.tidemark.spi.Problem;
import org.tidemark.spi.RunningBody;

/** The events of processes that run as one: which happen, and what they do. */
final class Events {
  private static final int MOST_AT_ONCE = 100;
  private static final int MOST = 100_000;

  /** A part of the horizon that counts as an instant. */
  private static final double SHORT = 1e-9;

  /** So often a comparison may cross in such an instant. */
  private static final int MOST_IN_SHORT = 12;

  /** Derivatives of times no farther apart than this, relative, are of one time. */
  private static final double TOGETHER = 1e-6;

  private final SystemRun run;
  private final Watch watch = new Watch();
  private final List<Item> items = new ArrayList<>();
  private final List<Outcome.Happening> happened = new ArrayList<>();
  private int stops;
  private final Map<Integer, Integer> crowd = new HashMap<>();
  private double since;
  private double[] moves;
  private double pace;

  /** One event of one of the processes. */
  private static final class Item {
    final ProcessValue process;
    final RunningBody.Event event;
    final Watch.Node condition;
    boolean held;
    boolean over;

    Item(ProcessValue process, RunningBody.Event event, Watch.Node condition) {
      this.process = process;
      this.event = event;
      this.condition = condition;
    }
  }

  Events(SystemRun run) {
    this.run = run;
    for (ProcessValue member : run.members()) {
      for (RunningBody.Event event : member.body().events()) {
        items.add(new Item(member, event, watch.add(event.condition())));
      }
    }
  }

  List<Outcome.Happening> happened() {
    return happened;
  }

  List<Switch> switches() {
    return watch.switches(run);
  }

  /** Notes what holds at the start: it has not come to hold, so it is no event. */
  void begin(double[] states) {
    watch.look(null, watch.gaps(run.moment(0, states)), index -> false);
    for (Item item : items) {
      item.held = watch.holds(item.condition);
    }
  }

  /** Whether something comes to hold, or ceases to, right after the start. */
  boolean isOpen() {
    return watch.isOpen();
  }

  /** Takes note of comparisons that an integration has located. */
  void crossed(List<Integer> fired, double years) {
    // ever shorter intervals add up to an instant, as those of a ball that bounces to rest
    if (years - since > SHORT * run.horizon()) {
      since = years;
      crowd.clear();
    }
    if (++stops > MOST) {
      throw endless(years, "more than " + MOST + " events happen");
    }
    for (int index : fired) {
      if (crowd.merge(index, 1, Integer::sum) > MOST_IN_SHORT) {
        throw endless(years, "event after event happens, in ever shorter intervals,");
      }
    }
    watch.crossed(fired);
  }

  /**
   * How the time moves at which comparisons cross.
   *
   * @param along the moment of the crossing, by the pace at which it moves
   * @return not a number where that is unknown
   */
  double pace(List<Integer> fired, DoubleFunction<SystemMoment> along) {
    double common = Double.NaN;
    for (int i = 0; i < fired.size(); i++) {
      int index = fired.get(i);
      double found = Passing.pace(moving -> watch.tangent(index, along.apply(moving)));
      if (i > 0 && !(Math.abs(found - common) <= TOGETHER * Math.abs(common))) {
        // they part when the input moves
        return Double.NaN;
      }
      common = found;
    }
    return common;
  }

  /** Has events tell how states move that they set, at a time that moves at a pace. */
  void follow(double[] movesBefore, double movingTime) {
    moves = movesBefore.clone();
    pace = movingTime;
  }

  /** How the states move after the events, along with their time. */
  double[] moves() {
    return moves;
  }

  /**
   * Lets everything happen that has come to hold, and what comes to hold by that in turn.
   *
   * @param moved the states before they moved in a step, whose comparisons are to be looked at
   *     anew; null where an integration has located what crossed
   * @param ahead tells what comes right after; null where the states move in steps
   * @return the states afterwards
   */
  double[] settle(double years, double[] states, double[] moved, Ahead ahead) {
    double[] now = states;
    if (moved != null) {
      watch.look(null, watch.gaps(run.moment(years, now)), index -> false);
    }
    for (int round = 0; ; round++) {
      List<Item> firing = firing();
      if (firing.isEmpty() && ahead != null && watch.isOpen()) {
        // false at this instant and true right after it is coming to hold as well
        watch.lookAhead(ahead.of(years, now));
        firing = firing();
      }
      if (firing.isEmpty()) {
        return now;
      }
      if (round == MOST_AT_ONCE || happened.size() > MOST) {
        throw endless(years, "event after event happens");
      }
      double[] next = apply(firing, years, now);
      double[] before = watch.gaps(run.moment(years, now));
      SystemMoment setting = run.moment(years, next, set(firing, next.length), 0);
      watch.look(
          before, watch.gaps(run.moment(years, next)), index -> watch.tangent(index, setting) != 0);
      now = next;
    }
  }

  /** A moment a little after some states, as the laws move them. */
  interface Ahead {
    Moment of(double years, double[] states);
  }

  private Problem endless(double years, String what) {
    if (happened.isEmpty()) {
      return Problem.noSolution(
              "E0538",
              run.words() + " goes to and fro over a condition " + run.when(years) + " without end")
          .withHelp("leave a distance between the condition and its contrary");
    }
    Outcome.Happening last = happened.get(happened.size() - 1);
    return Problem.noSolution(
            "E0538",
            what
                + " "
                + run.when(years)
                + " in "
                + last.process().name()
                + ": `when "
                + last.event()
                + "` sets off what sets it off again")
        .withHelp("let it happen once: once when " + last.event() + " { ... }")
        .withHelp("or leave a distance between what sets it off and what it does");
  }

  private List<Item> firing() {
    List<Item> firing = new ArrayList<>();
    for (Item item : items) {
      boolean holds = watch.holds(item.condition);
      if (holds && !item.held && !item.over) {
        firing.add(item);
      }
      item.held = holds;
    }
    return firing;
  }

  private double[] apply(List<Item> firing, double years, double[] states) {
    SystemMoment before = run.moment(years, states, moves, pace);
    double[] after = states.clone();
    double[] movesAfter = moves == null ? null : moves.clone();
    Map<Integer, Item> setBy = new HashMap<>();
    for (Item item : firing) {
      item.over = item.event.once();
      Map<String, String> changes = new LinkedHashMap<>();
      for (RunningBody.Assignment assignment : item.event.assignments()) {
        List<Quantity> values = assignment.value(before);
        changes.put(
            assignment.state(), set(item, assignment, values, before, states, after, setBy));
        for (int i = 0; movesAfter != null && i < values.size(); i++) {
          movesAfter[run.index(item.process, assignment.state(), i)] = values.get(i).tangent();
        }
      }
      happened.add(new Outcome.Happening(item.process, years, item.event.text(), words(changes)));
    }
    moves = movesAfter;
    return after;
  }

  /** One at the places of the states that events set, and zero at the others. */
  private double[] set(List<Item> firing, int size) {
    double[] set = new double[size];
    for (Item item : firing) {
      for (RunningBody.Assignment assignment : item.event.assignments()) {
        int first = run.index(item.process, assignment.state(), 0);
        int count = item.process.initial(assignment.state(), run.moment(0, null)).size();
        Arrays.fill(set, first, first + count, 1);
      }
    }
    return set;
  }

  private String set(
      Item item,
      RunningBody.Assignment assignment,
      List<Quantity> values,
      SystemMoment before,
      double[] states,
      double[] after,
      Map<Integer, Item> setBy) {
    String state = assignment.state();
    List<Quantity> initial = item.process.initial(state, before);
    if (values.size() != initial.size()) {
      throw Problem.of(
          "E0519",
          item.process.name()
              + "."
              + state
              + " has "
              + initial.size()
              + " elements, and the event sets "
              + values.size());
    }
    List<String> old = new ArrayList<>();
    List<String> now = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      int place = run.index(item.process, state, i);
      double value = values.get(i).magnitude();
      Item other = setBy.put(place, item);
      if (other != null && other != item && after[place] != value) {
        throw Problem.noSolution(
                "E0537",
                "two events happen "
                    + run.when(before.at())
                    + " and set "
                    + run.name(place)
                    + " to different values: `when "
                    + other.event.text()
                    + "` and `when "
                    + item.event.text()
                    + "`")
            .withHelp("say in one of the two conditions which goes first");
      }
      after[place] = value;
      old.add(new Quantity(states[place], initial.get(i).unit()).text());
      now.add(new Quantity(value, initial.get(i).unit()).text());
    }
    return values.size() == 1
        ? old.get(0) + " → " + now.get(0)
        : Arrays.toString(old.toArray()) + " → " + Arrays.toString(now.toArray());
  }

  private static String words(Map<String, String> changes) {
    List<String> words = new ArrayList<>();
    changes.forEach((state, change) -> words.add(state + ": " + change));
    return String.join("; ", words);
  }
}
