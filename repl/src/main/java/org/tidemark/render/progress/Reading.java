package org.tidemark.render.progress;

/**
 * How far some work has come at a moment.
 *
 * @param what it is, {@code sampling nash.time}
 * @param done how much is done
 * @param total how much there is to do; 0 where that is not known
 * @param unit what is counted; empty where only the share tells
 * @param seconds since it began
 * @param rate how much is done in a second; not a number where that cannot be told yet
 */
record Reading(String what, long done, long total, String unit, double seconds, double rate) {
  /** The part that is done; not a number where the whole is not known. */
  double share() {
    return total > 0 ? Math.min(1, done / (double) total) : Double.NaN;
  }

  /** The seconds that it will take; not a number where that cannot be told. */
  double left() {
    return total > 0 && rate > 0 ? Math.max(0, total - done) / rate : Double.NaN;
  }
}
