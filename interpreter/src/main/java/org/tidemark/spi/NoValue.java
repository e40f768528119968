package org.tidemark.spi;

/**
 * An evaluation that came to no value. Calling a function of the script throws it; whoever calls at
 * points of their own choosing may catch it and take the function as not defined there, unless the
 * evaluation was asked to stop.
 */
public abstract class NoValue extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says why. */
  protected NoValue(String message) {
    super(message, null, false, false);
  }

  /** Whether the model has no solution, rather than the script being wrong. */
  public abstract boolean isNoSolution();

  /**
   * The same, saying when.
   *
   * @param when in words, such as "after 2 year"
   */
  public abstract NoValue during(String when);

  /** Whether somebody asked the evaluation to stop. */
  public abstract boolean isStopped();

  /**
   * Whether it was the model, or a value in it, that was refused: a bound, a division by zero, no
   * solution. Where it was not, nothing is said about the model: the work was ended or grew beyond
   * its limits, a file could not be read, or the script is wrong.
   */
  public abstract boolean isRefusal();

  /**
   * Whether it says nothing of what was asked for, because the run was asked to end: asking again
   * may give a value.
   */
  public boolean isPassing() {
    return isStopped();
  }
}
