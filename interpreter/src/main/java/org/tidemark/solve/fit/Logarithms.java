package org.tidemark.solve.fit;

/** Observations on a logarithmic scale. */
final class Logarithms {
  private Logarithms() {}

  static double[] of(String name, double[] values) {
    double[] logarithms = InadmissibleFit.positive(name, values);
    for (int i = 0; i < logarithms.length; i++) {
      logarithms[i] = StrictMath.log(logarithms[i]);
    }
    return logarithms;
  }

  /** Refuses a regressor that is the same throughout. */
  static void varies(String parameter, String regressor, double[] values) {
    for (double value : values) {
      if (value != values[0]) {
        return;
      }
    }
    throw InadmissibleFit.of(
        parameter,
        values.length == 0 ? 0 : values[0],
        "the data cannot tell " + parameter + ": " + regressor + " is the same in every row",
        "give rows in which it differs");
  }
}
