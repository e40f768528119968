package org.tidemark.render.chart;

/**
 * Numbers from low to high, along an axis.
 *
 * @param low finite
 * @param high finite and above low
 */
record Range(double low, double high) {
  boolean holds(double number) {
    return number >= low && number <= high;
  }
}
