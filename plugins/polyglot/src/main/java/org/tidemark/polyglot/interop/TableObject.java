package org.tidemark.polyglot.interop;

import java.util.List;
import java.util.Optional;
import org.tidemark.api.TypedValue;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.TableType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.value.ListValue;
import org.tidemark.spi.value.RecordValue;
import org.tidemark.spi.value.TableValue;
import org.tidemark.spi.value.Value;

/** A table: an array of its rows, with {@code columns}, the names, and {@code column(name)}. */
final class TableObject extends ValueObject {
  private static final List<String> MEMBERS = List.of("columns", "rows", "column");

  private final Live live;
  private final TableValue table;
  private final Type type;

  TableObject(Live live, TableValue table, Type type) {
    this.live = live;
    this.table = table;
    this.type = type;
  }

  @Override
  TypedValue typed() {
    return new TypedValue(table, type);
  }

  @Override
  Live live() {
    return live;
  }

  @Override
  String kind() {
    return "table";
  }

  @Override
  long size() {
    return table.rows().size();
  }

  @Override
  Object element(int index) {
    RecordValue row = table.row(index);
    return live.wrap(row, type instanceof TableType known ? known.row() : Sorts.of(row));
  }

  @Override
  Optional<List<String>> members() {
    return Optional.of(MEMBERS);
  }

  @Override
  Object member(String name) {
    return switch (name) {
      case "columns" -> new NamesObject(table.columns());
      case "rows" -> this;
      default -> new MethodObject("column", 1, 1, given -> column(given[0]));
    };
  }

  private Object column(Object given) {
    String name = Arguments.text("column", given);
    if (!table.columns().contains(name)) {
      throw TideFailure.of(
          "E0204",
          "the table has no column " + name,
          "it has " + String.join(", ", table.columns()));
    }
    Type known =
        type instanceof TableType columns
            ? columns.columns().getOrDefault(name, BasicType.UNKNOWN)
            : BasicType.UNKNOWN;
    List<Value> cells = table.column(name);
    return ListObject.of(live, new ListValue(cells), new org.tidemark.spi.type.ListType(known));
  }
}
