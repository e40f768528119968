package org.tidemark.model.chart;

import java.util.List;
import org.tidemark.spi.plot.Chart;

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

  /** A piece without functions. */
  public static Piece of(Chart chart) {
    return new Piece(chart, List.of(), false);
  }
}
