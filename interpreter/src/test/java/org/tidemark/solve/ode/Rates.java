package org.tidemark.solve.ode;

/** Right-hand sides from expressions. */
@FunctionalInterface
interface Rates {
  void at(double time, double[] state, double[] rates);

  static RightHandSide of(int dimension, Rates rates) {
    return new RightHandSide() {
      @Override
      public int dimension() {
        return dimension;
      }

      @Override
      public void rates(double time, double[] state, double[] into) {
        rates.at(time, state, into);
      }
    };
  }
}
