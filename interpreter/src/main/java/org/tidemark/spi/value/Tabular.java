package org.tidemark.spi.value;

import java.util.Optional;
import org.tidemark.quantity.Quantity;

/** Something that {@code table(...)} can turn into a table, such as a path in time. */
public interface Tabular extends ObjectValue {
  /**
   * Its rows, under the columns that its type declares.
   *
   * @param every the step between rows, where the script gives one
   * @throws org.tidemark.spi.Problem where that step makes no sense
   */
  TableValue rows(Optional<Quantity> every);
}
