package org.tidemark.vocab.processes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tidemark.spi.RunningCheck;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.ListType;
import org.tidemark.spi.type.ObjectType;
import org.tidemark.spi.type.QuantityType;
import org.tidemark.spi.type.TableType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.type.Types;

/** The type of a process. */
final class ProcessType {
  static final String NAME = "process";

  private ProcessType() {}

  /** A process whose members are what its body declares; their types are asked for as needed. */
  static ObjectType of(RunningCheck body, boolean dated) {
    List<String> names = new ArrayList<>(body.states());
    names.addAll(body.helpers());
    ObjectType.Builder type =
        ObjectType.named(NAME)
            .attribute(TrajectoryType.TIME, dated ? BasicType.DATE : Types.DURATION)
            .member("events", () -> events(dated))
            .member("method", BasicType.TEXT)
            .member("residual", QuantityType.PURE)
            .member("error_estimate", QuantityType.PURE)
            .rows(() -> rows(body, names, dated));
    type.plotted();
    for (String name : names) {
      type.member(name, () -> member(body, name, dated));
    }
    return type.build();
  }

  /** Helpers that are no quantities are for the body only. */
  private static Type member(RunningCheck body, String name, boolean dated) {
    Type type = body.type(name);
    if (type instanceof QuantityType quantity) {
      return TrajectoryType.of(name, quantity, dated);
    }
    return body.states().contains(name)
            && type instanceof ListType list
            && list.element() instanceof QuantityType quantity
        ? new ListType(TrajectoryType.of(name, quantity, dated))
        : BasicType.UNKNOWN;
  }

  private static TableType events(boolean dated) {
    Map<String, Type> columns = new LinkedHashMap<>();
    columns.put("event", BasicType.TEXT);
    columns.put("changed", BasicType.TEXT);
    return TrajectoryType.rows(columns, dated);
  }

  private static TableType rows(RunningCheck body, List<String> names, boolean dated) {
    Map<String, Type> columns = new LinkedHashMap<>();
    for (String name : names) {
      if (body.type(name) instanceof QuantityType quantity) {
        columns.put(name, quantity);
      }
    }
    return TrajectoryType.rows(columns, dated);
  }
}
