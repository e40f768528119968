package org.tidemark.model.chart;

import java.util.function.DoubleUnaryOperator;
import org.tidemark.spi.plot.Coordinates;

/**
 * A sampled function that can be asked again, so that crossings can be located.
 *
 * @param x of its samples, ascending
 * @param y of its samples; not a number in gaps
 * @param function in the same numbers
 */
public record Curve(String name, Coordinates x, Coordinates y, DoubleUnaryOperator function) {
  /**
   * The same in other units.
   *
   * @param across changes numbers of the x axis
   * @param back undoes that
   * @param up changes numbers of the y axis
   */
  Curve converted(DoubleUnaryOperator across, DoubleUnaryOperator back, DoubleUnaryOperator up) {
    return new Curve(
        name,
        x.map(across),
        y.map(up),
        at -> up.applyAsDouble(function.applyAsDouble(back.applyAsDouble(at))));
  }

  /** Its value between its samples; not a number where it has none. */
  double between(double at) {
    int low = 0;
    int high = x.size() - 1;
    if (x.size() == 0 || !(at >= x.get(0) && at <= x.get(high))) {
      return Double.NaN;
    }
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (x.get(middle) <= at) {
        low = middle;
      } else {
        high = middle;
      }
    }
    if (x.get(low) == at) {
      return y.get(low);
    }
    if (x.get(high) == at) {
      return y.get(high);
    }
    double share = (at - x.get(low)) / (x.get(high) - x.get(low));
    return y.get(low) + share * (y.get(high) - y.get(low));
  }
}
