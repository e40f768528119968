package org.tidemark.vocab.industry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tidemark.quantity.CalendarDate;
import org.tidemark.quantity.Quantity;
import org.tidemark.spi.value.ClaimValue;
import org.tidemark.spi.value.ClaimValue.Verdict;
import org.tidemark.spi.value.DateValue;
import org.tidemark.spi.value.IntervalValue;
import org.tidemark.spi.value.ListValue;
import org.tidemark.spi.value.SpecialValue;
import org.tidemark.spi.value.Value;

/**
 * A computed value against a reported one.
 *
 * @param difference computed minus reported; zero within a reported interval, and missing where
 *     there is nothing to subtract
 * @param verdict whether the two agree
 */
record ClaimComparison(Value difference, Verdict verdict) {
  /** Lets a difference of exactly the tolerance pass in spite of rounding. */
  private static final double ROUNDING = 1e-9;

  /** A computed value against a report that may be a bound. */
  static ClaimComparison of(
      Value reported, ClaimValue.Side side, Value computed, ClaimTolerance tolerance) {
    if (side == ClaimValue.Side.AS_REPORTED) {
      return of(reported, computed, tolerance);
    }
    if (isNever(computed)) {
      // later than every date and longer than every time
      boolean holds = side == ClaimValue.Side.AT_LEAST;
      return new ClaimComparison(SpecialValue.NEVER, verdict(holds));
    }
    ClaimComparison atBound = of(reported, computed, tolerance.orNone());
    Optional<Quantity> beyond = Values.find(atBound.difference());
    if (beyond.isEmpty()) {
      return atBound;
    }
    double magnitude = beyond.get().magnitude();
    boolean inside = side == ClaimValue.Side.AT_LEAST ? magnitude >= 0 : magnitude <= 0;
    return inside
        ? new ClaimComparison(Values.of(new Quantity(0, beyond.get().unit())), Verdict.REPRODUCED)
        : atBound;
  }

  static ClaimComparison of(Value reported, Value computed, ClaimTolerance tolerance) {
    if (reported == SpecialValue.MISSING || computed == SpecialValue.MISSING) {
      return new ClaimComparison(SpecialValue.MISSING, Verdict.NOT_REPRODUCIBLE);
    }
    if (reported instanceof ListValue wanted && computed instanceof ListValue given) {
      return lists(wanted.elements(), given.elements(), tolerance);
    }
    if (reported instanceof IntervalValue interval) {
      return interval(interval, computed, tolerance);
    }
    if (isNever(reported) || isNever(computed)) {
      boolean both = isNever(reported) && isNever(computed);
      return new ClaimComparison(
          both ? Values.of(DisplayUnits.years(0)) : SpecialValue.NEVER, verdict(both));
    }
    if (reported instanceof DateValue wanted && computed instanceof DateValue given) {
      return dates(wanted, given, tolerance);
    }
    Optional<Quantity> wanted = Values.find(reported);
    Optional<Quantity> given = Values.find(computed);
    if (wanted.isPresent() && given.isPresent()) {
      return quantities(wanted.get(), given.get(), tolerance);
    }
    return new ClaimComparison(SpecialValue.MISSING, verdict(reported.equals(computed)));
  }

  private static ClaimComparison quantities(
      Quantity wanted, Quantity given, ClaimTolerance tolerance) {
    double apart = given.magnitude() - wanted.magnitude();
    boolean rounded = Math.abs(apart) <= slack(wanted.magnitude());
    Quantity difference = new Quantity(rounded ? 0 : apart, wanted.unit());
    return new ClaimComparison(
        Values.of(difference),
        within(difference.magnitude(), tolerance.of(wanted), wanted.magnitude()));
  }

  private static ClaimComparison dates(
      DateValue wanted, DateValue given, ClaimTolerance tolerance) {
    double seconds = Dates.between(wanted, given);
    return new ClaimComparison(
        Values.of(DisplayUnits.years(seconds)),
        within(seconds, tolerance.of(wanted), CalendarDate.SECONDS_PER_YEAR));
  }

  /**
   * The tolerance applies at both ends; without one, the ends are meant as they stand. An end that
   * is never leaves the interval open.
   */
  private static ClaimComparison interval(
      IntervalValue interval, Value computed, ClaimTolerance tolerance) {
    ClaimTolerance atEnds = tolerance.orNone();
    ClaimComparison from = of(interval.from(), computed, atEnds);
    ClaimComparison to = of(interval.to(), computed, atEnds);
    if (isNever(interval.from()) || isNever(interval.to())) {
      ClaimComparison low = isNever(interval.from()) ? to : from;
      return isNever(computed)
              || Values.find(low.difference()).filter(q -> q.magnitude() > 0).isPresent()
          ? new ClaimComparison(nothing(low.difference()), Verdict.REPRODUCED)
          : low;
    }
    Optional<Quantity> first = Values.find(from.difference());
    Optional<Quantity> second = Values.find(to.difference());
    if (first.isEmpty() || second.isEmpty()) {
      return from;
    }
    // an interval may be written from its upper end
    boolean reversed = first.get().magnitude() < second.get().magnitude();
    ClaimComparison low = reversed ? to : from;
    ClaimComparison high = reversed ? from : to;
    double above = (reversed ? second : first).get().magnitude();
    double below = (reversed ? first : second).get().magnitude();
    if (above < 0) {
      return low;
    }
    return below > 0 ? high : new ClaimComparison(nothing(from.difference()), Verdict.REPRODUCED);
  }

  /** No difference, in the unit of one. */
  private static Value nothing(Value difference) {
    return Values.find(difference)
        .map(q -> Values.of(new Quantity(0, q.unit())))
        .orElse(Values.of(DisplayUnits.years(0)));
  }

  private static ClaimComparison lists(
      List<Value> wanted, List<Value> given, ClaimTolerance tolerance) {
    if (wanted.size() != given.size()) {
      return new ClaimComparison(SpecialValue.MISSING, Verdict.CONTRADICTED);
    }
    List<Value> differences = new ArrayList<>();
    boolean holds = true;
    boolean reproducible = true;
    for (int i = 0; i < wanted.size(); i++) {
      ClaimComparison one = of(wanted.get(i), given.get(i), tolerance);
      differences.add(one.difference());
      holds &= one.verdict() == Verdict.REPRODUCED;
      reproducible &= one.verdict() != Verdict.NOT_REPRODUCIBLE;
    }
    return new ClaimComparison(
        new ListValue(differences), reproducible ? verdict(holds) : Verdict.NOT_REPRODUCIBLE);
  }

  private static boolean isNever(Value value) {
    return value == SpecialValue.NEVER
        || value instanceof DateValue date && date.year() == Double.POSITIVE_INFINITY
        || Values.find(value).filter(q -> q.magnitude() == Double.POSITIVE_INFINITY).isPresent();
  }

  private static Verdict within(double difference, double tolerance, double size) {
    return verdict(Math.abs(difference) <= tolerance + ROUNDING * tolerance + slack(size));
  }

  /** By how much two numbers of a size may differ by rounding alone. */
  private static double slack(double size) {
    return 4 * Math.ulp(Math.abs(size));
  }

  private static Verdict verdict(boolean holds) {
    return holds ? Verdict.REPRODUCED : Verdict.CONTRADICTED;
  }
}
