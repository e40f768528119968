package org.tidemark.solve.fit;

import java.math.BigDecimal;
import java.math.MathContext;
import org.apache.commons.numbers.core.DD;

/**
 * Mean, spread and autocorrelation of a list, with no more error than its numbers carry themselves.
 *
 * <p>Sums are carried in pairs of doubles. Where the numbers are large beside their spread, writing
 * them in binary has already cost digits: 10000000.1 is off by 4e-10, which is 4e-9 of a spread of
 * 0.1. A number that is the double nearest to a decimal of at most 15 digits is then read as that
 * decimal, which is what was written down wherever one was; nothing moves by more than half a unit
 * in the last place.
 */
public final class SampleMoments {
  /** Beyond this ratio of size to spread, half a unit in the last place costs 13th digits. */
  private static final double LARGE_BESIDE_SPREAD = 1000;

  private static final MathContext FIFTEEN_DIGITS = new MathContext(15);

  private final int size;
  private final int exponent;
  private final DD mean;
  private final DD[] deviations;
  private final DD sumOfSquares;

  /**
   * The moments.
   *
   * @param values scaled by a power of two, so that squares fit a double
   * @param exponent of that power
   */
  private SampleMoments(DD[] values, int exponent) {
    this.size = values.length;
    this.exponent = exponent;
    this.mean = Extended.mean(values);
    this.deviations = Extended.deviations(values);
    this.sumOfSquares = Extended.dot(deviations, deviations);
  }

  /**
   * The moments of a list.
   *
   * @throws InadmissibleFit for an empty list or a value that is not a finite number
   */
  public static SampleMoments of(double[] values) {
    if (values.length == 0) {
      throw InadmissibleFit.of("values", 0, "an empty list has no mean", "give at least one value");
    }
    double largest = 0;
    for (double value : InadmissibleFit.finite("values", values)) {
      largest = Math.max(largest, Math.abs(value));
    }
    int exponent = largest == 0 ? 0 : Math.getExponent(largest);
    SampleMoments moments = new SampleMoments(scaled(values, exponent, false), exponent);
    double spread = StrictMath.sqrt(moments.sumOfSquares.doubleValue() / values.length);
    boolean large = spread > 0 && Math.scalb(largest, -exponent) > LARGE_BESIDE_SPREAD * spread;
    return large ? new SampleMoments(scaled(values, exponent, true), exponent) : moments;
  }

  private static DD[] scaled(double[] values, int exponent, boolean decimals) {
    DD[] scaled = new DD[values.length];
    for (int i = 0; i < scaled.length; i++) {
      DD value = decimals ? decimal(values[i]) : DD.of(values[i]);
      scaled[i] = value.scalb(-exponent);
    }
    return scaled;
  }

  /**
   * The arithmetic mean alone, from a sum that keeps what rounding takes (Neumaier, 1974).
   *
   * @throws InadmissibleFit for an empty list or a value that is not a finite number
   */
  public static double mean(double[] values) {
    double sum = 0;
    double lost = 0;
    for (double value : values) {
      double next = sum + value;
      lost += Math.abs(sum) >= Math.abs(value) ? (sum - next) + value : (value - next) + sum;
      sum = next;
    }
    double mean = (sum + lost) / values.length;
    return Double.isFinite(mean) ? mean : of(values).mean();
  }

  /** The decimal of at most 15 digits that a double is nearest to, else the double itself. */
  static DD decimal(double value) {
    BigDecimal rounded = new BigDecimal(value, FIFTEEN_DIGITS);
    return rounded.doubleValue() == value ? DD.from(rounded) : DD.of(value);
  }

  /** Whether all values are equal. */
  public boolean isConstant() {
    return sumOfSquares.doubleValue() == 0;
  }

  /** The arithmetic mean. */
  public double mean() {
    return mean.scalb(exponent).doubleValue();
  }

  /**
   * The sum of squared deviations over n - 1.
   *
   * @throws InadmissibleFit for a single value
   */
  public double variance() {
    return varianceExtended().scalb(2 * exponent).doubleValue();
  }

  /**
   * The root of the variance.
   *
   * @throws InadmissibleFit for a single value
   */
  public double standardDeviation() {
    return varianceExtended().sqrt().scalb(exponent).doubleValue();
  }

  private DD varianceExtended() {
    if (size < 2) {
      throw new InadmissibleFit(
          "values", size, 2, "a single value has no spread", "give two values or more");
    }
    return sumOfSquares.divide(size - 1);
  }

  /**
   * The autocorrelation at a lag: products of deviations so far apart, over the sum of squared
   * deviations (Box and Jenkins, "Time Series Analysis", 1976, eq. 2.1.12).
   *
   * @throws InadmissibleFit where the lag is not between 0 and the length, or all values are equal
   */
  public double autocorrelation(int lag) {
    if (lag < 0 || lag >= size) {
      throw new InadmissibleFit(
          "lag",
          lag,
          size,
          "a list of " + size + " has no two values " + lag + " apart",
          "give a lag from 0 to " + (size - 1));
    }
    if (sumOfSquares.doubleValue() == 0) {
      throw InadmissibleFit.of(
          "values",
          size,
          "values that are all equal have no autocorrelation",
          "give some that vary");
    }
    DD sum = DD.ZERO;
    for (int i = lag; i < size; i++) {
      sum = sum.add(deviations[i].multiply(deviations[i - lag]));
    }
    return sum.divide(sumOfSquares).doubleValue();
  }
}
