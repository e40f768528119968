package org.tidemark.vocab.industry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tidemark.quantity.Quantity;
import org.tidemark.spi.Problem;
import org.tidemark.spi.value.IntervalValue;
import org.tidemark.spi.value.ListValue;
import org.tidemark.spi.value.ObjectValue;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.TextValue;
import org.tidemark.spi.value.Value;

/** Reads and writes what the evaluator hands over. */
final class Values {
  private Values() {}

  /** The quantity that a value is or stands for, where it does. */
  static Optional<Quantity> find(Value value) {
    if (value instanceof QuantityValue quantity) {
      return Optional.of(quantity.quantity());
    }
    return value instanceof ObjectValue object ? object.quantity() : Optional.empty();
  }

  /**
   * The quantity that a value is or stands for.
   *
   * @param what names the place in the message
   */
  static Quantity quantity(Value value, String what) {
    return find(value)
        .orElseThrow(
            () ->
                Problem.of("E0501", what + " is a quantity, and this is " + value.describe())
                    .withHelp("give a number with its unit"));
  }

  /** A quantity as a value. */
  static Value of(Quantity quantity) {
    return new QuantityValue(quantity);
  }

  /** What lies between two quantities. */
  static IntervalValue interval(Quantity from, Quantity to) {
    return new IntervalValue(of(from), of(to), Optional.empty());
  }

  /** Texts as a list. */
  static Value texts(List<String> texts) {
    List<Value> values = new ArrayList<>(texts.size());
    for (String text : texts) {
      values.add(new TextValue(text));
    }
    return new ListValue(values);
  }

  /** A list in words, {@code "a, b and c"}. */
  static String words(List<String> items) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < items.size(); i++) {
      if (i > 0) {
        text.append(i == items.size() - 1 ? " and " : ", ");
      }
      text.append(items.get(i));
    }
    return text.toString();
  }
}
