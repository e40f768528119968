package org.tidemark.spi.foreign;

/** A text of another language that has been read. Immutable and safe for several threads. */
public interface ForeignProgram {
  /**
   * Runs what stands outside of functions, in surroundings of its own that reach neither files nor
   * the network nor the host.
   *
   * @param stops is told, before anything runs, how to end the work from another thread
   * @throws ForeignProblem where that fails
   */
  ForeignContext open(Stops stops);

  /** Takes the way to end the work of a context. */
  @FunctionalInterface
  interface Stops {
    /**
     * Called once, before anything runs.
     *
     * @param stop ends what runs in the context, which then throws a {@link ForeignProblem} that is
     *     stopped; to be called from another thread. The context is of no use afterwards
     */
    void by(Runnable stop);
  }
}
