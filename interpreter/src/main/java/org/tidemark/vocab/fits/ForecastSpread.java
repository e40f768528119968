package org.tidemark.vocab.fits;

import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.spi.plot.Drawing;
import org.tidemark.spi.plot.Plottable;
import org.tidemark.spi.value.Distribution;

/**
 * How a forecast is distributed, which looks like the fan that leads there.
 *
 * @param spread the distribution
 * @param fan of the forecasts on the way
 */
record ForecastSpread(StudentSpread spread, Supplier<ForecastFan> fan)
    implements Distribution, Plottable {
  @Override
  public double median() {
    return spread.median();
  }

  @Override
  public double quantile(double probability) {
    return spread.quantile(probability);
  }

  @Override
  public double cumulative(double magnitude) {
    return spread.cumulative(magnitude);
  }

  @Override
  public OptionalDouble expectation(double low, double high) {
    return spread.expectation(low, high);
  }

  @Override
  public String text(UnitExpression unit) {
    return spread.text(unit);
  }

  @Override
  public Drawing drawing(String name) {
    return fan.get().of(name);
  }

  @Override
  public String describe() {
    return "a forecast";
  }
}
