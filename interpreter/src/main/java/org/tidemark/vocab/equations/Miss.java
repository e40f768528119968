package org.tidemark.vocab.equations;

import org.tidemark.quantity.CalendarDate;
import org.tidemark.quantity.Quantity;
import org.tidemark.spi.Problem;
import org.tidemark.spi.value.DateValue;
import org.tidemark.spi.value.ObjectValue;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.SpecialValue;
import org.tidemark.spi.value.Value;
import org.tidemark.vocab.common.Magnitudes;

/** How far a result is from its target, in tolerances. */
final class Miss {
  /** What {@code ≈} allows without a tolerance. */
  private static final double USUAL = 1e-9;

  private Miss() {}

  /** Not a number where the result is never or missing. */
  static double of(Value result, Value target, Value tolerance, String text) {
    if (isNowhere(result) || isNowhere(target)) {
      return Double.NaN;
    }
    if (result instanceof DateValue is && target instanceof DateValue wanted) {
      double within =
          tolerance == null
              ? USUAL
              : Magnitudes.quantity(tolerance, "within").magnitude()
                  / CalendarDate.SECONDS_PER_YEAR;
      return counted(is.year() - wanted.year(), within, text);
    }
    Quantity is = quantity(result, text);
    Quantity wanted = quantity(target, text);
    double within = USUAL * Math.abs(wanted.magnitude());
    if (tolerance != null) {
      Quantity given = quantity(tolerance, text);
      boolean relative = given.dimension().isNone();
      within = given.magnitude() * (relative ? Math.abs(wanted.magnitude()) : 1);
    }
    return counted(is.magnitude() - wanted.magnitude(), within, text);
  }

  private static boolean isNowhere(Value value) {
    return value == SpecialValue.NEVER || value == SpecialValue.MISSING;
  }

  private static Quantity quantity(Value value, String text) {
    if (value instanceof QuantityValue || value instanceof ObjectValue) {
      return Magnitudes.quantity(value, "a target");
    }
    throw Problem.of("E0532", "a side of " + text + " is " + value.describe())
        .withHelp("compare a result with a number, nash.time ≈ 3.8 year within 0.05 year");
  }

  private static double counted(double difference, double within, String text) {
    if (!(within > 0)) {
      throw Problem.of("E0532", "the tolerance of " + text + " is not above zero")
          .withHelp("say how near is near enough: ≈ 3.8 year within 0.05 year");
    }
    return difference / within;
  }
}
