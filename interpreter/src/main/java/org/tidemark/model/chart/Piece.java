package org.tidemark.model.chart;

import java.util.List;
import org.tidemark.spi.plot.Chart;
import org.tidemark.spi.plot.Marker;

/**
 * What one item adds to a chart.
 *
 * @param chart it by itself
 * @param curves what of it can be asked again, in the numbers of its axes
 * @param fitsAnyY whether it is zero throughout, which has any dimension
 */
public record Piece(Chart chart, List<Curve> curves, boolean fitsAnyY) {
  /** Copies its list. */
  public Piece {
    curves = List.copyOf(curves);
  }

  /** A constant as a rule right across, with which others may cross. */
  public Piece asThreshold() {
    Curve constant = curves.get(0);
    Marker rule = new Marker.Threshold(true, constant.y().get(0), constant.name());
    Chart ruled =
        new Chart(chart.title(), chart.x(), chart.y(), List.of(), List.of(rule), chart.notes());
    return new Piece(ruled, curves, fitsAnyY);
  }

  /** A piece without functions. */
  public static Piece of(Chart chart) {
    return new Piece(chart, List.of(), false);
  }
}
