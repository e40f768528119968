package org.tidemark.spi;

/**
 * A short cut to what functions of the script give, for a solver that otherwise calls them with
 * values. It is asked first; where it knows nothing, the functions are called as ever, and the
 * short cut is told so that it may know more next time.
 *
 * <p>Its numbers have the bits of those that the functions give, in base units. It knows nothing
 * while inputs are followed for derivatives, nor where a function refuses.
 */
public interface NumericShortcut {
  /** Knows nothing. */
  NumericShortcut NONE =
      new NumericShortcut() {
        @Override
        public boolean at(double[] point, double[] values) {
          return false;
        }

        @Override
        public void called() {}
      };

  /**
   * The numbers at a point, if it knows them.
   *
   * @param point the numbers of the arguments, in order; not kept
   * @param values takes the numbers of the results, in order
   * @return whether it knows them; where not, {@code values} holds nothing of use
   */
  boolean at(double[] point, double[] values);

  /** To be told where the functions have been called at a point instead. */
  void called();
}
