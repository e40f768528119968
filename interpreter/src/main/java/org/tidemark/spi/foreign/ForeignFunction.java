package org.tidemark.spi.foreign;

import java.util.List;
import java.util.Optional;

/** A function of a context. */
public interface ForeignFunction {
  /** The fewest arguments that it has to be given. */
  int least();

  /** The most arguments that it takes; {@link Integer#MAX_VALUE} where that is not known. */
  int most();

  /** Where it stands in the text; absent where that is not known. */
  Optional<ForeignProblem.Place> place();

  /**
   * Calls it.
   *
   * @param arguments each a {@link Double}, a {@link Boolean} or a {@link List} of such values
   * @return one of the same, or an {@link Other}
   * @throws ForeignProblem where it fails
   */
  Object call(List<Object> arguments);

  /**
   * A result that is none of what may be handed over.
   *
   * @param words what it is instead, {@code "an object"}
   */
  record Other(String words) {}
}
