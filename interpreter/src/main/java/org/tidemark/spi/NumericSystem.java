package org.tidemark.spi;

import java.util.Optional;

/**
 * Several functions of the script of the same arguments, such as the right-hand sides of a system
 * of differential equations. What they have in common is worked out once for each point.
 *
 * <p>As with {@link NumericFunction}, numbers are magnitudes in base units, and compiling it
 * changes nothing but the time that it takes.
 */
public interface NumericSystem {
  /** The number of arguments that each function takes. */
  int arity();

  /** The number of functions. */
  int size();

  /**
   * The values at a point.
   *
   * @param point as many numbers as the functions take; not kept
   * @param values takes the value of each function, in order
   * @throws RuntimeException the evaluator's, of the first function that has no value there
   */
  void at(double[] point, double[] values);

  /** Whether it is compiled by now. */
  boolean isCompiled();

  /** Why it cannot be compiled, where that has been tried. */
  Optional<String> obstacle();
}
