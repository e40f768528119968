package org.tidemark.solve.ode;

/**
 * A condition on the way: true where its value is zero or above. It fires where it becomes true
 * after having been false, and that place is located.
 */
@FunctionalInterface
public interface Switch {

  /** Below zero where the condition is false. The state must be neither kept nor changed. */
  double value(double time, double[] state);
}
