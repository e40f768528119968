package org.tidemark.vocab.uncertain;

import java.util.OptionalDouble;
import org.tidemark.quantity.NumberText;
import org.tidemark.quantity.Quantity;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.solve.chance.StandardNormal;
import org.tidemark.spi.value.Distribution;

/**
 * A normal distribution.
 *
 * @param mean its mean, which is its median
 * @param sd its standard deviation, above 0
 */
record Normal(double mean, double sd) implements Distribution {
  @Override
  public double median() {
    return mean;
  }

  @Override
  public double quantile(double probability) {
    return mean + sd * StandardNormal.quantile(probability);
  }

  @Override
  public double cumulative(double magnitude) {
    return StandardNormal.cumulative((magnitude - mean) / sd);
  }

  @Override
  public OptionalDouble expectation(double low, double high) {
    double a = (low - mean) / sd;
    double b = (high - mean) / sd;
    double moved = (StandardNormal.density(a) - StandardNormal.density(b)) / between(a, b);
    return Made.within(low, mean + sd * moved, high);
  }

  /** The probability between two deviates of the standard normal, also where it is small. */
  static double between(double a, double b) {
    return a > 0
        ? StandardNormal.cumulative(-a) - StandardNormal.cumulative(-b)
        : StandardNormal.cumulative(b) - StandardNormal.cumulative(a);
  }

  @Override
  public String text(UnitExpression unit) {
    return NumberText.sensible(unit.fromBase(mean)) + " +- " + new Quantity(sd, unit).text();
  }
}
