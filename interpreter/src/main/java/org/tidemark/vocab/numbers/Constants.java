package org.tidemark.vocab.numbers;

import org.tidemark.spi.Constant;
import org.tidemark.spi.Registry;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.QuantityType;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.SpecialValue;

/** Names with a fixed value. */
public final class Constants {
  private Constants() {}

  /** Adds them. */
  public static void register(Registry registry) {
    registry.constant(
        new Constant(
            "pi",
            QuantityType.PURE,
            QuantityValue.pure(Math.PI),
            "The circumference of a circle over its diameter."));
    registry.constant(
        new Constant(
            "never",
            BasicType.NEVER,
            SpecialValue.NEVER,
            "Later than every date and longer than every time; arithmetic keeps it."));
    registry.constant(
        new Constant(
            "missing",
            BasicType.MISSING,
            SpecialValue.MISSING,
            "An empty cell; arithmetic keeps it, and aggregates refuse it."));
  }
}
