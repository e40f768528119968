package org.tidemark.spi.value;

import org.tidemark.spi.Moment;

/**
 * A value that depends on something that runs, as a curve's cost does on cumulative output and a
 * trajectory on time.
 */
public interface RunningValue extends ObjectValue {
  /**
   * What it stands for where something runs, as in a {@code when}.
   *
   * @throws org.tidemark.spi.Problem where the moment does not say how far along it is
   */
  Value now(Moment moment);

  /** Whether this runs along what another runs along: a curve and the same curve scaled do. */
  default boolean runsWith(RunningValue other) {
    return this == other;
  }
}
