package org.tidemark.spi.plot;

import java.util.List;
import org.tidemark.spi.value.Value;

/**
 * A value that has something to point out on others: a crossing on its curve. Whoever draws a value
 * asks those that are declared beside it.
 */
public interface Pointing extends Value {
  /** What it points out on another value; nothing where that does not concern it. */
  List<Drawing.Landmark> landmarks(Value on);
}
