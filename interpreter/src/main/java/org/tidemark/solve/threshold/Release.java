package org.tidemark.solve.threshold;

/**
 * A fall of the threshold all at once, at a time nobody foresaw, such as a model that needs less.
 *
 * @param time from the start, not negative
 * @param fall by how much; negative for a rise
 */
public record Release(double time, double fall) {
  /**
   * Checks the parameters.
   *
   * @throws InadmissibleThreshold naming the first parameter outside its domain
   */
  public Release {
    if (!(time >= 0) || Double.isInfinite(time)) {
      throw new InadmissibleThreshold(
          "release time", time, 0, "paths start at the present", "give a time of zero or later");
    }
    if (!Double.isFinite(fall)) {
      throw new InadmissibleThreshold(
          "fall", fall, Double.NaN, "it is not a finite number", "give a finite fall");
    }
  }
}
