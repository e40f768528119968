package org.tidemark.vocab.industry;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import java.util.OptionalInt;
import org.tidemark.quantity.CalendarDate;
import org.tidemark.quantity.Quantity;
import org.tidemark.spi.value.ClaimValue;
import org.tidemark.spi.value.DateValue;
import org.tidemark.spi.value.IntervalValue;
import org.tidemark.spi.value.SpecialValue;
import org.tidemark.spi.value.Value;

/**
 * How far a computed value may be from the one reported.
 *
 * @param absolute in base units
 * @param relative as a share of what is reported
 * @param written the report as it stands in the script, which says how many digits it has
 */
record ClaimTolerance(
    Optional<Double> absolute, Optional<Double> relative, Optional<String> written) {
  /** More digits than this are the rounding of a conversion, not what somebody wrote. */
  private static final MathContext WRITTEN = new MathContext(15);

  /** From here on a number is written with an exponent, and its zeros say nothing. */
  private static final double LARGEST_PLAIN = 1e7;

  private static final double DAYS_PER_YEAR = 365.25;

  /** A decimal year with more digits than this is a day, not a number somebody wrote. */
  private static final int LONGEST_DECIMAL_YEAR = 3;

  /** For bounds, which are meant as they stand where nobody gives a tolerance. */
  ClaimTolerance orNone() {
    return absolute.isPresent() || relative.isPresent()
        ? this
        : new ClaimTolerance(Optional.of(0.0), Optional.empty(), Optional.empty());
  }

  /** For anything reported, in its unit; absent where a difference is no amount. */
  Optional<Quantity> allowed(Value reported, ClaimValue.Side side) {
    ClaimTolerance here = side == ClaimValue.Side.AS_REPORTED ? this : orNone();
    if (reported instanceof IntervalValue interval) {
      // a share of each end is another amount at each
      return relative.isPresent() && absolute.isEmpty()
          ? Optional.empty()
          : orNone().allowed(interval.from(), side);
    }
    if (reported instanceof DateValue date) {
      return Optional.of(DisplayUnits.years(here.of(date)));
    }
    return reported == SpecialValue.MISSING
        ? Optional.empty()
        : Values.find(reported).map(wanted -> new Quantity(here.of(wanted), wanted.unit()));
  }

  /** For a quantity, in base units. */
  double of(Quantity reported) {
    if (absolute.isPresent()) {
      return absolute.get();
    }
    if (relative.isPresent()) {
      return relative.get() * Math.abs(reported.magnitude());
    }
    OptionalInt decimals = written.map(WrittenDigits::decimals).orElse(OptionalInt.empty());
    double half =
        decimals.isPresent()
            ? BigDecimal.valueOf(5, decimals.getAsInt() + 1).doubleValue()
            : halfOfLastDigit(reported.in(reported.unit()));
    return Math.abs(reported.unit().toBase(half));
  }

  /** For a date, in seconds. */
  double of(DateValue reported) {
    if (absolute.isPresent()) {
      return absolute.get();
    }
    String text = CalendarDate.text(reported.year());
    double years;
    if (text.length() == "2024".length()) {
      years = 0.5;
    } else if (text.length() == "2024-06".length()) {
      years = 0.5 / 12;
    } else {
      BigDecimal decimal = BigDecimal.valueOf(reported.year()).stripTrailingZeros();
      years =
          decimal.scale() <= LONGEST_DECIMAL_YEAR
              ? halfOfLastDigit(reported.year())
              : 0.5 / DAYS_PER_YEAR;
    }
    return years * CalendarDate.SECONDS_PER_YEAR;
  }

  /** Half a unit of the last digit of a number's shortest form. */
  static double halfOfLastDigit(double shown) {
    if (shown == 0 || Double.isNaN(shown) || Double.isInfinite(shown)) {
      return shown == 0 ? 0.5 : 0;
    }
    BigDecimal digits = BigDecimal.valueOf(shown).round(WRITTEN).stripTrailingZeros();
    int scale = Math.abs(shown) < LARGEST_PLAIN ? Math.max(0, digits.scale()) : digits.scale();
    return BigDecimal.valueOf(5, scale + 1).doubleValue();
  }
}
