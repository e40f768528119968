package org.tidemark.solve.game;

/**
 * A stretch of remaining distance on which a solution is one smooth function. The state is the
 * value of each group of firms, then the time to the crossing, then the present value of consumer
 * surplus.
 */
abstract class Piece {
  private final double from;
  private final double to;
  private final Activity[] regime;

  /**
   * A piece.
   *
   * @param from its end nearer to the crossing
   * @param to its farther end; infinite for the last one
   * @param regime what each group does on it; not to be changed by anybody
   */
  Piece(double from, double to, Activity[] regime) {
    this.from = from;
    this.to = to;
    this.regime = regime;
  }

  final double from() {
    return from;
  }

  final double to() {
    return to;
  }

  final Activity[] regime() {
    return regime;
  }

  /**
   * The state at a distance on it, and the slope of the state that the piece itself has there.
   *
   * @param slopes filled in where not null
   */
  abstract void evaluate(double x, double[] state, double[] slopes);

  /** The state at its farther end, where that is finite. */
  abstract double[] end();
}
