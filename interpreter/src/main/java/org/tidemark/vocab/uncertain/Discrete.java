package org.tidemark.vocab.uncertain;

import java.util.Arrays;
import java.util.Comparator;
import java.util.OptionalDouble;
import org.tidemark.quantity.NumberText;
import org.tidemark.quantity.Quantity;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.spi.value.Distribution;

/** One of several values, each with a probability of its own. */
final class Discrete implements Distribution {
  private final double[] values;
  private final double[] weights;
  private final double[] upTo;

  /**
   * Values and weights of one length; the weights are not negative and have a sum above 0, and need
   * not add up to 1.
   */
  Discrete(double[] values, double[] weights) {
    int n = values.length;
    Integer[] order = new Integer[n];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingDouble(i -> values[i]));
    double total = 0;
    for (double weight : weights) {
      total += weight;
    }
    this.values = new double[n];
    this.weights = new double[n];
    this.upTo = new double[n];
    double sum = 0;
    for (int i = 0; i < n; i++) {
      this.values[i] = values[order[i]];
      this.weights[i] = weights[order[i]] / total;
      sum += weights[order[i]];
      upTo[i] = sum / total;
    }
    // what rounding leaves must not open a gap at the top
    int last = n - 1;
    while (this.weights[last] == 0) {
      upTo[last--] = 1;
    }
    upTo[last] = 1;
  }

  @Override
  public double median() {
    return quantile(0.5);
  }

  @Override
  public double quantile(double probability) {
    for (int i = 0; i < values.length; i++) {
      if (weights[i] > 0 && upTo[i] >= probability) {
        return values[i];
      }
    }
    return values[values.length - 1];
  }

  @Override
  public double cumulative(double magnitude) {
    double sum = 0;
    for (int i = 0; i < values.length && values[i] <= magnitude; i++) {
      sum = upTo[i];
    }
    return sum;
  }

  @Override
  public OptionalDouble expectation(double low, double high) {
    double sum = 0;
    double inside = 0;
    for (int i = 0; i < values.length; i++) {
      if (weights[i] > 0 && values[i] >= low && values[i] <= high) {
        sum += weights[i] * values[i];
        inside += weights[i];
      }
    }
    return Made.within(low, sum / inside, high);
  }

  @Override
  public String text(UnitExpression unit) {
    StringBuilder text = new StringBuilder("discrete([");
    for (int i = 0; i < values.length; i++) {
      text.append(i == 0 ? "" : ", ").append(new Quantity(values[i], unit).text());
    }
    text.append("], [");
    for (int i = 0; i < values.length; i++) {
      text.append(i == 0 ? "" : ", ").append(NumberText.sensible(weights[i]));
    }
    return text.append("])").toString();
  }
}
