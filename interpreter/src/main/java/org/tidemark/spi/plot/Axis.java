package org.tidemark.spi.plot;

import java.util.List;
import java.util.Optional;
import org.tidemark.quantity.UnitExpression;

/**
 * What numbers along one side of a chart mean.
 *
 * @param label in words, {@code "cumulative output"}; the unit is not part of it
 * @param unit that its numbers are in; absent for dates and categories, and for pure numbers
 * @param scale how numbers are laid out
 * @param categories the names along it, for {@link Scale#CATEGORIES} only
 */
public record Axis(
    String label, Optional<UnitExpression> unit, Scale scale, List<String> categories) {
  /** How numbers are laid out along an axis. */
  public enum Scale {
    /** Equal differences are equally far apart. */
    LINEAR,
    /** Equal factors are equally far apart; numbers at or below zero have no place. */
    LOG,
    /** Decimal years. */
    DATES,
    /** Whole numbers from 0 on, each with a name. */
    CATEGORIES
  }

  /** Copies its list. */
  public Axis {
    categories = List.copyOf(categories);
  }

  /** An axis of quantities. */
  public static Axis of(String label, UnitExpression unit, Scale scale) {
    return new Axis(label, unit.isNone() ? Optional.empty() : Optional.of(unit), scale, List.of());
  }

  /** An axis of dates. */
  public static Axis ofDates(String label) {
    return new Axis(label, Optional.empty(), Scale.DATES, List.of());
  }

  /** An axis of names. */
  public static Axis ofCategories(String label, List<String> names) {
    return new Axis(label, Optional.empty(), Scale.CATEGORIES, names);
  }

  /** {@code cumulative output (EB)}. */
  public String title() {
    String in = unit.map(u -> "(" + u.text() + ")").orElse("");
    return label.isEmpty() || in.isEmpty() ? label + in : label + " " + in;
  }
}
