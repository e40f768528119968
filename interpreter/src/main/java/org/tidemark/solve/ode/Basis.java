package org.tidemark.solve.ode;

/** The functions of the place in a step, 0 to 1, in which its continuous extension is written. */
interface Basis {

  /** How many. */
  int size();

  /** Their values at a place. */
  void values(double place, double[] into);

  /** Their derivatives at a place. */
  void slopes(double place, double[] into);

  /** Two places at which the extension is not tied to the rates, for measuring its defect. */
  double[] probes();
}
