package org.tidemark.vocab.industry;

import org.tidemark.quantity.Quantity;

/** A cost as a function of cumulative output, as a script writes it. */
@FunctionalInterface
interface Law {
  /**
   * The cost at a cumulative output.
   *
   * @throws RuntimeException where the law is not defined there or wants another dimension
   */
  Quantity cost(Quantity cumulative);
}
