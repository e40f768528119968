package org.tidemark.render;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tidemark.api.ledger.Brier;
import org.tidemark.api.ledger.Chance;
import org.tidemark.api.ledger.Ledger;
import org.tidemark.api.ledger.Observation;
import org.tidemark.api.ledger.Standing;
import org.tidemark.api.ledger.Status;
import org.tidemark.model.PredictionOutcome;
import org.tidemark.quantity.CalendarDate;
import org.tidemark.quantity.NumberText;
import org.tidemark.spi.Partial;
import org.tidemark.spi.value.PredictionValue;
import org.tidemark.spi.value.ValueText;

/** A ledger as text: a few lines for each prediction, then what they come to. */
public final class LedgerText {
  private static final String UNDER = "  ";

  /** Digits of a score and of a Monte-Carlo error. */
  private static final int SCORE_DIGITS = 4;

  private static final int ERROR_DIGITS = 2;

  /** A probability that is drawn is told in hundredths of a per cent. */
  private static final double CHANCE_PARTS = 100;

  private static final int YEAR = "2030".length();
  private static final int MONTH = "2030-06".length();

  private LedgerText() {}

  /** The whole ledger. */
  public static String of(Ledger ledger) {
    StringBuilder text = new StringBuilder();
    Set<String> modules = new LinkedHashSet<>();
    ledger.entries().forEach(entry -> modules.add(entry.predicted().module()));
    String module = "";
    for (Ledger.Entry entry : ledger.entries()) {
      if (modules.size() > 1 && !entry.predicted().module().equals(module)) {
        module = entry.predicted().module();
        text.append(text.length() == 0 ? "" : "\n").append(module).append("\n\n");
      }
      text.append(of(entry));
    }
    return text.append(text.length() == 0 ? "" : "\n").append(summary(ledger)).toString();
  }

  private static String of(Ledger.Entry entry) {
    PredictionOutcome outcome = entry.predicted().outcome();
    PredictionValue prediction = outcome.prediction();
    StringBuilder text = new StringBuilder(outcome.name());
    prediction.title().ifPresent(title -> text.append(": ").append(title));
    text.append('\n').append(UNDER).append(ValueText.of(prediction.window())).append("  ");
    text.append(standing(entry.standing())).append('\n');
    String waits = waitsFor(entry);
    if (!waits.isEmpty()) {
      text.append(UNDER).append(waits).append('\n');
    }
    List<String> said = new ArrayList<>();
    String model = model(entry);
    if (!model.isEmpty()) {
      said.add("model: " + model);
    }
    if (prediction.credence().isPresent()) {
      said.add("credence: " + PredictionText.percent(prediction.credence()));
    }
    if (!said.isEmpty()) {
      text.append(UNDER).append(String.join("; ", said)).append('\n');
    }
    prediction
        .test()
        .falsifies()
        .ifPresent(
            thesis ->
                text.append(UNDER)
                    .append(
                        entry.standing().status() == Status.CONFIRMED
                            ? "refutes: "
                            : "if confirmed, it refutes: ")
                    .append(thesis)
                    .append('\n'));
    return text.toString();
  }

  /** {@code confirmed 2027-03, price = 180 USD (Reuters); it held before its window began}. */
  public static String standing(Standing standing) {
    StringBuilder text = new StringBuilder(standing.status().word());
    if (standing.since().isPresent()) {
      text.append(' ').append(since(standing));
    }
    if (!standing.by().isEmpty()) {
      text.append(", ").append(by(standing));
    }
    if (!standing.remark().isEmpty()) {
      text.append("; ").append(standing.remark());
    }
    return text.toString();
  }

  /** {@code observes price, memory} where nothing has decided it; empty where something has. */
  public static String waitsFor(Ledger.Entry entry) {
    Status status = entry.standing().status();
    return status == Status.CONFIRMED || status == Status.REFUTED || entry.inputs().isEmpty()
        ? ""
        : "observes " + String.join(", ", entry.inputs().stream().map(i -> i.name()).toList());
  }

  /** When it was decided: as the observation is dated, or the day on which its time was over. */
  public static String since(Standing standing) {
    double since = standing.since().getAsDouble();
    boolean observed = standing.by().stream().anyMatch(one -> one.date() == since);
    return observed ? CalendarDate.text(since) : day(since);
  }

