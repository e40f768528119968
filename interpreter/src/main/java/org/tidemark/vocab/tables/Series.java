package org.tidemark.vocab.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tidemark.spi.Accept;
import org.tidemark.spi.CallCheck;
import org.tidemark.spi.CallValues;
import org.tidemark.spi.Problem;
import org.tidemark.spi.Registry;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.ObjectType;
import org.tidemark.spi.type.QuantityType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.value.SpecialValue;
import org.tidemark.spi.value.TableValue;
import org.tidemark.spi.value.Value;
import org.tidemark.vocab.common.BuiltIn;
import org.tidemark.vocab.common.Columns;
import org.tidemark.vocab.common.Elements;
import org.tidemark.vocab.common.Magnitudes;

/** A function through the points of a table. */
public final class Series extends BuiltIn {
  private static final List<String> WAYS_BETWEEN = List.of("linear", "log", "step");
  private static final List<String> WAYS_BEYOND = List.of("refuse", "hold", "trend");

  private Series() {
    super("series");
  }

  /** Adds it. */
  public static void register(Registry registry) {
    Series series = new Series();
    registry.function(
        series
            .spec(
                "A function through two columns of a table, called with a date or a quantity."
                    + " Between points it goes in a line, in a line of logarithms (`\"log\"`, a"
                    + " constant rate of growth) or keeps the value before (`\"step\"`). Beyond"
                    + " them it refuses, holds the last value (`\"hold\"`) or goes on as between"
                    + " the last two (`\"trend\"`). Rows with an empty cell are left out."
                    + " `plot` draws its points and the way between them.")
            .required("table", Accept.TABLE, "a table")
            .column("on", true, "the column of dates or quantities that it is called with")
            .column("value", true, "the column of its values")
            .optional(
                "interpolate",
                Accept.oneOf(WAYS_BETWEEN),
                "\"linear\"",
                "\"linear\", \"log\" or \"step\"")
            .optional(
                "extrapolate",
                Accept.oneOf(WAYS_BEYOND),
                "\"refuse\"",
                "\"refuse\", \"hold\" or \"trend\"")
            .example(
                "series(table(on: date, usd: USD/GB) { 2024, 15; 2026, 9 }, on, usd,"
                    + " interpolate: \"log\")(date(2025))")
            .body(series));
  }

  // ---- the type

  @Override
  public Type of(CallCheck call) {
    way(call, "interpolate", WAYS_BETWEEN);
    way(call, "extrapolate", WAYS_BEYOND);
    Map<String, Type> columns = Columns.of(call.type("table"));
    if (columns.isEmpty()) {
      return BasicType.UNKNOWN;
    }
    Type on = Elements.plain(Columns.type(call, "on", columns));
    Type value = Elements.plain(Columns.type(call, "value", columns));
    require(call, "on", on, on == BasicType.DATE || on instanceof QuantityType);
    require(call, "value", value, value instanceof QuantityType);
    return ObjectType.named("series")
        .attribute("on", on)
        .attribute("value", value)
        .member("from", on)
        .member("to", on)
        .member("first", value)
        .member("last", value)
        .callable(on, value)
        .plotted()
        .build();
  }

  private static void way(CallCheck call, String parameter, List<String> ways) {
    if (call.has(parameter) && call.constantText(parameter).isPresent()) {
      String given = call.constantText(parameter).get();
      if (!ways.contains(given)) {
        call.problem(parameter, "E0308", unknown(parameter, given), choices(parameter, ways));
      }
    }
  }

  private static String unknown(String parameter, String given) {
    return "series does not know how to " + parameter + " \"" + given + "\"";
  }

  private static String choices(String parameter, List<String> ways) {
    return "write " + parameter + ": \"" + String.join("\", \"", ways) + "\"";
  }

  private static void require(CallCheck call, String parameter, Type type, boolean fits) {
    if (!fits && type != BasicType.UNKNOWN) {
      call.problem(
          parameter,
          "E0308",
          "series takes a column of "
              + (parameter.equals("on") ? "dates or quantities" : "quantities")
              + " for "
              + parameter,
          "the cells of " + call.column(parameter) + " are each " + type.describe());
    }
  }

  // ---- the value

  @Override
  public Value of(CallValues call) {
    TableValue table = (TableValue) call.value("table");
    List<Value> on = new ArrayList<>();
    List<Value> values = new ArrayList<>();
    List<Value> allOn = table.column(call.column("on"));
    List<Value> allValues = table.column(call.column("value"));
    for (int i = 0; i < allOn.size(); i++) {
      if (allOn.get(i) != SpecialValue.MISSING && allValues.get(i) != SpecialValue.MISSING) {
        on.add(allOn.get(i));
        values.add(allValues.get(i));
      }
    }
    if (on.size() < 2) {
      throw Problem.of(
              "E0514",
              "series needs at least two points, and the table has "
                  + (on.isEmpty() ? "none" : "one"))
          .withHelp("rows with an empty cell in either column do not count");
    }
    String between = way(call, "interpolate", WAYS_BETWEEN);
    String beyond = way(call, "extrapolate", WAYS_BEYOND);
    return new SeriesValue(Magnitudes.of(on, name), Magnitudes.of(values, name), between, beyond);
  }

  private static String way(CallValues call, String parameter, List<String> ways) {
    String given = call.has(parameter) ? call.text(parameter) : ways.get(0);
    if (!ways.contains(given)) {
      throw Problem.of("E0503", unknown(parameter, given))
          .withHelp(choices(parameter, ways))
          .about(parameter);
    }
    return given;
  }
}
