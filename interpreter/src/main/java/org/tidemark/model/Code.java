package org.tidemark.model;

import org.tidemark.spi.value.Value;

/** An expression ready to be evaluated: names resolved, functions found. Immutable. */
@FunctionalInterface
interface Code {
  /** Its value where the frame says. */
  Value evaluate(Frame frame);
}
