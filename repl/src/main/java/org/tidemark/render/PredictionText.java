package org.tidemark.render;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.tidemark.model.PredictionOutcome;
import org.tidemark.quantity.NumberText;
import org.tidemark.spi.value.PredictionValue;
import org.tidemark.spi.value.ValueText;

/** Predictions as a table: when they are to happen, what the model says, and what follows. */
public final class PredictionText {
  private static final List<String> HEADERS =
      List.of("prediction", "window", "event", "verdict", "credence");
  private static final List<Boolean> TO_THE_RIGHT = List.of(false, true, true, false, true);

  private PredictionText() {}

  /** The predictions, one a line under a header. */
  public static String of(List<PredictionOutcome> predictions) {
    List<List<String>> rows = new ArrayList<>();
    for (PredictionOutcome outcome : predictions) {
      PredictionValue prediction = outcome.prediction();
      String event = event(prediction);
      rows.add(
          List.of(
              outcome.name(),
              ValueText.of(prediction.window()),
              outcome.evidence().atMedians() ? event.concat(" (at median inputs)") : event,
              prediction.verdict().word(),
              percent(prediction.credence())));
    }
    return TableText.ofText(HEADERS, rows, TO_THE_RIGHT);
  }

  /** What the model says; empty where it says nothing. */
  public static String event(PredictionValue prediction) {
    return prediction.event().map(ValueText::of).orElse("");
  }

  /** A probability in percent; empty where there is none. */
  public static String percent(OptionalDouble share) {
    return share.isPresent() ? NumberText.sensible(100 * share.getAsDouble()).concat(" %") : "";
  }
}
