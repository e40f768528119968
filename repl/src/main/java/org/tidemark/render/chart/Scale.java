package org.tidemark.render.chart;

import org.tidemark.spi.plot.Axis;

/** Where numbers lie along an axis: 0 at its low end, 1 at its high end. */
final class Scale {
  private final boolean log;
  private final double low;
  private final double high;

  private Scale(boolean log, double low, double high) {
    this.log = log;
    this.low = low;
    this.high = high;
  }

  static Scale of(Axis axis, Range range) {
    boolean log = axis.scale() == Axis.Scale.LOG;
    return new Scale(log, place(log, range.low()), place(log, range.high()));
  }

  /** The place of a number; not a number where it has none. */
  double at(double number) {
    if (log && !(number > 0)) {
      return Double.NaN;
    }
    double place = place(log, number);
    double part = (place / 2 - low / 2) / (high / 2 - low / 2);
    return Double.isInfinite(part) ? Double.NaN : part;
  }

  /** The place of a bar's end: what has none on an axis of logarithms lies at the low end. */
  double clamped(double number) {
    if (Double.isNaN(number)) {
      return number;
    }
    double part =
        log && number <= 0 ? 0 : (place(log, number) / 2 - low / 2) / (high / 2 - low / 2);
    return Math.max(0, Math.min(1, part));
  }

  private static double place(boolean log, double number) {
    return log ? StrictMath.log10(number) : number;
  }
}
