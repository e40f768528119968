package org.tidemark.solve.ode;

/** A condition that may depend on parameters; see {@link Switch}. */
@FunctionalInterface
public interface ParametricSwitch {

  /** Below zero where the condition is false. */
  double value(double time, double[] state, double[] parameters);
}
