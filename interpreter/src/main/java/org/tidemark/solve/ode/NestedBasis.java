package org.tidemark.solve.ode;

/**
 * x, x(1-x), x^2(1-x), x^2(1-x)^2, … : the continuous extension of DOP853 (Hairer, Nørsett, Wanner,
 * Solving Ordinary Differential Equations I, II.6, in nested form).
 */
final class NestedBasis implements Basis {
  static final NestedBasis SEVEN = new NestedBasis(7);

  private final int size;

  private NestedBasis(int size) {
    this.size = size;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public void values(double place, double[] into) {
    double product = place;
    for (int k = 0; k < size; k++) {
      into[k] = product;
      product *= k % 2 == 0 ? 1 - place : place;
    }
  }

  @Override
  public void slopes(double place, double[] into) {
    double product = place;
    double slope = 1;
    for (int k = 0; k < size; k++) {
      into[k] = slope;
      boolean falling = k % 2 == 0;
      double factor = falling ? 1 - place : place;
      slope = slope * factor + (falling ? -product : product);
      product *= factor;
    }
  }

  @Override
  public double[] probes() {
    return new double[] {0.4, 0.85};
  }
}
