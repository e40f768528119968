package org.tidemark.solve;

import java.util.function.DoubleUnaryOperator;

/**
 * An integral and an estimate of its error, by the fifteen-point Gauss-Kronrod rule with bisection.
 *
 * @param value the integral
 * @param error an estimate of how far it is off, rounding included
 */
public record Quadrature(double value, double error) {
  private static final double[] NODES = {
    0.991455371120812639206854697526329,
    0.949107912342758524526189684047851,
    0.864864423359769072789712788640926,
    0.741531185599394439863864773280788,
    0.586087235467691130294144691258380,
    0.405845151377397166906606412076961,
    0.207784955007898467600689403773245,
    0
  };
  private static final double[] KRONROD = {
    0.022935322010529224963732008058970,
    0.063092092629978553290700663189204,
    0.104790010322250183839876322541518,
    0.140653259715525918745189590510238,
    0.169004726639267902826583426598550,
    0.190350578064785409913256402421014,
    0.204432940075298892414161999234649,
    0.209482141084727828012999174891714
  };

  /** Weights of the seven-point Gauss rule, whose nodes are every other one of the fifteen. */
  private static final double[] GAUSS = {
    0.129484966168869693270611432679082,
    0.279705391489276667901467771423780,
    0.381830050505118944950369775488975,
    0.417959183673469387755102040816327
  };

  private static final double RELATIVE_TOLERANCE = 1e-14;
  private static final int MAX_DEPTH = 20;

  /** One application of the rule, with the integral of the integrand's absolute value. */
  private record Panel(Quadrature whole, double size) {}

  /** The integral of a smooth function over a finite interval. */
  public static Quadrature of(DoubleUnaryOperator integrand, double from, double to) {
    return refine(integrand, from, to, MAX_DEPTH);
  }

  /** The two intervals taken together. */
  public Quadrature plus(Quadrature other) {
    return new Quadrature(value + other.value, error + other.error);
  }

  private static Quadrature refine(
      DoubleUnaryOperator integrand, double from, double to, int depth) {
    Panel panel = panel(integrand, from, to);
    if (depth == 0 || panel.whole.error <= RELATIVE_TOLERANCE * panel.size) {
      return panel.whole;
    }
    double middle = from + (to - from) / 2;
    return refine(integrand, from, middle, depth - 1)
        .plus(refine(integrand, middle, to, depth - 1));
  }

  private static Panel panel(DoubleUnaryOperator integrand, double from, double to) {
    double centre = from + (to - from) / 2;
    double half = (to - from) / 2;
    double middle = integrand.applyAsDouble(centre);
    double kronrod = KRONROD[7] * middle;
    double gauss = GAUSS[3] * middle;
    double size = KRONROD[7] * Math.abs(middle);
    for (int i = 0; i < 7; i++) {
      double left = integrand.applyAsDouble(centre - half * NODES[i]);
      double right = integrand.applyAsDouble(centre + half * NODES[i]);
      kronrod += KRONROD[i] * (left + right);
      size += KRONROD[i] * (Math.abs(left) + Math.abs(right));
      if (i % 2 == 1) {
        gauss += GAUSS[i / 2] * (left + right);
      }
    }
    double rounding = 2 * Math.ulp(size);
    double difference = Math.abs(kronrod - gauss);
    // as in QUADPACK: the Kronrod rule is right to about the power 3/2 of what separates the two
    double truncation =
        size == 0 ? 0 : size * Math.min(1, StrictMath.pow(200 * difference / size, 1.5));
    double width = Math.abs(half);
    return new Panel(new Quadrature(half * kronrod, width * (truncation + rounding)), width * size);
  }
}