  /** A date as a day, also the first of a month or a year. */
  public static String day(double date) {
    String text = CalendarDate.text(date);
    return text.length() == YEAR ? text + "-01-01" : text.length() == MONTH ? text + "-01" : text;
  }

  /** The observations that it rests on. */
  public static String by(Standing standing) {
    return String.join(
        ", ",
        standing.by().stream()
            .map(
                observation ->
                    standing.since().isPresent()
                            && standing.since().getAsDouble() == observation.date()
                        ? observed(observation)
                        : observed(observation) + " on " + CalendarDate.text(observation.date()))
            .toList());
  }

  private static String observed(Observation observation) {
    return observation.input().name()
        + " = "
        + ValueText.of(observation.value())
        + " ("
        + observation.source()
        + ")";
  }

  /** What the model says of a prediction, and how often; empty where it says nothing. */
  public static String model(Ledger.Entry entry) {
    PredictionOutcome outcome = entry.predicted().outcome();
    PredictionValue prediction = outcome.prediction();
    if (prediction.event().isEmpty()) {
      return "";
    }
    String event = PredictionText.event(prediction);
    String text =
        event
            + (outcome.evidence().atMedians() ? " (at median inputs), " : ", ")
            + prediction.verdict().word();
    return entry.chance().map(chance -> text + ", " + chance(chance)).orElse(text);
  }

  /** A probability with its error, {@code 62.3 % ± 1.1 %}. */
  public static String chance(Chance chance) {
    double share = 100 * chance.value();
    // digits behind the error say nothing
    String shown =
        chance.error().isPresent()
            ? NumberText.sensible(Math.round(share * CHANCE_PARTS) / CHANCE_PARTS)
            : NumberText.sensible(share);
    StringBuilder text = new StringBuilder(shown).append(" %");
    if (chance.error().isPresent()) {
      text.append(" ± ")
          .append(NumberText.significant(100 * chance.error().getAsDouble(), ERROR_DIGITS))
          .append(" %");
    }
    if (chance.failed() > 0) {
      text.append(" (").append(chance.failed()).append(" draws without an answer left out)");
    }
    return text.toString();
  }

  // ---- what they come to

  private static String summary(Ledger ledger) {
    StringBuilder text = new StringBuilder("on ").append(day(ledger.on()));
    text.append(": ").append(ValueText.count(ledger.entries().size(), "prediction"));
    text.append(ledger.entries().isEmpty() ? "" : ": ").append(counts(ledger)).append('\n');
    for (Ledger.Ignored ignored : ledger.ignored()) {
      text.append("ignored: ").append(ignored(ignored)).append('\n');
    }
    text.append("Brier score of the credences: ").append(score(ledger.credences())).append('\n');
    text.append("Brier score of the model: ").append(score(ledger.chances())).append('\n');
    Optional<Partial> partial = ledger.partial();
    partial.ifPresent(early -> text.append("drawing ").append(early.words()).append('\n'));
    return text.toString();
  }

  /** {@code 3 open, 1 confirmed}, without those of which there are none. */
  public static String counts(Ledger ledger) {
    List<String> words = new ArrayList<>();
    ledger
        .counts()
        .forEach(
            (status, count) -> {
              if (count > 0) {
                words.add(count + " " + status.word());
              }
            });
    return String.join(", ", words);
  }

  /** {@code price = 150 USD (Reuters), 2028-02: after the window of chip}. */
  public static String ignored(Ledger.Ignored ignored) {
    return observed(ignored.observation())
        + ", "
        + CalendarDate.text(ignored.observation().date())
        + (ignored.predictions().isEmpty()
            ? ": after the date of the ledger"
            : ": after the window of " + String.join(", ", ignored.predictions()));
  }

  /** A score with what it rests on. */
  public static String score(Brier brier) {
    return brier.score().isEmpty()
        ? "none, since nothing with a probability is decided"
        : NumberText.significant(brier.score().getAsDouble(), SCORE_DIGITS)
            + ", from "
            + ValueText.count(brier.count(), "decided forecast")
            + " (0 is perfect, 0.25 is what 50 % each time gives)";
  }
}
