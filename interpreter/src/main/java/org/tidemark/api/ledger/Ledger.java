package org.tidemark.api.ledger;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import org.tidemark.model.ObservedInput;
import org.tidemark.model.PredictionRun.Predicted;
import org.tidemark.spi.Partial;
import org.tidemark.spi.value.PredictionValue;

/**
 * Predictions on a date, with what decides them.
 *
 * @param on the date, as a decimal year
 * @param draws how many draws the probabilities were to rest on
 * @param seed which draws
 * @param entries one for each prediction
 * @param ignored what was observed and does not count
 * @param partial what of the draws was done where they were ended early
 */
public record Ledger(
    double on,
    int draws,
    long seed,
    List<Entry> entries,
    List<Ignored> ignored,
    Optional<Partial> partial) {
  private static final OptionalDouble NO_PROBABILITY = OptionalDouble.empty();

  /** Copies its lists. */
  public Ledger {
    entries = List.copyOf(entries);
    ignored = List.copyOf(ignored);
  }

  /** Several ledgers of one date as one. */
  public static Ledger together(double on, int draws, long seed, List<Ledger> parts) {
    List<Entry> entries = new ArrayList<>();
    Set<Ignored> ignored = new LinkedHashSet<>();
    Optional<Partial> partial = Optional.empty();
    for (Ledger part : parts) {
      entries.addAll(part.entries());
      ignored.addAll(part.ignored());
      partial = partial.isPresent() ? partial : part.partial();
    }
    return new Ledger(on, draws, seed, entries, List.copyOf(ignored), partial);
  }

  /**
   * A prediction.
   *
   * @param predicted it and what the model says of it
   * @param standing where it stands
   * @param chance the model's probability that it holds; absent where the model says nothing
   * @param inputs the observed inputs that its test reads
   */
  public record Entry(
      Predicted predicted, Standing standing, Optional<Chance> chance, List<ObservedInput> inputs) {
    /** Copies its list. */
    public Entry {
      inputs = List.copyOf(inputs);
    }
  }

  /**
   * Something observed that does not count.
   *
   * @param observation what
   * @param predictions the names of those for which it does not count; empty for all
   */
  public record Ignored(Observation observation, List<String> predictions) {
    /** Copies its list. */
    public Ignored {
      predictions = List.copyOf(predictions);
    }
  }

  /** How many have each status; all statuses in their order. */
  public Map<Status, Integer> counts() {
    Map<Status, Integer> counts = new EnumMap<>(Status.class);
    for (Status status : Status.values()) {
      counts.put(status, 0);
    }
    entries.forEach(entry -> counts.merge(entry.standing().status(), 1, Integer::sum));
    return counts;
  }

  /** The score of the credences that the authors gave. */
  public Brier credences() {
    return score(entry -> entry.predicted().outcome().prediction().credence());
  }

  /** The score of the model's probabilities. */
  public Brier chances() {
    return score(
        entry ->
            entry.chance().map(chance -> OptionalDouble.of(chance.value())).orElse(NO_PROBABILITY));
  }

  /**
   * What is decided and has a probability. Predictions that say the same, as the rows of a joint
   * one do, are one forecast and count once.
   */
  private Brier score(Function<Entry, OptionalDouble> probability) {
    Brier brier = Brier.NONE;
    Set<List<Object>> counted = new HashSet<>();
    for (Entry entry : entries) {
      OptionalDouble given = probability.apply(entry);
      PredictionValue prediction = entry.predicted().outcome().prediction();
      if (entry.standing().status().isDecided()
          && given.isPresent()
          && counted.add(
              List.of(
                  entry.predicted().module(),
                  prediction.window(),
                  prediction.test().conditions(),
                  prediction.test().refutedWithin(),
                  prediction.test().published(),
                  given))) {
        brier = brier.with(given.getAsDouble(), entry.standing().status() == Status.CONFIRMED);
      }
    }
    return brier;
  }
}
