package org.tidemark.solve.adoption;

import org.tidemark.solve.InadmissibleInput;

/** An adoption that makes no sense, or a threshold that no production reaches. */
public final class InadmissibleAdoption extends InadmissibleInput {
  private static final long serialVersionUID = 1L;

  InadmissibleAdoption(String parameter, double value, double bound, String reason, String cure) {
    super(parameter, value, bound, reason, cure);
  }

  static double positive(String parameter, double value, String reason, String cure) {
    if (!(value > 0) || Double.isInfinite(value)) {
      throw new InadmissibleAdoption(
          parameter, value, 0, Double.isFinite(value) ? reason : "it is not a finite number", cure);
    }
    return value;
  }

  static double notNegative(String parameter, double value, String reason, String cure) {
    if (!(value >= 0) || Double.isInfinite(value)) {
      throw new InadmissibleAdoption(
          parameter, value, 0, Double.isFinite(value) ? reason : "it is not a finite number", cure);
    }
    return value;
  }
}
