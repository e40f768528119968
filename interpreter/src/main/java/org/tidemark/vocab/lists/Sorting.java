package org.tidemark.vocab.lists;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tidemark.spi.Accept;
import org.tidemark.spi.CallCheck;
import org.tidemark.spi.CallValues;
import org.tidemark.spi.Registry;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.ListType;
import org.tidemark.spi.type.RecordType;
import org.tidemark.spi.type.TableType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.value.BoolValue;
import org.tidemark.spi.value.ListValue;
import org.tidemark.spi.value.RecordValue;
import org.tidemark.spi.value.SpecialValue;
import org.tidemark.spi.value.TableValue;
import org.tidemark.spi.value.Value;
import org.tidemark.vocab.common.BuiltIn;
import org.tidemark.vocab.common.Columns;
import org.tidemark.vocab.common.Elements;
import org.tidemark.vocab.common.Order;
import org.tidemark.vocab.common.Takes;

/** Puts lists and tables in order. */
public final class Sorting extends BuiltIn {
  private Sorting() {
    super("sort");
  }

  /** Adds it. */
  public static void register(Registry registry) {
    Sorting sort = new Sorting();
    registry.function(
        sort.spec(
                "A list, or the rows of a table, in ascending order; equals keep theirs. Rows and"
                    + " records are sorted `by` one of their columns, anything by a `key` that is"
                    + " worked out for each. `never` comes after everything else; empty cells come"
                    + " at the end either way.")
            .required("xs", Takes.ROWS, "a list or a table")
            .column("by", false, "the column that decides")
            .optional("key", Takes.FUNCTION, "the elements themselves", "what decides, for each")
            .optional("descending", Accept.BOOL, "false", "whether the largest comes first")
            .example("sort([3 USD, 1 USD, 2 USD])")
            .example("sort([3, -1, 2], key: x => abs(x), descending: true)")
            .example("[{n: \"b\", cost: 2}, {n: \"a\", cost: 1}] |> sort(by: cost)")
            .body(sort));
  }

  @Override
  public Type of(CallCheck call) {
    Type xs = call.type("xs");
    Type element = Elements.rowOrElement(xs);
    if (call.has("by") && call.has("key")) {
      call.problem("key", "E0311", "sort takes a column or a key, not both", "leave one out");
      return xs;
    }
    if (element != BasicType.UNKNOWN) {
      requireOrder(call, element);
    }
    return xs instanceof TableType || xs == BasicType.UNKNOWN ? xs : new ListType(element);
  }

  private static void requireOrder(CallCheck call, Type element) {
    Type deciding = element;
    if (call.has("key")) {
      deciding = call.apply(call.type("key"), List.of(element));
    } else if (call.has("by")) {
      deciding = column(call, element);
    } else if (element instanceof RecordType rows) {
      call.problem(
          "xs",
          "E0308",
          "sort needs to know by which column",
          "for example: sort(by: " + firstOf(rows.fields()) + ")");
      return;
    }
    if (!Takes.isOrdered(Elements.plain(deciding))) {
      call.problem(
          call.has("key") ? "key" : call.has("by") ? "by" : "xs",
          "E0308",
          deciding.describe() + " cannot be put in order",
          "sort by something that can: quantities, dates, texts");
    }
  }

  private static Type column(CallCheck call, Type element) {
    if (element instanceof RecordType rows) {
      return Columns.type(call, "by", rows.fields());
    }
    call.problem(
        "by",
        "E0308",
        "these elements have no columns to sort by: " + element.describe(),
        "sort by something worked out for each: sort(xs, key: x => -x)");
    return BasicType.UNKNOWN;
  }

  private static String firstOf(Map<String, Type> fields) {
    return fields.isEmpty() ? "name" : fields.keySet().iterator().next();
  }

  @Override
  public Value of(CallValues call) {
    if (call.value("xs") instanceof TableValue table) {
      List<List<Value>> rows = new ArrayList<>();
      for (int place : places(Elements.rowsOrElements(table), call)) {
        rows.add(table.rows().get(place));
      }
      return new TableValue(table.columns(), rows);
    }
    List<Value> values = Elements.of(call.value("xs"));
    List<Value> sorted = new ArrayList<>(values.size());
    for (int place : places(values, call)) {
      sorted.add(values.get(place));
    }
    return new ListValue(sorted);
  }

  private List<Integer> places(List<Value> elements, CallValues call) {
    List<Value> keys = new ArrayList<>(elements.size());
    List<Integer> places = new ArrayList<>(elements.size());
    List<Integer> empty = new ArrayList<>();
    for (int i = 0; i < elements.size(); i++) {
      Elements.checkpoint(i, call.surroundings());
      keys.add(key(elements.get(i), call));
      (keys.get(i) == SpecialValue.MISSING ? empty : places).add(i);
    }
    int[] compared = {0};
    boolean descending = call.has("descending") && call.value("descending") == BoolValue.TRUE;
    places.sort(
        (i, j) -> {
          Elements.checkpoint(compared[0]++, call.surroundings());
          int order = Order.compare(keys.get(i), keys.get(j), name);
          return descending ? -order : order;
        });
    places.addAll(empty);
    return places;
  }

  private static Value key(Value element, CallValues call) {
    if (call.has("key")) {
      return call.apply(call.value("key"), List.of(element));
    }
    return call.has("by") && element instanceof RecordValue row
        ? row.fields().get(call.column("by"))
        : element;
  }
}
