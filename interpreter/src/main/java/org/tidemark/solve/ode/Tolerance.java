package org.tidemark.solve.ode;

/**
 * How large the error of one step may be: the root mean square over the components of error over
 * scale is at most 1, where the scale of a component is {@code absolute + relative * |value|}.
 *
 * <p>Without absolute tolerances each component's is {@code relative} times 1e-10 of the largest
 * magnitude the component has had since the start, so that components of any unit and size are
 * solved for and one that has died out does not hold the others up. Components of one kind, which
 * could be added up, also need no more than 1e-16 of the largest of their kind: then one that
 * starts from zero at the end of a long chain does not hold the others up either.
 *
 * @param relative between {@link #FINEST} and 0.1
 * @param absolute one for each component, in its unit, zero or above; empty for the scales above
 * @param kinds the kind of each component, numbered from 0; empty if each is of its own
 */
public record Tolerance(double relative, double[] absolute, int[] kinds) {

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
    kinds = kinds.clone();
    for (int each : kinds) {
      if (each < 0 || each >= kinds.length) {
        throw IntegrationRefused.inadmissible(
            "a kind numbered " + each + " among " + kinds.length + " components",
            "number the kinds from 0");
      }
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

  /** Components each of its own kind. */
  public Tolerance(double relative, double[] absolute) {
    this(relative, absolute, new int[0]);
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

  @Override
  public int[] kinds() {
    return kinds.clone();
  }

  /** This with components of these kinds. */
  public Tolerance withKinds(int... others) {
    return new Tolerance(relative, absolute, others);
  }
}
