package org.tidemark.model;

import org.tidemark.spi.value.Value;

/**
 * What a name of a body that runs stands for, in the place of that name: the time, the date, or a
 * helper that is no quantity. It never leaves a frame; whoever reads the name gets its value now.
 */
interface Present extends Value {
  /** Its value at the moment of the evaluation. */
  Value now(Evaluation evaluation);

  /** Whether that is known without working anything out. */
  default boolean isKnown() {
    return true;
  }

  @Override
  default String describe() {
    return "what holds now";
  }
}
