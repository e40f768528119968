package org.tidemark.solve.capacity;

import java.util.function.DoubleUnaryOperator;
import org.tidemark.solve.Quadrature;

/** The capacity of one firm while it builds, as a function of the time since the start. */
public interface CapacityPath {

  /** The capacity at a time, output per unit of time. */
  double at(double time);

  /** What a firm that runs at capacity has made by a time. */
  double made(double time);

  /** How {@link #made} is found, in words. */
  String method();

  /** A capacity that stays as it is until construction is done. */
  static CapacityPath constant(double capacity) {
    return linear(capacity, 0);
  }

  /** A capacity that grows by so much per unit of time. */
  static CapacityPath linear(double initial, double growth) {
    return new CapacityPath() {
      @Override
      public double at(double time) {
        return initial + growth * time;
      }

      @Override
      public double made(double time) {
        return time * (initial + growth * time / 2);
      }

      @Override
      public String method() {
        return growth == 0 ? "constant capacity" : "capacity growing along a line";
      }
    };
  }

  /** Any capacity, piecewise smooth, summed by quadrature. */
  static CapacityPath of(DoubleUnaryOperator capacity) {
    return new CapacityPath() {
      @Override
      public double at(double time) {
        return capacity.applyAsDouble(time);
      }

      @Override
      public double made(double time) {
        return Quadrature.of(capacity, 0, time).value();
      }

      @Override
      public String method() {
        return "capacity summed by quadrature";
      }
    };
  }
}
