package org.tidemark.api;

import org.tidemark.model.WrittenNumber;
import org.tidemark.quantity.Quantity;
import org.tidemark.spi.value.BoolValue;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.SpecialValue;

/** What callers set, as scripts write it. */
final class Settings {
  private Settings() {}

  /** A setting of some Java type as an expression. */
  static String text(String path, Object setting) {
    if (setting instanceof CharSequence expression) {
      return expression.toString();
    }
    if (setting instanceof Number number) {
      requireFinite(path, number.doubleValue());
      return WrittenNumber.of(number.doubleValue(), "");
    }
    if (setting instanceof Boolean truth) {
      return truth.toString();
    }
    if (setting instanceof BoolValue truth) {
      return Boolean.toString(truth == BoolValue.TRUE);
    }
    if (setting == SpecialValue.NEVER) {
      return "never";
    }
    if (setting instanceof QuantityValue value && value.distribution().isEmpty()) {
      return quantity(path, value.quantity());
    }
    if (setting instanceof QuantityAnswer answer) {
      return quantity(path, answer.quantity());
    }
    throw TideException.of(
        "E0912",
        path + " cannot be set to " + (setting == null ? "nothing" : setting.getClass().getName()),
        "give a number, or a text with the value in Tide: \"3 %/year\"");
  }

  private static String quantity(String path, Quantity quantity) {
    return WrittenNumber.of(quantity)
        .orElseThrow(() -> notFinite(path, quantity.in(quantity.unit())));
  }

  /** Refuses numbers that no script can write. */
  static void requireFinite(String path, double number) {
    if (!Double.isFinite(number)) {
      throw notFinite(path, number);
    }
  }

  private static TideException notFinite(String path, double number) {
    return TideException.of(
        "E0912",
        path + " cannot be set to " + number,
        "what is set is a finite number; never is a value of its own: \"never\"");
  }

  /**
   * Refuses what is no unit: a comment would hide what follows, and an operator or a bracket of
   * another kind would make an expression of it, of which a stranger may have written the text.
   */
  static void requireUnit(String path, String unit) {
    if (!isUnit(unit)) {
      throw TideException.of(
          "E0912",
          path + " cannot be set in a unit that is written like this",
          "a unit has names, powers, * and /: %/year, USD/GB, m/s^2");
    }
  }

  private static boolean isUnit(String text) {
    char before = ' ';
    boolean inPower = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (before == '/' && (c == '/' || c == '*')) {
        return false;
      }
      boolean part = Character.isLetterOrDigit(c) || "_%°/*()., ^".indexOf(c) >= 0;
      if (!part && !(c == '-' && inPower)) {
        return false;
      }
      // a minus stands at the beginning of an exponent only
      inPower = c == '^' || inPower && (c == '(' || c == ' ');
      before = c;
    }
    return true;
  }
}
