package org.tidemark.solve.equation;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.random.SobolSequenceGenerator;

/**
 * Points spread evenly over a finite box, always the same: its centre, then Sobol's sequence (Joe
 * and Kuo, 2008, SIAM J. Sci. Comput. 30, 2635-2654). Every other one is spread in ratios where an
 * unknown spans decades.
 */
public final class StartingPoints {
  private StartingPoints() {}

  /** The first {@code count} of them, without the first {@code skipped}. */
  public static List<double[]> in(Box box, int skipped, int count) {
    List<double[]> points = new ArrayList<>();
    SobolSequenceGenerator sobol = new SobolSequenceGenerator(box.size());
    // the first point is a corner, and the second the centre
    sobol.nextVector();
    boolean ratios = false;
    for (int j = 0; j < box.size(); j++) {
      ratios |= box.spansDecades(j);
    }
    int made = 0;
    while (points.size() < count) {
      double[] fractions = sobol.nextVector();
      for (int spread = 0; spread < (ratios ? 2 : 1) && points.size() < count; spread++) {
        if (made++ >= skipped) {
          points.add(box.at(fractions, spread == 1));
        }
      }
    }
    return points;
  }
}
