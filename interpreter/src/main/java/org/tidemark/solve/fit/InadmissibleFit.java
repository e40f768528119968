package org.tidemark.solve.fit;

import org.tidemark.solve.InadmissibleInput;

/** Data that cannot carry the fit asked of them. */
public final class InadmissibleFit extends InadmissibleInput {
  private static final long serialVersionUID = 1L;

  private final boolean withoutSolution;

  InadmissibleFit(String parameter, double value, double bound, String reason, String cure) {
    this(parameter, value, bound, reason, cure, false);
  }

  private InadmissibleFit(
      String parameter,
      double value,
      double bound,
      String reason,
      String cure,
      boolean withoutSolution) {
    super(parameter, value, bound, reason, cure);
    this.withoutSolution = withoutSolution;
  }

  /** Where a search finds no minimum. */
  static InadmissibleFit noMinimum(String parameter, double value, String reason, String cure) {
    return new InadmissibleFit(parameter, value, Double.NaN, reason, cure, true);
  }

  /** Whether the data are fine and a minimum was not found. */
  public boolean isWithoutSolution() {
    return withoutSolution;
  }

  /** Where there is no bound to name. */
  static InadmissibleFit of(String parameter, double value, String reason, String cure) {
    return new InadmissibleFit(parameter, value, Double.NaN, reason, cure);
  }

  /**
   * Checks observations.
   *
   * @throws InadmissibleFit naming the first that is not a finite number
   */
  static double[] finite(String name, double[] values) {
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        throw of(
            name,
            values[i],
            "observation " + (i + 1) + " of " + name + " is not a finite number",
            "leave that row out");
      }
    }
    return values.clone();
  }

  /**
   * Checks observations whose logarithm is taken.
   *
   * @throws InadmissibleFit naming the first that is not positive
   */
  static double[] positive(String name, double[] values) {
    for (int i = 0; i < values.length; i++) {
      if (!(values[i] > 0) || Double.isInfinite(values[i])) {
        throw new InadmissibleFit(
            name,
            values[i],
            0,
            "observation "
                + (i + 1)
                + " of "
                + name
                + " is not above zero, and this form works on logarithms",
            "leave out rows without a positive " + name);
      }
    }
    return values.clone();
  }

  /**
   * Checks that lists of observations belong together.
   *
   * @throws InadmissibleFit if their lengths differ
   */
  static void sameLength(String name, int length, int expected) {
    if (length != expected) {
      throw new InadmissibleFit(
          name,
          length,
          expected,
          "there are " + length + " values of " + name + " for " + expected + " observations",
          "give one for each");
    }
  }

  /**
   * Checks that there are more observations than parameters.
   *
   * @throws InadmissibleFit if no degree of freedom is left
   */
  static void enough(int observations, int parameters) {
    if (observations <= parameters) {
      throw new InadmissibleFit(
          "observations",
          observations,
          parameters,
          observations
              + " observations leave no degree of freedom to "
              + parameters
              + " parameters, so that no error can be told",
          "give at least " + (parameters + 1) + " observations or hold a parameter");
    }
  }
}
