package org.tidemark.spi.plot;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;

/**
 * Numbers along an axis: magnitudes in the axis's unit, decimal years on an axis of dates, places
 * from 0 on among categories. Not a number where something is missing. Immutable.
 */
public final class Coordinates {
  private final double[] numbers;

  private Coordinates(double[] numbers) {
    this.numbers = numbers;
  }

  /** These numbers. */
  public static Coordinates of(double... numbers) {
    return new Coordinates(numbers.clone());
  }

  /** These numbers. */
  public static Coordinates of(List<Double> numbers) {
    return new Coordinates(numbers.stream().mapToDouble(Double::doubleValue).toArray());
  }

  /** How many there are. */
  public int size() {
    return numbers.length;
  }

  /** One of them. */
  public double get(int index) {
    return numbers[index];
  }

  /** All of them, in order. */
  public DoubleStream stream() {
    return Arrays.stream(numbers);
  }

  /** Each of them changed, by a conversion of units for instance. */
  public Coordinates map(DoubleUnaryOperator change) {
    return new Coordinates(Arrays.stream(numbers).map(change).toArray());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Coordinates that && Arrays.equals(numbers, that.numbers);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(numbers);
  }

  @Override
  public String toString() {
    return Arrays.toString(numbers);
  }
}
