package org.tidemark.spi;

import java.util.Set;

/**
 * The words of a kind whose body runs: in it, states and helpers are names, and so are the time
 * since the start and the date.
 *
 * @param state starts the declaration of a state, {@code state x = initial value}
 * @param rate starts a law for the rate of change of a state, {@code der x = rate}
 * @param step starts a law for the next value of a state, {@code next x = value}
 * @param clock the name of the time since the start
 * @param calendar the name of the date, known where the start is given
 * @param start the field that gives the date of the start
 * @param along the fields that are read as it runs; all others are fixed before
 */
public record RunningWords(
    String state,
    String rate,
    String step,
    String clock,
    String calendar,
    String start,
    Set<String> along) {
  /** Copies the set. */
  public RunningWords {
    along = Set.copyOf(along);
  }

  /** Whether a word starts a declaration in such a body. */
  public boolean isOne(String word) {
    return word.equals(state) || word.equals(rate) || word.equals(step);
  }
}
