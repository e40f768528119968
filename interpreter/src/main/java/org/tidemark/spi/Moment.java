package org.tidemark.spi;

import java.util.Optional;
import org.tidemark.quantity.Quantity;
import org.tidemark.spi.value.DateValue;
import org.tidemark.spi.value.RunningValue;

/**
 * Where something that runs stands: along a curve, or in time. A {@link RunningValue} is asked for
 * its value at a moment. Immutable, so that what was worked out at one may be kept with it.
 */
public interface Moment {
  /** The time since the start; absent where it runs along something other than time. */
  Optional<Quantity> time();

  /** The date; absent where the start has none. */
  Optional<DateValue> date();

  /** How far along something is, such as the cumulative output of a curve, where that is known. */
  Optional<Quantity> progress(RunningValue of);

  /** The same progress along everything, out of time. */
  static Moment along(Quantity progress) {
    return new Moment() {
      @Override
      public Optional<Quantity> time() {
        return Optional.empty();
      }

      @Override
      public Optional<DateValue> date() {
        return Optional.empty();
      }

      @Override
      public Optional<Quantity> progress(RunningValue of) {
        return Optional.of(progress);
      }
    };
  }
}
