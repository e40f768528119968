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

  /**
   * The value scaled by a factor that moves in time.
   *
   * @throws org.tidemark.spi.Problem where it cannot be
   */
  default Value scaled(Timed factor, String multiplier) {
    throw org.tidemark.spi.Problem.of(
            "E0406",
            "the multiplier " + multiplier + " moves in time, and " + describe() + " does not")
        .withHelp("let it work on the linear demand of a market with a crossing");
  }

  /** The names of the multipliers in force. */
  List<String> multipliers();
}
