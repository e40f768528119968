package org.tidemark.api.ledger;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.tidemark.quantity.CalendarDate;
import org.tidemark.vocab.predictions.Window;

/**
 * Tells where a prediction stands, from what its conditions say of the states that were observed.
 *
 * @param window when it is to come true
 * @param refutation when {@code refuted_by} counts
 * @param published when it was made, as a decimal year
 * @param tests which conditions it has
 */
record Judge(Window window, Window refutation, double published, Tests tests) {
  /** How long before a window something may have been observed to tell of its beginning, years. */
  private static final double FRESH = 1;

  /** Which conditions a prediction has. */
  record Tests(boolean confirmedBy, boolean refutedBy, boolean throughout) {
    boolean none() {
      return !confirmedBy && !refutedBy && !throughout;
    }
  }

  /**
   * What the conditions say of a state; each is empty where that is not known.
   *
   * @param date from which on it is the state
   * @param observed whether something of it was observed then; else it is carried over into a
   *     window from before
   * @param by the observations that make it
   */
  record State(
      double date,
      boolean observed,
      Optional<Boolean> confirmed,
      Optional<Boolean> refuted,
      Optional<Boolean> throughout,
      List<Observation> by) {}

  /** From when on it can be decided. */
  double opens() {
    return tests.refutedBy() ? Math.min(window.opens(), refutation.opens()) : window.opens();
  }

  /** From when on nothing can decide it any more. */
  double closes() {
    return tests.refutedBy() ? Math.max(window.closes(), refutation.closes()) : window.closes();
  }

  /**
   * Where it stands.
   *
   * @param on the date that is asked for, as a decimal year
   * @param states in the order of their dates, none of them after {@code on}
   * @param unseen the names of inputs of which nothing has been observed
   */
  Standing standing(double on, List<State> states, List<String> unseen) {
    for (State state : states) {
      Standing decided = decided(state);
      if (decided != null) {
        return decided;
      }
    }
    if (on < closes()) {
      return undecided(Status.OPEN, List.of(), stillOpen(on));
    }
    return over(states, unseen);
  }

  private String stillOpen(double on) {
    if (tests.none()) {
      return "it has no test";
    }
    return on < window.closes()
        ? ""
        : "its window is over; it can be refuted until " + CalendarDate.text(closes());
  }

  private Standing decided(State state) {
    if (!state.observed() && isStale(state)) {
      return null;
    }
    boolean within = lies(state.date(), window);
    boolean confirms = within && state.confirmed().orElse(false);
    // what was known when it was made refutes nothing, or it would not have been said
    boolean news = state.by().stream().anyMatch(one -> one.date() >= published);
    boolean refutes =
        news
            && (lies(state.date(), refutation) && state.refuted().orElse(false)
                || within && !state.throughout().orElse(true));
    OptionalDouble since = OptionalDouble.of(state.date());
    if (confirms && refutes) {
      return new Standing(
          Status.UNDETERMINED, since, state.by(), "what confirms it and what refutes it both hold");
    }
    if (confirms && !state.observed() && state.date() == window.opens()) {
      return window.opens() > published
          ? new Standing(Status.REFUTED, since, state.by(), "earlier than its window")
          : new Standing(Status.CONFIRMED, since, state.by(), "it held before its window began");
    }
    if (confirms) {
      return new Standing(Status.CONFIRMED, since, state.by(), "");
    }
    return refutes ? new Standing(Status.REFUTED, since, state.by(), "") : null;
  }

  /** Whether what is carried over into a window is too old to say anything of it. */
  private static boolean isStale(State state) {
    return state.by().stream().noneMatch(one -> one.date() >= state.date() - FRESH);
  }

  private static boolean lies(double date, Window period) {
    return date >= period.opens() && date < period.closes();
  }

  /** Its time is over, and no single state has decided it. */
  private Standing over(List<State> states, List<String> unseen) {
    if (tests.none()) {
      return undecided(Status.OVERDUE, List.of(), "it has no test");
    }
    State last = null;
    boolean seen = false;
    boolean held = false;
    for (State state : states) {
      if (lies(state.date(), window) || tests.refutedBy() && lies(state.date(), refutation)) {
        seen |= state.observed();
        last = lies(state.date(), window) || last == null ? state : last;
        held |= state.observed() && state.throughout().orElse(false);
      }
    }
    if (!seen) {
      return undecided(
          Status.OVERDUE, List.of(), last == null ? "" : "observed only before its window");
    }
    OptionalDouble end = OptionalDouble.of(window.closes());
    if (tests.throughout()) {
      return held
          ? new Standing(Status.CONFIRMED, end, last.by(), "never observed otherwise")
          : undecided(Status.UNDETERMINED, last.by(), lacking(unseen));
    }
    if (tests.confirmedBy() && !tests.refutedBy()) {
      return last.confirmed().isPresent()
          ? new Standing(Status.REFUTED, end, last.by(), "not so by the end of its window")
          : undecided(Status.UNDETERMINED, last.by(), lacking(unseen));
    }
    if (!tests.confirmedBy()) {
      return undecided(Status.UNDETERMINED, last.by(), "not refuted, and nothing would confirm it");
    }
    boolean known = last.confirmed().isPresent() && last.refuted().isPresent();
    return undecided(
        Status.UNDETERMINED,
        last.by(),
        known ? "between what confirms it and what refutes it" : lacking(unseen));
  }

  private static String lacking(List<String> unseen) {
    return unseen.isEmpty()
        ? "what its test needs is not known"
        : "not observed: " + String.join(", ", unseen);
  }

  private static Standing undecided(Status status, List<Observation> by, String remark) {
    return new Standing(status, OptionalDouble.empty(), by, remark);
  }
}
