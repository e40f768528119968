package org.tidemark.vocab.charts;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.tidemark.quantity.Quantity;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.spi.plot.Axis;
import org.tidemark.spi.plot.Coordinates;
import org.tidemark.spi.value.DateValue;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.Value;
import org.tidemark.vocab.common.Magnitudes;

/**
 * One side of a chart of quantities or dates, and the way to its numbers from magnitudes in base
 * units or decimal years.
 *
 * @param label in words, without the unit
 * @param unit of quantities; absent for dates
 * @param scale how quantities are laid out
 */
public record Side(String label, Optional<UnitExpression> unit, Axis.Scale scale) {
  /** A side of quantities, equal differences equally far apart. */
  public static Side of(String label, UnitExpression unit) {
    return new Side(label, Optional.of(unit), Axis.Scale.LINEAR);
  }

  /** A side of quantities or dates. */
  public static Side of(String label, UnitExpression unit, boolean dates) {
    return dates ? ofDates(label) : of(label, unit);
  }

  /** A side of dates. */
  public static Side ofDates(String label) {
    return new Side(label, Optional.empty(), Axis.Scale.DATES);
  }

  /** Time: dates, or years since the start. */
  public static Side ofTime(boolean dates) {
    return of(dates ? "date" : "time since the start", Magnitudes.timeUnit(), dates);
  }

  /** The same with equal factors equally far apart; dates stay as they are. */
  public Side logarithmic() {
    return unit.isEmpty() ? this : new Side(label, unit, Axis.Scale.LOG);
  }

  /** As a chart has it. */
  public Axis axis() {
    return unit.map(of -> Axis.of(label, of, scale)).orElseGet(() -> Axis.ofDates(label));
  }

  /** A magnitude in base units, or a decimal year, as a number along it; a gap is none. */
  public double number(double magnitude) {
    if (unit.isEmpty() || !Double.isFinite(magnitude)) {
      return Double.isFinite(magnitude) ? magnitude : Double.NaN;
    }
    return new Quantity(magnitude, unit.get()).in(unit.get());
  }

  /** Many of them. */
  public Coordinates numbers(double... magnitudes) {
    return Coordinates.of(Arrays.stream(magnitudes).map(this::number).toArray());
  }

  /** What something is at many places, all in base units. */
  public Coordinates numbers(double[] places, DoubleUnaryOperator of) {
    return Coordinates.of(Arrays.stream(places).map(of).map(this::number).toArray());
  }

  /** A magnitude or decimal year as a value. */
  public Value value(double magnitude) {
    return unit.isEmpty()
        ? new DateValue(magnitude)
        : new QuantityValue(new Quantity(magnitude, unit.get()));
  }
}
