package org.tidemark.solve.ode;

/**
 * One step with its continuous extension: base plus the sum of the basis functions times terms.
 *
 * @param from where its use begins
 * @param to where its use ends: the end of the step, or short of it where an event ended it, or a
 *     hair beyond where the rates jump there
 * @param origin where the step begins
 * @param ahead where the step ends, with the state {@code end}
 * @param step its size
 */
record Segment(
    double from,
    double to,
    double origin,
    double ahead,
    double step,
    double[] base,
    double[] end,
    double[][] terms,
    Basis basis) {

  Segment(
      double from,
      double to,
      double step,
      double[] base,
      double[] end,
      double[][] terms,
      Basis basis) {
    this(from, to, from, to, step, base, end, terms, basis);
  }

  /** The same, used between other times. */
  Segment between(double first, double last) {
    return new Segment(first, last, origin, ahead, step, base, end, terms, basis);
  }

  /** The state; at the ends of the step exactly what the method gave. */
  void values(double time, double[] into) {
    if (time == ahead) {
      System.arraycopy(end, 0, into, 0, end.length);
      return;
    }
    double[] weights = new double[basis.size()];
    basis.values((time - origin) / step, weights);
    for (int i = 0; i < into.length; i++) {
      into[i] = base[i] + sum(weights, i);
    }
  }

  double value(int component, double time) {
    if (time == ahead) {
      return end[component];
    }
    double[] weights = new double[basis.size()];
    basis.values((time - origin) / step, weights);
    return base[component] + sum(weights, component);
  }

  void slopes(double time, double[] into) {
    double[] weights = new double[basis.size()];
    basis.slopes((time - origin) / step, weights);
    for (int i = 0; i < into.length; i++) {
      into[i] = sum(weights, i) / step;
    }
  }

  double slope(int component, double time) {
    double[] weights = new double[basis.size()];
    basis.slopes((time - origin) / step, weights);
    return sum(weights, component) / step;
  }

  private double sum(double[] weights, int component) {
    double sum = 0;
    for (int k = weights.length - 1; k >= 0; k--) {
      sum += weights[k] * terms[k][component];
    }
    return sum;
  }
}
