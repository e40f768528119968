package org.tidemark.spi.plot;

import org.tidemark.spi.value.Value;

/** A value that knows what it looks like: a curve, a trajectory, a sample, a fit. */
public interface Plottable extends Value {
  /**
   * What it looks like.
   *
   * @param name what it is called where it is drawn
   * @throws org.tidemark.spi.Problem where there is nothing to draw
   */
  Drawing drawing(String name);
}
