package org.tidemark.solve.threshold;

/**
 * How a threshold of cumulative output moves. Only differences and the speed count. Times run from
 * the start of the game, which is zero.
 */
public interface ThresholdPath {

  /** By how much the threshold is higher at one time than at another. */
  double rise(double from, double to);

  /** Its speed g, negative while it comes nearer. */
  double rate(double time);

  /** How rises and speeds are found, in words. */
  String method();

  /** A threshold that stands still. */
  static ThresholdPath still() {
    return new ConstantDrift(0);
  }
}
