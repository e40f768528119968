package org.tidemark.spi.value;

/** A value that is known by where it lies how likely, such as a sampled answer. */
public interface Spread {
  /**
   * The value below which the given part of the probability lies: a quantity, a date or never.
   *
   * @param probability from 0 to 1
   * @throws org.tidemark.spi.Problem where there is none
   */
  Value quantile(double probability);

  /**
   * How likely it is in each of so many parts of equal width, between the lowest and the highest
   * hundredth; in any proportion to probabilities. Empty where it lies in one place.
   */
  double[] shares(int parts);

  /** What a reader has to know besides: {@code "500 draws, 3 never"}; may be empty. */
  String remark();
}
