package org.tidemark.vocab.industry;

import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.ObjectType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.type.Types;

/** The type of a crossing that happens in time, and not along a curve. */
final class TimedCrossingType {
  private TimedCrossingType() {}

  /**
   * A crossing in time.
   *
   * @param dated whether what crosses has dates
   */
  static ObjectType of(boolean dated) {
    Type time = dated ? BasicType.DATE : Types.DURATION;
    ObjectType.Builder type =
        ObjectType.named("crossing in time")
            .attribute("at", time)
            .member("time", Types.DURATION)
            .member("condition", BasicType.TEXT)
            .plotted();
    return (dated ? type.member("date", BasicType.DATE) : type).build();
  }
}
