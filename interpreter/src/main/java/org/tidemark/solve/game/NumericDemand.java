package org.tidemark.solve.game;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleUnaryOperator;

/**
 * An inverse demand known by its values only. On each octave of output that anybody asks about it
 * is the interpolant at Chebyshev points, whose derivatives and integral stand for the demand's
 * (Trefethen, Approximation Theory and Approximation Practice, 2013, chapter 21); so the function
 * is called a few dozen times in all.
 */
final class NumericDemand implements InverseDemand {
  private static final int DEGREE = 24;

  /** Last coefficients, relative to the price, above which a law is not smooth enough. */
  private static final double SMOOTH = 1e-9;

  /** Octaves below the typical output down to which an integral is taken. */
  private static final int OCTAVES = 52;

  /** Areas of octaves that shrink by this at least, far down, are summed as a geometric series. */
  private static final double CONVERGENT = 0.999;

  private final DoubleUnaryOperator law;
  private final double typicalOutput;
  private final Map<Integer, Octave> octaves = new ConcurrentHashMap<>();

  /** What lies below an octave, by its exponent. */
  private final Map<Integer, Double> areas = new ConcurrentHashMap<>();

  NumericDemand(DoubleUnaryOperator law, double typicalOutput) {
    this.law = law;
    this.typicalOutput = typicalOutput;
  }

  /** Chebyshev coefficients of the price and its derivatives between 2^k and 2^(k+1). */
  private static final class Octave {
    private final double from;
    private final double[] price = new double[DEGREE + 1];
    private final double[] slope;
    private final double[] curvature;
    private final double[] integral;

    Octave(int k, DoubleUnaryOperator law) {
      this.from = Math.scalb(1.0, k);
      double[] values = new double[DEGREE + 1];
      for (int j = 0; j <= DEGREE; j++) {
        double node = StrictMath.cos(Math.PI * j / DEGREE);
        values[j] = law.applyAsDouble(from * (1.5 + node / 2));
      }
      for (int n = 0; n <= DEGREE; n++) {
        double sum = 0;
        for (int j = 0; j <= DEGREE; j++) {
          double half = j == 0 || j == DEGREE ? 0.5 : 1;
          sum += half * values[j] * StrictMath.cos(Math.PI * ((n * j) % (2 * DEGREE)) / DEGREE);
        }
        price[n] = sum * 2 / DEGREE * (n == 0 || n == DEGREE ? 0.5 : 1);
      }
      double last = Math.abs(price[DEGREE]) + Math.abs(price[DEGREE - 1]);
      if (last > SMOOTH * Math.abs(price[0])) {
        Arrays.fill(price, Double.NaN);
      }
      this.slope = derivative(price);
      this.curvature = derivative(slope);
      this.integral = integral(price);
    }

    /** With respect to the place in [-1, 1]. */
    private static double[] derivative(double[] c) {
      double[] d = new double[c.length];
      for (int n = c.length - 2; n >= 0; n--) {
        d[n] = (n + 2 < c.length ? d[n + 2] : 0) + 2 * (n + 1) * c[n + 1];
      }
      d[0] /= 2;
      return d;
    }

    private static double[] integral(double[] c) {
      double[] sum = new double[c.length + 1];
      for (int n = 1; n < sum.length; n++) {
        double before = n == 1 ? 2 * c[0] : c[n - 1];
        sum[n] = (before - (n + 1 < c.length ? c[n + 1] : 0)) / (2 * n);
      }
      return sum;
    }

    private double at(double[] c, double output) {
      double t = 2 * (output / from) - 3;
      double one = 0;
      double two = 0;
      for (int n = c.length - 1; n >= 1; n--) {
        double next = 2 * t * one - two + c[n];
        two = one;
        one = next;
      }
      return t * one - two + c[0];
    }

    /** The integral of the price from the octave's beginning. */
    double area(double output) {
      return (at(integral, output) - at(integral, from)) * (from / 2);
    }
  }

  private Octave octave(double output) {
    return octaves.computeIfAbsent(Math.getExponent(output), k -> new Octave(k, law));
  }

  @Override
  public double typicalOutput() {
    return typicalOutput;
  }

  @Override
  public double price(double output) {
    Octave octave = octave(output);
    return octave.at(octave.price, output);
  }

  @Override
  public double slope(double output) {
    Octave octave = octave(output);
    return octave.at(octave.slope, output) * (2 / octave.from);
  }

  @Override
  public double curvature(double output) {
    Octave octave = octave(output);
    return octave.at(octave.curvature, output) * (2 / octave.from) * (2 / octave.from);
  }

  @Override
  public double consumerSurplus(double output) {
    if (output == 0) {
      return 0;
    }
    double upTo = octave(output).area(output) + below(Math.getExponent(output));
    return Double.isInfinite(upTo) ? upTo : upTo - price(output) * output;
  }

  /** The integral of the price up to 2^k; infinite where it is none. */
  private double below(int k) {
    // worked out outside of the map, since it takes long; twice does no harm
    Double known = areas.get(k);
    if (known == null) {
      known = sumBelow(k);
      areas.put(k, known);
    }
    return known;
  }

  private double sumBelow(int k) {
    double to = Math.scalb(1.0, k);
    double sum = 0;
    double last = Double.NaN;
    double ratio = 0;
    for (int i = 0; i < OCTAVES; i++) {
      double next = octave(to / 2).area(to);
      ratio = next / last;
      last = next;
      sum += last;
      to /= 2;
      if (Math.abs(last) <= 1e-17 * sum) {
        return sum;
      }
    }
    return ratio < CONVERGENT ? sum + last * ratio / (1 - ratio) : Double.POSITIVE_INFINITY;
  }

  /** Told by whether the price still rises where output vanishes. */
  @Override
  public double choke() {
    double near = law.applyAsDouble(typicalOutput * 1e-12);
    double nearer = law.applyAsDouble(typicalOutput * 1e-15);
    return nearer - near <= 1e-6 * Math.abs(nearer) ? nearer : Double.POSITIVE_INFINITY;
  }
}
