package org.tidemark.vocab.processes;

/** How the states of processes move with the input that is followed. */
interface Motion {
  /**
   * The derivatives of the states at a time that moves itself; not numbers where they are unknown.
   *
   * @param pace the derivative of the time
   */
  double[] at(double years, double pace);

  /**
   * What becomes of the states at a time at which something happens, or between steps.
   *
   * @return null where the states go on smoothly
   */
  Passage passage(double years);

  /**
   * A time at which states jump or turn.
   *
   * @param pace the derivative of the time
   * @param before the states just before; null where they hold from step to step
   * @param movesBefore their derivatives, along with the time
   * @param movesAfter those just after
   */
  record Passage(
      double years, double pace, double[] before, double[] movesBefore, double[] movesAfter) {}
}
