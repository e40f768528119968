package org.tidemark.vocab.tables;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tidemark.spi.Accept;
import org.tidemark.spi.CallCheck;
import org.tidemark.spi.CallValues;
import org.tidemark.spi.Problem;
import org.tidemark.spi.Registry;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.TableType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.type.Types;
import org.tidemark.spi.value.SpecialValue;
import org.tidemark.spi.value.TableValue;
import org.tidemark.spi.value.Value;
import org.tidemark.vocab.common.BuiltIn;
import org.tidemark.vocab.common.Columns;
import org.tidemark.vocab.common.Elements;
import org.tidemark.vocab.common.Order;

/** Two tables side by side, matched by a column that both have. */
public final class Join extends BuiltIn {
  private Join() {
    super("join");
  }

  /** Adds it. */
  public static void register(Registry registry) {
    Join join = new Join();
    registry.function(
        join.spec(
                "The rows of two tables that agree in a column, side by side: one row for each"
                    + " match, in the order of the left table. With `how: \"left\"`, rows of the"
                    + " left table without a match stay, with empty cells. Empty cells match"
                    + " nothing.")
            .required("left", Accept.TABLE, "a table")
            .required("right", Accept.TABLE, "another; no other column of the same name")
            .column("on", true, "the column that both have")
            .optional(
                "how", Accept.oneOf(List.of("inner", "left")), "\"inner\"", "\"inner\" or \"left\"")
            .example(
                "join(table(k: text, usd: USD) { \"a\", 1; \"b\", 2 },"
                    + " table(k: text, eb: EB) { \"b\", 5 }, on: k, how: \"left\")")
            .body(join));
  }

  @Override
  public Type of(CallCheck call) {
    if (call.has("how") && call.constantText("how").isPresent()) {
      String how = call.constantText("how").get();
      if (!isKnown(how)) {
        call.problem("how", "E0308", unknown(how), "write how: \"inner\" or how: \"left\"");
      }
    }
    if (!(call.type("left") instanceof TableType left)
        || !(call.type("right") instanceof TableType right)) {
      return BasicType.UNKNOWN;
    }
    String on = call.column("on");
    Type one = Columns.type(call, "on", left.columns());
    if (!left.columns().containsKey(on)) {
      return BasicType.UNKNOWN;
    }
    Type other = Columns.type(call, "on", right.columns());
    if (!Types.fits(one, other)) {
      call.problem(
          "on",
          "E0302",
          "cannot compare " + one.describe() + " and " + other.describe() + " in the column " + on,
          "both tables need the same sort of value in it");
    }
    Map<String, Type> columns = new LinkedHashMap<>(left.columns());
    for (Map.Entry<String, Type> column : right.columns().entrySet()) {
      if (!column.getKey().equals(on) && columns.put(column.getKey(), column.getValue()) != null) {
        call.problem(
            "right",
            "E0409",
            "both tables have a column called " + column.getKey(),
            "give it another name in one of them");
      }
    }
    return new TableType(columns);
  }

  private static boolean isKnown(String how) {
    return how.equals("inner") || how.equals("left");
  }

  private static String unknown(String how) {
    return "tables are joined \"inner\" or \"left\", not \"" + how + "\"";
  }

  @Override
  public Value of(CallValues call) {
    String how = call.has("how") ? call.text("how") : "inner";
    if (!isKnown(how)) {
      throw Problem.of("E0503", unknown(how))
          .withHelp("write how: \"inner\" or how: \"left\"")
          .about("how");
    }
    TableValue left = (TableValue) call.value("left");
    TableValue right = (TableValue) call.value("right");
    int key = left.columns().indexOf(call.column("on"));
    int rightKey = right.columns().indexOf(call.column("on"));
    Map<Object, List<List<Value>>> matches = new HashMap<>();
    for (List<Value> row : right.rows()) {
      matches.computeIfAbsent(Order.key(row.get(rightKey)), k -> new ArrayList<>()).add(row);
    }
    matches.remove(SpecialValue.MISSING);
    List<List<Value>> rows = new ArrayList<>();
    for (List<Value> row : left.rows()) {
      Elements.checkpoint(rows.size(), call.surroundings());
      List<List<Value>> found = matches.getOrDefault(Order.key(row.get(key)), List.of());
      Elements.limit((double) rows.size() + found.size(), call.surroundings());
      for (List<Value> match : found) {
        rows.add(sideBySide(row, match, rightKey));
      }
      if (found.isEmpty() && how.equals("left")) {
        rows.add(sideBySide(row, empty(right.columns().size()), rightKey));
      }
    }
    List<String> columns = new ArrayList<>(left.columns());
    for (String column : right.columns()) {
      if (!column.equals(call.column("on"))) {
        columns.add(column);
      }
    }
    return new TableValue(columns, rows);
  }

  private static List<Value> empty(int width) {
    List<Value> cells = new ArrayList<>(width);
    for (int i = 0; i < width; i++) {
      cells.add(SpecialValue.MISSING);
    }
    return cells;
  }

  private static List<Value> sideBySide(List<Value> left, List<Value> right, int without) {
    List<Value> row = new ArrayList<>(left);
    for (int i = 0; i < right.size(); i++) {
      if (i != without) {
        row.add(right.get(i));
      }
    }
    return row;
  }
}
