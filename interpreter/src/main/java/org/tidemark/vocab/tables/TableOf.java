package org.tidemark.vocab.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tidemark.spi.Accept;
import org.tidemark.spi.CallCheck;
import org.tidemark.spi.CallValues;
import org.tidemark.spi.Problem;
import org.tidemark.spi.Registry;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.ListType;
import org.tidemark.spi.type.ObjectType;
import org.tidemark.spi.type.RecordType;
import org.tidemark.spi.type.TableType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.value.ListValue;
import org.tidemark.spi.value.RecordValue;
import org.tidemark.spi.value.TableValue;
import org.tidemark.spi.value.Tabular;
import org.tidemark.spi.value.Value;
import org.tidemark.vocab.common.BuiltIn;

/** Turns records, paths and the like into tables. */
public final class TableOf extends BuiltIn {
  private static final String WHAT = "what";
  private static final String EVERY = "every";

  private static final Accept TABULAR =
      new Accept("a list of records, or a path", TableOf::isTabular, false);

  private TableOf() {
    super("table");
  }

  /** Adds it. */
  public static void register(Registry registry) {
    TableOf table = new TableOf();
    registry.function(
        table
            .spec(
                "A table from a list of records with the same fields, one row each; or from"
                    + " something that runs in time, such as a solution's `path`, one row at the"
                    + " start, one after every step and one at the end.")
            .required(WHAT, TABULAR, "the records, or what runs in time")
            .optional(EVERY, Accept.QUANTITY, "1 year", "the step between rows, above zero")
            .example("[{ n: k, square: k^2 } for k in 1..3] |> table()")
            .body(table));
  }

  private static boolean isTabular(Type type) {
    return type instanceof TableType
        || (type instanceof ListType list
            && (list.element() instanceof RecordType || list.element() == BasicType.UNKNOWN))
        || (type instanceof ObjectType object && object.rows().isPresent());
  }

  @Override
  public Type of(CallCheck call) {
    Type what = call.type(WHAT);
    boolean steps = what instanceof ObjectType;
    if (call.has(EVERY) && !steps && what != BasicType.UNKNOWN) {
      call.problem(EVERY, "E0311", "a list of records has no steps", "leave out every:");
    }
    if (call.constant(EVERY).filter(value -> !(value > 0)).isPresent()) {
      call.problem(EVERY, "E0406", "the step between rows is above zero", "for example 1 year");
    }
    if (what instanceof ListType list && list.element() instanceof RecordType record) {
      return new TableType(record.fields());
    }
    if (what instanceof ObjectType object) {
      return object.rows().<Type>map(rows -> rows).orElse(BasicType.UNKNOWN);
    }
    return what instanceof TableType ? what : BasicType.UNKNOWN;
  }

  @Override
  public Value of(CallValues call) {
    Value what = call.value(WHAT);
    if (what instanceof Tabular tabular) {
      return tabular.rows(call.has(EVERY) ? Optional.of(call.quantity(EVERY)) : Optional.empty());
    }
    if (what instanceof ListValue list) {
      return ofRecords(list.elements());
    }
    return what;
  }

  private static TableValue ofRecords(List<Value> records) {
    if (records.isEmpty()) {
      throw Problem.of("E0514", "there are no records to make a table of")
          .withHelp("an empty list does not say what the columns are");
    }
    List<String> columns = List.copyOf(((RecordValue) records.get(0)).fields().keySet());
    List<List<Value>> rows = new ArrayList<>(records.size());
    for (Value record : records) {
      rows.add(new ArrayList<>(((RecordValue) record).fields().values()));
    }
    return new TableValue(columns, rows);
  }
}
