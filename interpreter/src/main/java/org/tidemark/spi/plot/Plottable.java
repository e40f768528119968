package org.tidemark.spi.plot;

import org.tidemark.spi.value.Value;

/** A value that knows what it looks like: a curve, a trajectory, a sample, a fit. */
public interface Plottable extends Value {
  /**
   * What it looks like. Asked by the thread that evaluates a {@code plot}, once for each.
   *
   * @param name what it is called where it is drawn
   * @throws org.tidemark.spi.Problem where there is nothing to draw
   */
  Drawing drawing(String name);
}
