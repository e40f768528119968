package org.tidemark.vocab.industry;

import java.util.function.DoubleUnaryOperator;
import org.tidemark.quantity.Quantity;
import org.tidemark.quantity.UnitExpression;

/** A cost as a function of cumulative output, as a script writes it. */
@FunctionalInterface
interface Law {
  /**
   * The cost at a cumulative output.
   *
   * @throws RuntimeException where the law is not defined there or wants another dimension
   */
  Quantity cost(Quantity cumulative);

  /**
   * The same for a search: from a magnitude of cumulative output, in base units, to that of the
   * cost; not a number, or a {@code RuntimeException}, where the law is not defined.
   *
   * @param unit of cumulative output
   */
  default DoubleUnaryOperator magnitudes(UnitExpression unit) {
    return cumulative -> cost(new Quantity(cumulative, unit)).magnitude();
  }
}
