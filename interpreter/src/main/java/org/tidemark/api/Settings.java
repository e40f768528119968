package org.tidemark.api;

import java.util.Locale;
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
      return number(path, number.doubleValue());
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

  /** A number of a unit, as a literal. */
  static String quantity(String path, double magnitude, String unit) {
    String text = number(path, magnitude);
    if (unit.isBlank() || unit.strip().equals("1")) {
      return text;
    }
    String stripped = unit.strip();
    return text + " " + (stripped.startsWith("1/") ? stripped.substring(1) : stripped);
  }

  static String number(String path, double number) {
    if (!Double.isFinite(number)) {
      throw TideException.of(
          "E0912",
          path + " cannot be set to " + number,
          "what is set is a finite number; never is a value of its own: \"never\"");
    }
    String text = Double.toString(number).toLowerCase(Locale.ROOT);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }
}
