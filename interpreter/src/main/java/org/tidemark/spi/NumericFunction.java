package org.tidemark.spi;

import java.util.Optional;

/**
 * A function of the script as a solver calls it: numbers in, a number out, all of them magnitudes
 * in base units. A date is its decimal year, a truth value 1 or 0 and {@code never} positive
 * infinity.
 *
 * <p>Where its expression is made of numbers it is compiled after some calls. That changes nothing
 * but the time that it takes: the bits are those of the evaluator, and so is what is thrown where
 * there is no value.
 *
 * <p>Belongs to the evaluation that it comes from, and so to one thread at a time, as every value
 * does.
 */
@FunctionalInterface
public interface NumericFunction {
  /** The number of arguments that it takes; -1 where that varies. */
  default int arity() {
    return -1;
  }

  /**
   * Its value at a point.
   *
   * @param point as many numbers as it takes; not kept
   * @throws RuntimeException the evaluator's, where the expression has no value there
   */
  double at(double... point);

  /** Its value where it takes one number. */
  default double at1(double x) {
    return at(x);
  }

  /** Its value where it takes two numbers. */
  default double at2(double x, double y) {
    return at(x, y);
  }

  /** Whether it is compiled by now. */
  default boolean isCompiled() {
    return false;
  }

  /** Why it cannot be compiled, where that has been tried. */
  default Optional<String> obstacle() {
    return Optional.empty();
  }
}
