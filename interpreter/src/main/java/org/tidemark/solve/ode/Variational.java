package org.tidemark.solve.ode;

import java.util.Arrays;

/** The rates of a state followed by its derivatives with respect to each parameter. */
final class Variational implements RightHandSide {
  private static final double NEGLIGIBLE = 1e-6;
  private static final double NOISE_OF_DIFFERENCES = 1e-13;

  private final ParametricRates rates;
  private final double[] parameters;
  private final int n;

  Variational(ParametricRates rates, double[] parameters) {
    this.rates = rates;
    this.parameters = parameters;
    n = rates.dimension();
  }

  @Override
  public int dimension() {
    return n * (1 + parameters.length);
  }

  @Override
  public void rates(double time, double[] all, double[] into) {
    double[] state = Arrays.copyOf(all, n);
    double[] rate = new double[n];
    rates.rates(time, state, parameters, rate);
    System.arraycopy(rate, 0, into, 0, n);
    for (int k = 0; k < parameters.length; k++) {
      double[] column = Arrays.copyOfRange(all, n * (1 + k), n * (2 + k));
      double[] tangent = tangent(time, state, column, k);
      System.arraycopy(tangent, 0, into, n * (1 + k), n);
    }
  }

  /** The rates of the state alone. */
  RightHandSide alone() {
    return new RightHandSide() {
      @Override
      public int dimension() {
        return rates.dimension();
      }

      @Override
      public void rates(double time, double[] state, double[] into) {
        rates.rates(time, state, parameters, into);
      }
    };
  }

  /**
   * Derivatives go by their own size down to where they say nothing: where a whole change of the
   * parameter would change the state by less than this part of its largest.
   */
  Tolerance tolerance(Tolerance tolerance, Stretch alone) {
    boolean exact = isExact(alone.from(), alone.at(alone.from()));
    double[] absolute = Arrays.copyOf(tolerance.absolute(), n * (1 + parameters.length));
    double least = tolerance.relative() * NEGLIGIBLE;
    for (int i = 0; i < n; i++) {
      double largest = 0;
      for (double time : alone.times()) {
        largest = Math.max(largest, Math.abs(alone.component(i, time)));
      }
      if (tolerance.absolute().length == 0) {
        absolute[i] = tolerance.relative() * ErrorScale.FLOOR * largest;
      }
      for (int k = 0; k < parameters.length; k++) {
        double part = exact ? least : Math.max(least, NOISE_OF_DIFFERENCES);
        double size = Math.abs(parameters[k]);
        double floor = size == 0 ? 0 : part * largest / size;
        absolute[n * (1 + k) + i] = Double.isFinite(floor) ? floor : 0;
      }
    }
    return new Tolerance(tolerance.relative(), absolute);
  }

  /** Whether the rates supply their derivatives. */
  private boolean isExact(double time, double[] state) {
    double[] shift = new double[parameters.length];
    return rates.tangent(time, state, parameters, new double[n], shift, new double[n]);
  }

  private double[] tangent(double time, double[] state, double[] column, int parameter) {
    double[] shift = new double[parameters.length];
    shift[parameter] = 1;
    double[] tangent = new double[n];
    if (rates.tangent(time, state, parameters, column, shift, tangent)) {
      return tangent;
    }
    double reach = Direction.reach(state, column, parameters, shift);
    if (!(reach > 0) || Double.isInfinite(reach)) {
      Arrays.fill(tangent, Double.NaN);
      return tangent;
    }
    return Direction.derivative(
        distance -> {
          double[] there = new double[n];
          rates.rates(
              time, moved(state, distance, column), moved(parameters, distance, shift), there);
          return there;
        },
        reach);
  }

  static double[] moved(double[] from, double distance, double[] way) {
    double[] there = new double[from.length];
    for (int i = 0; i < there.length; i++) {
      there[i] = from[i] + distance * way[i];
    }
    return there;
  }
}
