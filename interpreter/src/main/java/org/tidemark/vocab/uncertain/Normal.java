package org.tidemark.vocab.uncertain;

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
  public String text(UnitExpression unit) {
    return NumberText.sensible(unit.fromBase(mean)) + " +- " + new Quantity(sd, unit).text();
  }
}
