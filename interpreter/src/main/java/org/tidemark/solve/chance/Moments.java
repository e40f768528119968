package org.tidemark.solve.chance;

/**
 * Mean and central moments of numbers, summed in their order with the rounding of each addition
 * carried along (A. Neumaier, "Rundungsfehleranalyse einiger Verfahren zur Summation endlicher
 * Summen", ZAMM 54, 1974), so that they depend on the order only beyond the last place or so.
 *
 * @param count how many numbers
 * @param mean their mean
 * @param spread the root of the mean square of the deviations, divided by the count
 * @param fourth the mean fourth power of the deviations in units of the spread; 0 where all are
 *     alike
 */
record Moments(int count, double mean, double spread, double fourth) {
  /**
   * The moments of finite numbers.
   *
   * @param numbers at least one
   */
  static Moments of(double[] numbers) {
    double largest = 0;
    for (double number : numbers) {
      largest = Math.max(largest, Math.abs(number));
    }
    // powers of two are exact, and keep the squares and the sum from overflow and underflow
    int exponent = largest == 0 ? 0 : Math.getExponent(largest);
    Sum sum = new Sum();
    for (double number : numbers) {
      sum.add(Math.scalb(number, -exponent));
    }
    int n = numbers.length;
    double mean = sum.value() / n;
    Sum first = new Sum();
    Sum squares = new Sum();
    for (double number : numbers) {
      double deviation = Math.scalb(number, -exponent) - mean;
      first.add(deviation);
      squares.add(deviation * deviation);
    }
    // the mean is rounded: what the deviations sum to puts that right (two-pass, Chan et al. 1983)
    double left = first.value();
    mean += left / n;
    double second = Math.max(0, (squares.value() - left * left / n) / n);
    double spread = Math.sqrt(second);
    double fourth = fourth(numbers, exponent, mean, spread);
    return new Moments(n, Math.scalb(mean, exponent), Math.scalb(spread, exponent), fourth);
  }

  private static double fourth(double[] numbers, int exponent, double mean, double spread) {
    if (spread == 0) {
      return 0;
    }
    Sum fourths = new Sum();
    for (double number : numbers) {
      double standardised = (Math.scalb(number, -exponent) - mean) / spread;
      double square = standardised * standardised;
      fourths.add(square * square);
    }
    return fourths.value() / numbers.length;
  }

  /** The root of the unbiased variance, of at least two numbers. */
  double sd() {
    return spread * Math.sqrt((double) count / (count - 1));
  }

  /** A sum with the rounding of each addition carried along. */
  static final class Sum {
    private double sum;
    private double carried;

    void add(double term) {
      double next = sum + term;
      carried += Math.abs(sum) >= Math.abs(term) ? (sum - next) + term : (term - next) + sum;
      sum = next;
    }

    double value() {
      return sum + carried;
    }
  }
}
