package org.tidemark.solve.game;

import java.util.function.DoubleUnaryOperator;

/**
 * An inverse demand known by its values. Derivatives are central differences of eighth order
 * (Fornberg, Mathematics of Computation 51, 1988) over an eighth of the output to either side;
 * consumer surplus is an integral by Gauss-Legendre panels that halve towards zero output.
 */
final class NumericDemand implements InverseDemand {
  private static final double STEP = 1.0 / 32;
  private static final double[] FIRST = {4.0 / 5, -1.0 / 5, 4.0 / 105, -1.0 / 280};
  private static final double[] SECOND = {8.0 / 5, -1.0 / 5, 8.0 / 315, -1.0 / 560};
  private static final double SECOND_CENTRE = -205.0 / 72;
  private static final double[] NODES = {
    0.1488743389816312,
    0.4333953941292472,
    0.6794095682990244,
    0.8650633666889845,
    0.9739065285171717
  };
  private static final double[] WEIGHTS = {
    0.2955242247147529,
    0.2692667193099963,
    0.2190863625159820,
    0.1494513491505806,
    0.0666713443086881
  };

  /** Panels this long, as a ratio of their ends, are integrated to rounding. */
  private static final double OCTAVE = 1.5;

  /** Halvings after which what is left of the integral is below rounding where P(0) is finite. */
  private static final int PANELS = 54;

  private final DoubleUnaryOperator law;
  private final double typicalOutput;

  /** The integral of the price up to the typical output; infinite where it has none. */
  private final double atTypical;

  NumericDemand(DoubleUnaryOperator law, double typicalOutput) {
    this.law = law;
    this.typicalOutput = typicalOutput;
    this.atTypical = fromZero(typicalOutput);
  }

  @Override
  public double typicalOutput() {
    return typicalOutput;
  }

  @Override
  public double price(double output) {
    return law.applyAsDouble(output);
  }

  @Override
  public double slope(double output) {
    double h = STEP * output;
    double sum = 0;
    for (int i = 1; i <= 4; i++) {
      sum += FIRST[i - 1] * (price(output + i * h) - price(output - i * h));
    }
    return sum / h;
  }

  @Override
  public double curvature(double output) {
    double h = STEP * output;
    double sum = SECOND_CENTRE * price(output);
    for (int i = 1; i <= 4; i++) {
      sum += SECOND[i - 1] * (price(output + i * h) + price(output - i * h));
    }
    return sum / h / h;
  }

  @Override
  public double consumerSurplus(double output) {
    if (output == 0 || Double.isInfinite(atTypical)) {
      return output == 0 ? 0 : Double.POSITIVE_INFINITY;
    }
    double sum = atTypical;
    double at = typicalOutput;
    while (at != output) {
      double to = Math.max(at / OCTAVE, Math.min(at * OCTAVE, output));
      sum += panel(at, to);
      at = to;
    }
    return sum - price(output) * output;
  }

  private double panel(double from, double to) {
    double half = (to - from) / 2;
    double centre = from + half;
    double sum = 0;
    for (int i = 0; i < NODES.length; i++) {
      double away = half * NODES[i];
      sum += WEIGHTS[i] * (price(centre - away) + price(centre + away));
    }
    return half * sum;
  }

  private double fromZero(double output) {
    double sum = 0;
    double last = 0;
    double to = output;
    for (int i = 0; i < PANELS; i++) {
      last = panel(to / 2, to);
      sum += last;
      to /= 2;
      if (last <= 1e-17 * sum) {
        return sum;
      }
    }
    return last <= 1e-13 * sum ? sum : Double.POSITIVE_INFINITY;
  }

  /** Told by whether the price still rises where output vanishes. */
  @Override
  public double choke() {
    double near = price(typicalOutput * 1e-12);
    double nearer = price(typicalOutput * 1e-15);
    return nearer - near <= 1e-6 * Math.abs(nearer) ? nearer : Double.POSITIVE_INFINITY;
  }
}
