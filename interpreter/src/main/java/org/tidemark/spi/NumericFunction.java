package org.tidemark.spi;

/**
 * A number that depends on numbers, all in base units: a rate of change on the time and the states,
 * say. What solvers call many times has this form, whoever works it out.
 */
@FunctionalInterface
public interface NumericFunction {
  /** Its value at a point. */
  double at(double... point);
}
