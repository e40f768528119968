package org.tidemark.vocab.fits;

import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.TDistribution;
import org.tidemark.quantity.NumberText;
import org.tidemark.quantity.Quantity;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.spi.value.Distribution;

/**
 * Student's t around an estimate, or that of a logarithm.
 *
 * @param centre the estimate, or that of the logarithm
 * @param scale the standard error, above 0
 * @param degreesOfFreedom of t
 * @param ofLogarithm whether the quantity is the exponential of what is distributed so
 */
record StudentSpread(double centre, double scale, double degreesOfFreedom, boolean ofLogarithm)
    implements Distribution {
  private static final double LOW = 0.025;
  private static final int DIGITS = 4;

  @Override
  public double median() {
    return ofLogarithm ? StrictMath.exp(centre) : centre;
  }

  @Override
  public double quantile(double probability) {
    if (probability == 0.5) {
      return median();
    }
    double t = TDistribution.of(degreesOfFreedom).inverseCumulativeProbability(probability);
    double value = centre + scale * t;
    return ofLogarithm ? StrictMath.exp(value) : value;
  }

  @Override
  public double cumulative(double magnitude) {
    if (ofLogarithm && magnitude <= 0) {
      return 0;
    }
    double value = ofLogarithm ? StrictMath.log(magnitude) : magnitude;
    return TDistribution.of(degreesOfFreedom).cumulativeProbability((value - centre) / scale);
  }

  /** The exponential of a t has tails that are too heavy for a mean. */
  @Override
  public OptionalDouble expectation(double low, double high) {
    boolean whole = low == Double.NEGATIVE_INFINITY && high == Double.POSITIVE_INFINITY;
    return whole && !ofLogarithm && degreesOfFreedom > 1
        ? OptionalDouble.of(centre)
        : OptionalDouble.empty();
  }

  @Override
  public String text(UnitExpression unit) {
    if (ofLogarithm) {
      String low = NumberText.significant(unit.fromBase(quantile(LOW)), DIGITS);
      Quantity high = new Quantity(quantile(1 - LOW), unit);
      return "95 % in " + low + ".." + high.text(DIGITS);
    }
    return NumberText.significant(unit.fromBase(centre), DIGITS)
        + " +- "
        + new Quantity(scale, unit).text(2);
  }
}
