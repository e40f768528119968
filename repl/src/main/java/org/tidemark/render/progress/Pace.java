package org.tidemark.render.progress;

/**
 * How fast some work goes, smoothed: what it did lately counts most, so that a change of pace shows
 * within some seconds and a single slow step does not.
 */
final class Pace {
  /** After so many seconds the past counts a third. */
  private static final double MEMORY = 4;

  /** Before, work that has just begun goes slower than it will. */
  private static final double TOLD_FROM = 2;

  private double seconds;
  private long done;
  private double rate = Double.NaN;

  /**
   * Takes how far the work has come.
   *
   * @param now seconds since it began
   * @param all how much is done
   * @return how much is done in a second; not a number before that can be told
   */
  double at(double now, long all) {
    double time = now - seconds;
    if (time > 0 && all > 0) {
      double lately = (all - done) / time;
      double past = Double.isNaN(rate) ? 0 : StrictMath.exp(-time / MEMORY);
      rate = Double.isNaN(rate) ? lately : past * rate + (1 - past) * lately;
      seconds = now;
      done = all;
    }
    return now < TOLD_FROM ? Double.NaN : rate;
  }
}
