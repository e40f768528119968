package org.tidemark.api;

import org.tidemark.model.SetNumber;
import org.tidemark.spi.value.BoolValue;
import org.tidemark.spi.value.QuantityValue;

/** What callers set, as scripts write it. */
final class Settings {
  private Settings() {}

  /** A setting of some Java type as an expression. */
  static String text(String path, Object setting) {
    if (setting instanceof CharSequence expression) {
      return expression.toString();
    }
    if (setting instanceof Number number) {
      return quantity(path, number.doubleValue(), "");
    }
    if (setting instanceof Boolean truth) {
      return truth.toString();
    }
    if (setting instanceof BoolValue truth) {
      return Boolean.toString(truth == BoolValue.TRUE);
    }
    if (setting instanceof QuantityValue value && value.distribution().isEmpty()) {
      return quantity(
          path, value.quantity().in(value.quantity().unit()), value.quantity().unit().text());
    }
    if (setting instanceof QuantityAnswer answer) {
      return quantity(path, answer.magnitude(), answer.unit());
    }
    throw TideException.of(
        "E0912",
        path + " cannot be set to " + (setting == null ? "nothing" : setting.getClass().getName()),
        "give a number, or a text with the value in Tide: \"3 %/year\"");
  }

  private static String quantity(String path, double magnitude, String unit) {
    requireFinite(path, magnitude);
    return SetNumber.text(magnitude, unit);
  }

  /** Refuses numbers that no script can write. */
  static void requireFinite(String path, double number) {
    if (!Double.isFinite(number)) {
      throw TideException.of(
          "E0912",
          path + " cannot be set to " + number,
          "what is set is a finite number; never is a value of its own: \"never\"");
    }
  }
}
