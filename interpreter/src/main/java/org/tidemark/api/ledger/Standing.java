package org.tidemark.api.ledger;

import java.util.List;
import java.util.OptionalDouble;

/**
 * A prediction's status, and what it rests on.
 *
 * @param status the status
 * @param since when it was decided, as a decimal year; absent where it is not
 * @param by the observations that decided it, or the last ones before its time was over
 * @param remark what else there is to say; empty where there is nothing
 */
public record Standing(Status status, OptionalDouble since, List<Observation> by, String remark) {
  /** Copies its list. */
  public Standing {
    by = List.copyOf(by);
  }
}
