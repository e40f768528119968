package org.tidemark.vocab.tables;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tidemark.spi.Accept;
import org.tidemark.spi.CallCheck;
import org.tidemark.spi.CallValues;
import org.tidemark.spi.Problem;
import org.tidemark.spi.Registry;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.FunctionType;
import org.tidemark.spi.type.IntervalType;
import org.tidemark.spi.type.ListType;
import org.tidemark.spi.type.TableType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.value.FunctionValue;
import org.tidemark.spi.value.IntervalValue;
import org.tidemark.spi.value.ListValue;
import org.tidemark.spi.value.RecordValue;
import org.tidemark.spi.value.TableValue;
import org.tidemark.spi.value.TextValue;
import org.tidemark.spi.value.Value;
import org.tidemark.vocab.common.BuiltIn;
import org.tidemark.vocab.common.Columns;
import org.tidemark.vocab.common.Elements;
import org.tidemark.vocab.common.Order;

/** Tables from tables; what lists share is with the lists. */
public final class TableFunctions extends BuiltIn {
  private TableFunctions(String name) {
    super(name);
  }

  /** Adds them. */
  public static void register(Registry registry) {
    TableFunctions with = new TableFunctions("with");
    registry.function(
        with.spec(
                "The table with columns added, or replaced where their names exist. Each is a"
                    + " function of the row, which sees the columns before it, a list with a value"
                    + " for each row, or one value for all.")
            .required("table", Accept.TABLE, "a table")
            .openNames()
            .example(
                "table(usd: USD/GB, eb: EB) { 15, 1; 12, 2 } |> with(spent: r => r.usd * r.eb)")
            .body(with));
    TableFunctions group = new TableFunctions("group");
    registry.function(
        group
            .spec(
                "One row for each value of a column, in the order in which they first occur, and"
                    + " in it what functions of the group's rows, which are a table, make of them.")
            .required("table", Accept.TABLE, "a table")
            .column("by", true, "the column that decides which rows belong together")
            .openNames()
            .example(
                "table(kind: text, usd: USD) { \"a\", 1; \"b\", 5; \"a\", 2 }"
                    + " |> group(by: kind, total: rows => sum(rows.usd))")
            .body(group));
    TableFunctions columns = new TableFunctions("columns");
    registry.function(
        columns
            .spec("The names of a table's columns.")
            .required("table", Accept.TABLE, "a table")
            .example("columns(table(kind: text, usd: USD) { \"a\", 1 })")
            .body(columns));
  }

  // ---- types

  @Override
  public Type of(CallCheck call) {
    if (name.equals("columns")) {
      return new ListType(BasicType.TEXT);
    }
    if (!(call.type("table") instanceof TableType table)) {
      return BasicType.UNKNOWN;
    }
    return name.equals("with") ? extended(call, table) : grouped(call, table);
  }

  private static Type extended(CallCheck call, TableType table) {
    Map<String, Type> columns = new LinkedHashMap<>(table.columns());
    for (Map.Entry<String, Type> added : call.named().entrySet()) {
      Type given = added.getValue();
      Type cell =
          given instanceof FunctionType
              ? call.apply(given, List.of(new TableType(columns).row()))
              : given instanceof ListType || given instanceof IntervalType
                  ? Elements.of(given)
                  : given;
      columns.put(added.getKey(), Elements.plain(cell));
    }
    return new TableType(columns);
  }

  private static Type grouped(CallCheck call, TableType table) {
    Map<String, Type> columns = new LinkedHashMap<>();
    columns.put(call.column("by"), Columns.type(call, "by", table.columns()));
    for (Map.Entry<String, Type> added : call.named().entrySet()) {
      if (added.getKey().equals(call.column("by"))) {
        call.problem(
            null,
            "E0409",
            "the column " + added.getKey() + " is what the rows are grouped by",
            "give the new column another name");
      } else if (added.getValue() instanceof FunctionType function) {
        columns.put(added.getKey(), Elements.plain(call.apply(function, List.of(table))));
      } else if (added.getValue() != BasicType.UNKNOWN) {
        call.problem(
            null,
            "E0308",
            "group wants a function of the group's rows for " + added.getKey(),
            "for example: " + added.getKey() + ": rows => length(rows)");
      }
    }
    return new TableType(columns);
  }

  // ---- values

  @Override
  public Value of(CallValues call) {
    TableValue table = (TableValue) call.value("table");
    return switch (name) {
      case "with" -> extend(call, table);
      case "group" -> group(call, table);
      default -> {
        List<Value> names = new ArrayList<>();
        for (String column : table.columns()) {
          names.add(new TextValue(column));
        }
        yield new ListValue(names);
      }
    };
  }

  private static Value extend(CallValues call, TableValue table) {
    List<Map<String, Value>> rows = new ArrayList<>(table.rows().size());
    for (int i = 0; i < table.rows().size(); i++) {
      rows.add(new LinkedHashMap<>(table.row(i).fields()));
    }
    List<String> columns = new ArrayList<>(table.columns());
    for (Map.Entry<String, Value> added : call.named().entrySet()) {
      if (!columns.contains(added.getKey())) {
        columns.add(added.getKey());
      }
      fill(call, added.getKey(), added.getValue(), rows);
    }
    List<List<Value>> cells = new ArrayList<>(rows.size());
    for (Map<String, Value> row : rows) {
      cells.add(new ArrayList<>(row.values()));
    }
    return new TableValue(columns, cells);
  }

  private static void fill(
      CallValues call, String column, Value given, List<Map<String, Value>> rows) {
    List<Value> list =
        given instanceof ListValue || given instanceof IntervalValue ? Elements.of(given) : null;
    if (list != null && list.size() != rows.size()) {
      throw Problem.of(
              "E0503",
              "with wants a value for each row of the column "
                  + column
                  + ", and got "
                  + list.size()
                  + " for "
                  + rows.size())
          .withHelp("or a function of the row: " + column + ": row => ...");
    }
    for (int i = 0; i < rows.size(); i++) {
      Elements.checkpoint(i, call.surroundings());
      Value cell =
          list != null
              ? list.get(i)
              : given instanceof FunctionValue
                  ? call.apply(given, List.of(new RecordValue(rows.get(i))))
                  : given;
      rows.get(i).put(column, cell);
    }
  }

  private static Value group(CallValues call, TableValue table) {
    int key = table.columns().indexOf(call.column("by"));
    Map<Object, List<List<Value>>> groups = new LinkedHashMap<>();
    for (List<Value> row : table.rows()) {
      groups.computeIfAbsent(Order.key(row.get(key)), k -> new ArrayList<>()).add(row);
    }
    List<String> columns = new ArrayList<>();
    columns.add(call.column("by"));
    columns.addAll(call.named().keySet());
    List<List<Value>> rows = new ArrayList<>(groups.size());
    for (List<List<Value>> members : groups.values()) {
      Elements.checkpoint(rows.size(), call.surroundings());
      TableValue group = new TableValue(table.columns(), members);
      List<Value> row = new ArrayList<>();
      row.add(members.get(0).get(key));
      for (Value function : call.named().values()) {
        row.add(call.apply(function, List.of(group)));
      }
      rows.add(row);
    }
    return new TableValue(columns, rows);
  }
}
