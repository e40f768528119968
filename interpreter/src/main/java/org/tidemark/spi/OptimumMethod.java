package org.tidemark.spi;

/**
 * A way to search for the best point of a box, for {@code minimise} and {@code maximise}: {@code
 * minimise({ x: 0..3 }, cost(x), method: "annealing")}. What it finds is put back into the
 * objective and the conditions, and searched around, before a script sees it.
 */
public interface OptimumMethod {
  /** The text by which scripts ask for it. */
  String name();

  /** What it does and when to use it, in one sentence. */
  String doc();

  /**
   * The best point that it finds.
   *
   * @return one number for each unknown, within its bounds
   */
  double[] search(Task task);

  /** What is to be searched. Unknowns are numbers in base units. */
  interface Task {
    /** The number of unknowns. */
    int size();

    /** The lower bound of an unknown; finite. */
    double low(int unknown);

    /** The upper bound of an unknown; finite. */
    double high(int unknown);

    /**
     * What is to be made small. Not a number where the objective has no value; of what is to be
     * made large, the negative.
     */
    double objective(double[] point);

    /** By how much conditions are broken, relative to their sides; 0 where all hold. */
    double breach(double[] point);
  }
}
