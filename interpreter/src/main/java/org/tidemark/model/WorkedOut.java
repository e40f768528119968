package org.tidemark.model;

import org.tidemark.spi.value.ListValue;
import org.tidemark.spi.value.ObjectValue;
import org.tidemark.spi.value.RecordValue;
import org.tidemark.spi.value.Value;

/** What an object says of itself may have to be worked out, and may have no solution. */
final class WorkedOut {
  private WorkedOut() {}

  /**
   * Works it out, in whatever a value holds.
   *
   * @param checkpoint called for each part; lists of the same lists have more than they hold
   * @throws org.tidemark.spi.Problem where it cannot be
   */
  static void all(Value value, Runnable checkpoint) {
    if (value instanceof ObjectValue object) {
      object.summary();
    } else if (value instanceof ListValue list) {
      checkpoint.run();
      list.elements().forEach(part -> all(part, checkpoint));
    } else if (value instanceof RecordValue record) {
      checkpoint.run();
      record.fields().values().forEach(part -> all(part, checkpoint));
    }
  }
}
