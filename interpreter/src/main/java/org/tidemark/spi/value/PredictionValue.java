package org.tidemark.spi.value;

import java.util.Optional;
import java.util.OptionalDouble;
import org.tidemark.spi.Problem;

/**
 * Something that is said to happen within a window of time, beside what the model says of it.
 *
 * @param title what is predicted, in words
 * @param window from a date to a date, the last period counting whole
 * @param event when the model sees it happen: a date, {@code never}, or whether it does; absent
 *     where the model says nothing of it
 * @param refuted whether the model refutes it; absent where nothing says when that would be
 * @param credence the probability that its author gives it
 * @param source where it is from
 * @param verdict what follows
 * @param test how observations decide it
 */
public record PredictionValue(
    Optional<String> title,
    IntervalValue window,
    Optional<Value> event,
    Optional<Boolean> refuted,
    OptionalDouble credence,
    Optional<String> source,
    Verdict verdict,
    PredictionTest test)
    implements ObjectValue {
  /** What the model says of a prediction. */
  public enum Verdict {
    /** It happens within the window. */
    WITHIN("within its window"),
    /** It happens before the window opens. */
    EARLIER("earlier"),
    /** It happens after the window has closed. */
    LATER("later"),
    /** It does not happen. */
    NEVER("never"),
    /** What would refute it holds. */
    REFUTED("refuted"),
    /** The model does not say. */
    UNDETERMINED("undetermined");

    private final String word;

    Verdict(String word) {
      this.word = word;
    }

    /** The word for results. */
    public String word() {
      return word;
    }
  }

  /** Whether it happens within the window, and nothing refutes it. */
  public boolean holds() {
    return verdict == Verdict.WITHIN;
  }

  @Override
  public Value member(String name) {
    return switch (name) {
      case "title" -> new TextValue(title.orElse(""));
      case "window" -> window;
      case "event" -> event.orElse(SpecialValue.MISSING);
      case "verdict" -> new TextValue(verdict.word());
      case "holds" -> BoolValue.of(holds());
      case "refuted" -> BoolValue.of(refuted.orElse(false));
      case "credence" ->
          QuantityValue.pure(
              credence.orElseThrow(
                  () ->
                      Problem.of("E0513", "the prediction has no credence")
                          .withHelp("add credence = 75 % to it")));
      case "source" -> new TextValue(source.orElse(""));
      case "falsifies" -> new TextValue(test.falsifies().orElse(""));
      case "item" -> new TextValue(test.item().orElse(""));
      case "rows" -> new ListValue(test.rows().stream().<Value>map(TextValue::new).toList());
      default -> throw Problem.of("E0513", "a prediction has no " + name);
    };
  }

  @Override
  public String summary() {
    return title.map(words -> words.concat(": ")).orElse("").concat(verdict.word());
  }

  @Override
  public String describe() {
    return "a prediction";
  }
}
