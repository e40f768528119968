package org.tidemark.solve.ode;

/** How an integration steps. */
public enum Stepping {
  /** Explicit, and implicit where stability rather than accuracy would limit the step. */
  AUTOMATIC,
  /** The explicit pair of Dormand and Prince of order 8. */
  EXPLICIT,
  /** The implicit methods Radau IIA of orders 5, 9 and 13. */
  STIFF
}
