package org.tidemark.vocab.industry;

import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.ObjectType;
import org.tidemark.spi.type.QuantityType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.type.Types;

/** The type of a crossing. */
final class CrossingType {
  static final String NAME = "crossing";
  static final String OUTPUT = "output";

  private CrossingType() {}

  /**
   * A crossing.
   *
   * @param output the type of cumulative output
   * @param curve the type of the curve that crosses
   * @param moving whether the threshold moves in time
   */
  static ObjectType of(Type output, Type curve, boolean moving) {
    return ObjectType.named(NAME)
        .attribute(OUTPUT, output)
        .member("threshold", moving ? moving(output) : output)
        .member("curve", curve)
        .member("condition", BasicType.TEXT)
        .plotted()
        .build();
  }

  /** A crossing whose threshold moves with the date. */
  static ObjectType dated(Type output, Type curve) {
    return ObjectType.named(NAME)
        .attribute(OUTPUT, output)
        .member("threshold", ObjectType.named("threshold").callable(BasicType.DATE, output).build())
        .member("curve", curve)
        .member("condition", BasicType.TEXT)
        .plotted()
        .build();
  }

  /** The threshold at the start, and a function of the time since then. */
  private static Type moving(Type output) {
    ObjectType.Builder type =
        ObjectType.named("threshold")
            .attribute("of", output)
            .callable(Types.DURATION, output)
            .plotted();
    if (output instanceof QuantityType quantity) {
      type.quantity(quantity);
    }
    return type.build();
  }
}
