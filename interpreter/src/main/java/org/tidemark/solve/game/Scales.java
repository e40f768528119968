package org.tidemark.solve.game;

/**
 * The caller's units over those in which a game is solved.
 *
 * @param distance unit of distance
 * @param output unit of output
 * @param value unit of value
 * @param time unit of time
 */
record Scales(double distance, double output, double value, double time) {
  static final Scales NONE = new Scales(1, 1, 1, 1);
}
