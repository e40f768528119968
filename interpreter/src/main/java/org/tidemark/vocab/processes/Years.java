package org.tidemark.vocab.processes;

import org.tidemark.quantity.CalendarDate;
import org.tidemark.quantity.Quantity;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.quantity.UnitTable;

/** Times in years, in which processes run: whole years and months are exact then. */
final class Years {
  /** The unit. */
  static final UnitExpression UNIT =
      UnitExpression.of(UnitTable.standard().find("year").orElseThrow());

  private Years() {}

  /** A time of so many years. */
  static Quantity time(double years) {
    return new Quantity(years * CalendarDate.SECONDS_PER_YEAR, UNIT);
  }

  /** The years in a time. */
  static double of(Quantity time) {
    return time.magnitude() / CalendarDate.SECONDS_PER_YEAR;
  }
}
