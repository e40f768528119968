package org.tidemark.solve.game;

/** A game, made ready to be followed away from the crossing piece by piece. */
interface Dynamics {
  /** How many numbers the state has: groups of firms and two. */
  int size();

  /** What holds at the crossing and next to it. */
  Piece first();

  /**
   * What follows a piece whose farther end is finite.
   *
   * @throws NoEquilibrium where nothing does
   */
  Piece next(Piece piece);

  /** Aggregate output and, in {@code outputs}, that of one firm of each group. */
  double outputs(double x, double[] state, Activity[] regime, double[] outputs);

  /** The slopes of the state that follow from the state, in the given regime. */
  void slopes(double x, double[] state, Activity[] regime, double[] slopes);

  /** The units in which states, distances and outputs are counted. */
  Scales scales();

  /** How it is followed, in words. */
  String method();

  /** The same followed with more care, to tell the error by the difference. */
  Dynamics finer();

  /** The same with the present value of consumer surplus followed too. */
  Dynamics withSurplus();

  /** What is maximised by whom. */
  Objective objective();
}
