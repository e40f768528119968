package org.tidemark.vocab.uncertain;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.tidemark.quantity.Quantity;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.spi.value.Distribution;

/** What was observed, interpolated linearly between the observations. */
final class Empirical implements Distribution {
  private final double[] sorted;

  /** At least two observations. */
  Empirical(double[] observations) {
    sorted = observations.clone();
    Arrays.sort(sorted);
  }

  @Override
  public double median() {
    return quantile(0.5);
  }

  @Override
  public double quantile(double probability) {
    double position = probability * (sorted.length - 1);
    int below = Math.min(sorted.length - 2, (int) Math.floor(position));
    double part = position - below;
    return sorted[below] + part * (sorted[below + 1] - sorted[below]);
  }

  @Override
  public double cumulative(double magnitude) {
    int last = sorted.length - 1;
    if (magnitude < sorted[0]) {
      return 0;
    }
    if (magnitude >= sorted[last]) {
      return 1;
    }
    int above = 0;
    while (sorted[above] <= magnitude) {
      above++;
    }
    double part = (magnitude - sorted[above - 1]) / (sorted[above] - sorted[above - 1]);
    return (above - 1 + part) / last;
  }

  @Override
  public OptionalDouble expectation(double low, double high) {
    double sum = 0;
    double inside = 0;
    for (int i = 0; i + 1 < sorted.length; i++) {
      double width = sorted[i + 1] - sorted[i];
      double from = Math.max(low, sorted[i]);
      double to = Math.min(high, sorted[i + 1]);
      if (from <= to) {
        double part = width == 0 ? 1 : (to - from) / width;
        sum += part * (from / 2 + to / 2);
        inside += part;
      }
    }
    return Made.within(low, sum / inside, high);
  }

  @Override
  public String text(UnitExpression unit) {
    return "empirical, "
        + sorted.length
        + " values from "
        + new Quantity(sorted[0], unit).text()
        + " to "
        + new Quantity(sorted[sorted.length - 1], unit).text();
  }
}
