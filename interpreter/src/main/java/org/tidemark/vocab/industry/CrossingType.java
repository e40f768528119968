package org.tidemark.vocab.industry;

import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.ObjectType;
import org.tidemark.spi.type.Type;

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
   */
  static ObjectType of(Type output, Type curve) {
    return ObjectType.named(NAME)
        .attribute(OUTPUT, output)
        .member("threshold", output)
        .member("curve", curve)
        .member("condition", BasicType.TEXT)
        .build();
  }
}
