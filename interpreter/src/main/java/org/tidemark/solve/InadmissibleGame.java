package org.tidemark.solve;

/** A game or a market, or a place or time in one, that has no solution. */
public final class InadmissibleGame extends InadmissibleInput {
  private static final long serialVersionUID = 1L;

  InadmissibleGame(String parameter, double value, double bound, String reason, String cure) {
    super(parameter, value, bound, reason, cure);
  }

  static double positive(String parameter, double value, String reason, String cure) {
    if (!(value > 0) || Double.isInfinite(value)) {
      throw new InadmissibleGame(parameter, value, 0, finiteOr(value, reason), cure);
    }
    return value;
  }

  static double notNegative(String parameter, double value, String reason, String cure) {
    if (!(value >= 0) || Double.isInfinite(value)) {
      throw new InadmissibleGame(parameter, value, 0, finiteOr(value, reason), cure);
    }
    return value;
  }

  static int firms(int firms) {
    if (firms < 1) {
      throw new InadmissibleGame(
          "firms", firms, 1, "a market needs somebody to produce", "give at least one firm");
    }
    return firms;
  }

  private static String finiteOr(double value, String reason) {
    return Double.isFinite(value) ? reason : "it is not a finite number";
  }
}
