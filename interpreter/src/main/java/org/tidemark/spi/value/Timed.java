package org.tidemark.spi.value;

import org.tidemark.quantity.Quantity;

/** A number that moves in time. */
public interface Timed extends Value {
  /** It, at a time since the start. */
  Quantity at(Quantity time);
}
