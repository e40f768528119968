package org.tidemark.vocab.processes;

import java.util.LinkedHashMap;
import java.util.Map;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.ObjectType;
import org.tidemark.spi.type.QuantityType;
import org.tidemark.spi.type.TableType;
import org.tidemark.spi.type.TimeOrDate;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.type.Types;

/** The type of a state or helper in time. */
public final class TrajectoryType {
  /** Its name. */
  public static final String NAME = "trajectory";

  /** The attribute that says whether there are dates. */
  public static final String TIME = "time";

  private TrajectoryType() {}

  static ObjectType of(String name, QuantityType of, boolean dated) {
    Type time = dated ? BasicType.DATE : Types.DURATION;
    return ObjectType.named(NAME)
        .attribute("of", of)
        .attribute(TIME, time)
        .callable(TimeOrDate.TYPE, of)
        .running(of)
        .member("final", of)
        .member("min", of)
        .member("max", of)
        .member("argmin", time)
        .member("argmax", time)
        .member("over", () -> over(name, of, dated))
        .rows(() -> rows(Map.of(name, of), dated))
        .plotted()
        .build();
  }

  private static ObjectType over(String name, QuantityType of, boolean dated) {
    return ObjectType.named("function").callable(BasicType.UNKNOWN, of(name, of, dated)).build();
  }

  /** The table of some quantities in time. */
  static TableType rows(Map<String, Type> of, boolean dated) {
    Map<String, Type> columns = new LinkedHashMap<>();
    columns.put("t", Types.DURATION);
    if (dated) {
      columns.put("date", BasicType.DATE);
    }
    columns.putAll(of);
    return new TableType(columns);
  }
}
