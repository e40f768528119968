package org.tidemark.solve.ode;

/** What an event makes of the state. */
@FunctionalInterface
public interface Reset {
  /** The state just after, from that just before. */
  double[] after(double time, double[] state, double[] parameters);
}
