package org.tidemark.solve;

/**
 * A parameter for which the mathematics has no answer, with what would have one.
 *
 * <p>The message is the reason followed by the cure, both in plain words; the pieces are kept apart
 * so that a caller can show the number in its own units.
 */
public abstract class InadmissibleInput extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String parameter;
  private final double value;
  private final double bound;
  private final String reason;
  private final String cure;

  protected InadmissibleInput(
      String parameter, double value, double bound, String reason, String cure) {
    super(parameter + " = " + value + ": " + reason + "; " + cure);
    this.parameter = parameter;
    this.value = value;
    this.bound = bound;
    this.reason = reason;
    this.cure = cure;
  }

  /** The name of the offending parameter, as the accessor that would return it is named. */
  public String parameter() {
    return parameter;
  }

  /** The value given. */
  public double value() {
    return value;
  }

  /** The bound it broke, in the parameter's own unit; NaN where there is none to name. */
  public double bound() {
    return bound;
  }

  /** Why there is no answer. */
  public String reason() {
    return reason;
  }

  /** What would have one. */
  public String cure() {
    return cure;
  }
}
