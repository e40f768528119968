package org.tidemark.solve.fit;

import org.apache.commons.numbers.core.DD;

/** The diagonal of the hat matrix. */
final class Leverage {
  private Leverage() {}

  /** The squared length of each row of the design in the orthonormal basis of its columns. */
  static double[] of(DD[][] design, DD[][] inverseTriangle, int rank) {
    int n = design[0].length;
    double[] leverages = new double[n];
    for (int i = 0; i < n; i++) {
      DD sum = DD.ZERO;
      for (int k = 0; k < rank; k++) {
        DD entry = DD.ZERO;
        for (int j = 0; j < design.length; j++) {
          entry = entry.add(design[j][i].multiply(inverseTriangle[j][k]));
        }
        sum = sum.add(entry.square());
      }
      leverages[i] = Math.min(1, sum.doubleValue());
    }
    return leverages;
  }
}
