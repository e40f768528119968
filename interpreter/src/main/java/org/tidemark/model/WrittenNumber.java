package org.tidemark.model;

import java.util.Locale;
import java.util.Optional;
import org.tidemark.quantity.Quantity;
import org.tidemark.spi.type.Types;

/** Numbers as a script would write them. */
public final class WrittenNumber {
  private WrittenNumber() {}

  /**
   * A number of a unit.
   *
   * @param magnitude finite
   * @param unit may be empty or {@code "1"}; then it is a bare number, to which the unit of an
   *     annotation applies
   */
  public static String of(double magnitude, String unit) {
    String text = Double.toString(magnitude).toLowerCase(Locale.ROOT);
    if (text.endsWith(".0")) {
      text = text.substring(0, text.length() - 2);
    }
    String stripped = unit.strip();
    if (stripped.isEmpty() || stripped.equals("1")) {
      return text;
    }
    return text + " " + (stripped.startsWith("1/") ? stripped.substring(1) : stripped);
  }

  /**
   * A quantity, which keeps what it measures wherever it is put: a pure number does not take the
   * unit of an annotation.
   *
   * @return empty where it is infinite and no time, or not a number
   */
  public static Optional<String> of(Quantity quantity) {
    if (isNever(quantity)) {
      return Optional.of("never");
    }
    double magnitude = quantity.in(quantity.unit());
    if (!Double.isFinite(magnitude)) {
      return Optional.empty();
    }
    String text = of(magnitude, quantity.unit().text());
    boolean bare = quantity.unit().isNone() && !quantity.fitsAnything();
    return Optional.of(bare ? "(" + text + " * 1)" : text);
  }

  /** Whether a quantity is a time without end. */
  public static boolean isNever(Quantity quantity) {
    return quantity.magnitude() == Double.POSITIVE_INFINITY
        && quantity.dimension().equals(Types.TIME);
  }
}
