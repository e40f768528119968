package org.tidemark.solve.ode;

/**
 * How large the error of one step may be: the root mean square over the components of error over
 * scale is at most 1, where the scale of a component is {@code absolute + relative * |value|}.
 *
 * <p>Without absolute tolerances each component's is {@code relative} times 1e-10 of the largest
 * magnitude the component has had since the start, so that components of any unit and size are
 * solved for and one that has died out does not hold the others up.
 *
 * @param relative between {@link #FINEST} and 0.1
 * @param absolute one for each component, in its unit, zero or above; empty for the scales above
 */
public record Tolerance(double relative, double[] absolute) {

  /** Below this the rounding of a step is as large as the error allowed. */
  public static final double FINEST = 2e-14;

  private static final double STRICT = 1e-11;

  /** Checks and copies. */
  public Tolerance {
    if (!(relative >= FINEST && relative <= 0.1)) {
      throw IntegrationRefused.inadmissible(
          "a relative tolerance of " + relative + " is outside " + FINEST + " to 0.1",
          "give one between them; 1e-11 is the default");
    }
    absolute = absolute.clone();
    for (double each : absolute) {
      if (!(each >= 0) || Double.isInfinite(each)) {
        throw IntegrationRefused.inadmissible(
            "an absolute tolerance of " + each + " is not a size of an error",
            "give zero or a positive number");
      }
    }
  }

  /** The default: strict enough for 1e-8 at the end of the problems of the IVP test set. */
  public static Tolerance strict() {
    return relative(STRICT);
  }

  /** A relative tolerance alone. */
  public static Tolerance relative(double relative) {
    return new Tolerance(relative, new double[0]);
  }

  @Override
  public double[] absolute() {
    return absolute.clone();
  }
}
