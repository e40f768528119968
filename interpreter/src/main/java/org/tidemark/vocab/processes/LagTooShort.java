package org.tidemark.vocab.processes;

/** Thrown where a law reads a past that the step under way has not reached yet. */
final class LagTooShort extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final double lag;

  LagTooShort(double lag) {
    super(null, null, false, false);
    this.lag = lag;
  }

  /** The lag, in years; steps have to be no longer. */
  double lag() {
    return lag;
  }
}
