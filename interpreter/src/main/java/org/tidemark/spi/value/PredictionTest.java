package org.tidemark.spi.value;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How observations decide a prediction. The conditions themselves are asked of the model with what
 * has been observed in it; this says which there are, and what goes with them.
 *
 * @param conditions the fields that say when it is decided, {@code confirmed_by} and the like, as
 *     they are written
 * @param published when it was made; absent for the start of its window
 * @param refutedWithin when {@code refuted_by} counts; absent for the window itself
 * @param falsifies the thesis that is refuted where the prediction is confirmed
 * @param rows the rows of an inventory that it stands for
 * @param item what such a row calls it
 */
public record PredictionTest(
    Map<String, String> conditions,
    Optional<DateValue> published,
    Optional<IntervalValue> refutedWithin,
    Optional<String> falsifies,
    List<String> rows,
    Optional<String> item) {
  /** What, true at some date within the window, confirms it. */
  public static final String CONFIRMED_BY = "confirmed_by";

  /** What, true at some date, refutes it. */
  public static final String REFUTED_BY = "refuted_by";

  /** What has to hold at every observation within the window. */
  public static final String THROUGHOUT = "throughout";

  /** The fields that are conditions over what is observed. */
  public static final List<String> CONDITIONS = List.of(CONFIRMED_BY, REFUTED_BY, THROUGHOUT);

  /** Copies its collections. */
  public PredictionTest {
    conditions = Map.copyOf(conditions);
    rows = List.copyOf(rows);
  }

  /** Whether it has a condition. */
  public boolean has(String condition) {
    return conditions.containsKey(condition);
  }
}
