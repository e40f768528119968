package org.tidemark.render.chart;

import org.tidemark.spi.plot.Axis;
import org.tidemark.spi.plot.Coordinates;

/** Where the cells of a map begin and end, given their middles. */
final class Cells {
  private Cells() {}

  /** One edge more than there are middles, half-way between them. */
  static double[] edges(Coordinates middles, Axis.Scale scale) {
    int count = middles.size();
    double[] edges = new double[count == 0 ? 0 : count + 1];
    boolean log = scale == Axis.Scale.LOG && middles.stream().allMatch(m -> m > 0);
    for (int i = 1; i < count; i++) {
      double before = middles.get(i - 1);
      double after = middles.get(i);
      edges[i] = log ? Math.sqrt(before) * Math.sqrt(after) : before / 2 + after / 2;
    }
    if (count == 1) {
      double middle = middles.get(0);
      double around = scale == Axis.Scale.CATEGORIES || middle == 0 ? 0.5 : Math.abs(middle) / 4;
      edges[0] = middle - around;
      edges[1] = middle + around;
    } else if (count > 1) {
      edges[0] = mirrored(edges[1], middles.get(0), log);
      edges[count] = mirrored(edges[count - 1], middles.get(count - 1), log);
    }
    return edges;
  }

  private static double mirrored(double edge, double middle, boolean log) {
    return log ? middle * (middle / edge) : middle + (middle - edge);
  }
}
