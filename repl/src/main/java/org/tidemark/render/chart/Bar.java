package org.tidemark.render.chart;

import org.tidemark.spi.plot.Mark;

/** A bar in pixels from the upper left. */
record Bar(double left, double top, double right, double bottom) {
  static Bar of(Mark.Bars bars, int i, Layout layout) {
    double from = bars.from().get(i);
    double to = bars.to().get(i);
    double base = bars.base().get(i);
    double end = bars.top().get(i);
    double x1 = layout.xWithin(bars.sideways() ? base : from);
    double x2 = layout.xWithin(bars.sideways() ? end : to);
    double y1 = layout.yWithin(bars.sideways() ? from : base);
    double y2 = layout.yWithin(bars.sideways() ? to : end);
    return new Bar(Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2));
  }

  /** The same around its middle, where it is too thin to point at. */
  Bar atLeast(double pixels) {
    double moreX = Math.max(0, pixels - (right - left)) / 2;
    double moreY = Math.max(0, pixels - (bottom - top)) / 2;
    return new Bar(left - moreX, top - moreY, right + moreX, bottom + moreY);
  }

  /** Whether all of its numbers have a place. */
  boolean isDrawn() {
    return !Double.isNaN(left + top + right + bottom);
  }
}
