package org.tidemark.spi.value;

import org.tidemark.quantity.Quantity;

/** A value that depends on something that runs, as a curve's cost does on cumulative output. */
public interface RunningValue extends ObjectValue {
  /**
   * The quantity it stands for in a {@code when}.
   *
   * @param progress what runs; for a curve, the cumulative output
   */
  Quantity at(Quantity progress);
}
