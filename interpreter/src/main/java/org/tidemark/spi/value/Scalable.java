package org.tidemark.spi.value;

import java.util.List;

/** A value that a multiplier can scale without being a quantity, such as a demand or a curve. */
public interface Scalable extends Value {
  /**
   * The scaled value.
   *
   * @param factor positive
   * @param multiplier the multiplier's name
   */
  Value scaled(double factor, String multiplier);

  /** The names of the multipliers in force. */
  List<String> multipliers();
}
