package org.tidemark.solve;

/** A learning curve, or a point asked of one, that makes no sense. */
public final class InadmissibleCurve extends InadmissibleInput {
  private static final long serialVersionUID = 1L;

  InadmissibleCurve(String parameter, double value, double bound, String reason, String cure) {
    super(parameter, value, bound, reason, cure);
  }

  static double positive(String parameter, double value, String reason, String cure) {
    if (!(value > 0) || Double.isInfinite(value)) {
      throw new InadmissibleCurve(
          parameter, value, 0, Double.isFinite(value) ? reason : "it is not a finite number", cure);
    }
    return value;
  }
}
