package org.tidemark.solve.threshold;

import org.tidemark.solve.InadmissibleInput;

/** A moving threshold that has no solution, or a place or time in one. */
public final class InadmissibleThreshold extends InadmissibleInput {
  private static final long serialVersionUID = 1L;

  InadmissibleThreshold(String parameter, double value, double bound, String reason, String cure) {
    super(parameter, value, bound, reason, cure);
  }

  static double positive(String parameter, double value, String reason, String cure) {
    if (!(value > 0) || Double.isInfinite(value)) {
      throw new InadmissibleThreshold(
          parameter, value, 0, Double.isFinite(value) ? reason : "it is not a finite number", cure);
    }
    return value;
  }

  static double notNegative(String parameter, double value, String reason, String cure) {
    if (!(value >= 0) || Double.isInfinite(value)) {
      throw new InadmissibleThreshold(
          parameter, value, 0, Double.isFinite(value) ? reason : "it is not a finite number", cure);
    }
    return value;
  }
}
