package org.tidemark.solve.fit;

import org.apache.commons.numbers.core.DD;

/** Sums over lists in pairs of doubles, some 106 bits. */
final class Extended {
  private Extended() {}

  static DD[] of(double[] values) {
    DD[] result = new DD[values.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = DD.of(values[i]);
    }
    return result;
  }

  static double[] rounded(DD[] values) {
    double[] result = new double[values.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = values[i].doubleValue();
    }
    return result;
  }

  static DD sum(DD[] values) {
    DD sum = DD.ZERO;
    for (DD value : values) {
      sum = sum.add(value);
    }
    return sum;
  }

  static DD mean(DD[] values) {
    return sum(values).divide(values.length);
  }

  static DD dot(DD[] one, DD[] other) {
    DD sum = DD.ZERO;
    for (int i = 0; i < one.length; i++) {
      sum = sum.add(one[i].multiply(other[i]));
    }
    return sum;
  }

  /** Squared deviations from the mean, or from zero. */
  static DD sumOfSquares(DD[] values, boolean centred) {
    if (!centred) {
      return dot(values, values);
    }
    DD[] deviations = deviations(values);
    return dot(deviations, deviations);
  }

  static DD[] deviations(DD[] values) {
    DD mean = mean(values);
    DD[] result = new DD[values.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = values[i].subtract(mean);
    }
    return result;
  }

  /** Observations less the combination of columns. */
  static DD[] residuals(DD[][] columns, DD[] coefficients, DD[] response) {
    DD[] result = response.clone();
    for (int j = 0; j < columns.length; j++) {
      for (int i = 0; i < result.length; i++) {
        result[i] = result[i].subtract(columns[j][i].multiply(coefficients[j]));
      }
    }
    return result;
  }

  /** The largest cosine between the residuals and a column; zero where the residuals are. */
  static double orthogonality(DD[][] columns, DD[] residuals) {
    double length = dot(residuals, residuals).sqrt().doubleValue();
    double largest = 0;
    for (DD[] column : columns) {
      double size = dot(column, column).sqrt().doubleValue();
      if (size > 0 && length > 0) {
        double cosine = Math.abs(dot(column, residuals).doubleValue()) / size / length;
        largest = Math.max(largest, cosine);
      }
    }
    return largest;
  }
}
