package org.tidemark.solve.fit;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.numbers.core.DD;

/** Linear least squares. */
public final class LinearRegression {
  private static final String METHOD =
      "least squares by Householder reflections, extended precision";

  private LinearRegression() {}

  /**
   * Fits a linear model.
   *
   * @param design its columns
   * @param response the observations
   * @throws InadmissibleFit where there are too few observations, or a column cannot be told from
   *     the others
   */
  public static Regression fit(LinearDesign design, double[] response) {
    InadmissibleFit.sameLength("response", response.length, design.observations());
    DD[] y = Extended.of(InadmissibleFit.finite("response", response));
    return fit(design, y);
  }

  static Regression fit(LinearDesign design, DD[] response) {
    DD[][] columns = design.columns();
    InadmissibleFit.enough(response.length, columns.length);
    ExtendedQr decomposition = ExtendedQr.of(columns, response, ExtendedQr.ROUNDING);
    List<Untold> untold = untold(design, decomposition);
    if (!untold.isEmpty()) {
      Untold first = untold.get(0);
      throw InadmissibleFit.of(
          first.parameter(),
          decomposition.rank(),
          "the data cannot tell " + first.parameter() + ": " + first.reason(),
          "give data in which it varies by itself, or leave it out");
    }
    DD[] coefficients = decomposition.coefficients();
    DD[] residuals = Extended.residuals(columns, coefficients, response);
    return new Regression(
        METHOD,
        design.names(),
        Extended.rounded(coefficients),
        decomposition,
        columns,
        response,
        residuals,
        design.hasIntercept(),
        // 106 bits, less those that the condition takes
        decomposition.condition() * 0x1p-100 + 0x1p-53,
        List.of());
  }

  private static List<Untold> untold(LinearDesign design, ExtendedQr decomposition) {
    boolean[] told = new boolean[design.names().size()];
    for (int column : decomposition.told()) {
      told[column] = true;
    }
    List<Untold> untold = new ArrayList<>();
    for (int j = 0; j < told.length; j++) {
      if (!told[j]) {
        untold.add(new Untold(design.names().get(j), reason(design, j)));
      }
    }
    return untold;
  }

  private static String reason(LinearDesign design, int column) {
    DD[] values = design.columns()[column];
    double first = values[0].doubleValue();
    for (DD value : values) {
      if (value.doubleValue() != first) {
        return "what it multiplies is a combination of what the others multiply, to the last digit";
      }
    }
    return first == 0
        ? "what it multiplies is zero in every observation"
        : "what it multiplies is the same in every observation";
  }
}
