package org.tidemark.spi.value;

import java.util.OptionalDouble;
import org.tidemark.quantity.NumberText;
import org.tidemark.quantity.Quantity;
import org.tidemark.quantity.UnitExpression;

/**
 * A distribution given that its value lies between two bounds, which themselves count as inside.
 * Draws come from the inverse of the restricted cumulative distribution, so none is thrown away.
 */
public final class Truncated implements Distribution {
  private final Distribution base;
  private final double low;
  private final double high;
  private final double below;
  private final double within;

  /**
   * Restricts a distribution.
   *
   * @param low the lower bound in base units; may be infinite
   * @param high the upper bound in base units; may be infinite
   * @throws IllegalArgumentException where no probability lies between the bounds
   */
  public Truncated(Distribution base, double low, double high) {
    this.base = base;
    this.low = low;
    this.high = high;
    this.below = low == Double.NEGATIVE_INFINITY ? 0 : base.cumulative(Math.nextDown(low));
    double upTo = high == Double.POSITIVE_INFINITY ? 1 : base.cumulative(high);
    this.within = upTo - below;
    if (!(low <= high) || !(within > 0)) {
      throw new IllegalArgumentException("no probability lies between the bounds");
    }
  }

  /** The distribution that is restricted. */
  public Distribution base() {
    return base;
  }

  /** The lower bound in base units. */
  public double low() {
    return low;
  }

  /** The upper bound in base units. */
  public double high() {
    return high;
  }

  @Override
  public double median() {
    return quantile(0.5);
  }

  @Override
  public double quantile(double probability) {
    double inBase = Math.min(1, below + probability * within);
    return Math.max(low, Math.min(high, base.quantile(inBase)));
  }

  @Override
  public double cumulative(double magnitude) {
    if (magnitude < low) {
      return 0;
    }
    return magnitude >= high ? 1 : Math.min(1, (base.cumulative(magnitude) - below) / within);
  }

  @Override
  public OptionalDouble expectation(double from, double to) {
    return base.expectation(Math.max(low, from), Math.min(high, to));
  }

  @Override
  public String text(UnitExpression unit) {
    String whole = base.text(unit);
    if (Double.isInfinite(low) || Double.isInfinite(high)) {
      StringBuilder text = new StringBuilder("truncated(").append(whole);
      if (!Double.isInfinite(low)) {
        text.append(", low: ").append(new Quantity(low, unit).text());
      }
      if (!Double.isInfinite(high)) {
        text.append(", high: ").append(new Quantity(high, unit).text());
      }
      return text.append(')').toString();
    }
    return whole
        + " in "
        + NumberText.sensible(unit.fromBase(low))
        + ".."
        + new Quantity(high, unit).text();
  }
}
