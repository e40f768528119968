package org.tidemark.vocab.lists;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tidemark.spi.Accept;
import org.tidemark.spi.CallCheck;
import org.tidemark.spi.CallValues;
import org.tidemark.spi.Problem;
import org.tidemark.spi.Progress;
import org.tidemark.spi.Registry;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.ListType;
import org.tidemark.spi.type.QuantityType;
import org.tidemark.spi.type.TableType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.type.Types;
import org.tidemark.spi.value.BoolValue;
import org.tidemark.spi.value.ListValue;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.SpecialValue;
import org.tidemark.spi.value.TableValue;
import org.tidemark.spi.value.Value;
import org.tidemark.vocab.common.BuiltIn;
import org.tidemark.vocab.common.Elements;
import org.tidemark.vocab.common.Takes;

/** Functions that call a function with each element of a list, or each row of a table. */
public final class HigherOrderFunctions extends BuiltIn {
  /** Going through a shorter list is told of by what is done in it, if that takes long. */
  private static final int LONG_LIST = 1_000;

  private HigherOrderFunctions(String name) {
    super(name);
  }

  /** Adds them. */
  public static void register(Registry registry) {
    HigherOrderFunctions map = new HigherOrderFunctions("map");
    registry.function(
        map.spec("The list of what a function makes of each element, or of each row of a table.")
            .required("xs", Takes.ROWS, "a list or a table")
            .required("f", Takes.FUNCTION, "called with each")
            .example("[1 USD, 2 USD] |> map(x => 2 * x)")
            .body(map));
    HigherOrderFunctions filter = new HigherOrderFunctions("filter");
    registry.function(
        filter
            .spec("Those elements of a list, or rows of a table, for which a condition holds.")
            .required("xs", Takes.ROWS, "a list or a table")
            .required("f", Takes.FUNCTION, "the condition, called with each")
            .example("[1 USD, 2 USD, 3 USD] |> filter(x => x > 1 USD)")
            .body(filter));
    HigherOrderFunctions fold = new HigherOrderFunctions("fold");
    registry.function(
        fold.spec(
                "Works through a list from the left: `f(f(f(start, x0), x1), x2)` and so on."
                    + " `start` for an empty list.")
            .required("xs", Takes.ROWS, "a list or a table")
            .required("start", Accept.ANYTHING, "what to start from")
            .required("f", Takes.FUNCTION, "called with what there is and the next element")
            .example("[1, 2, 3, 4] |> fold(1, (product, x) => product * x)")
            .body(fold));
    condition(registry, "any", "Whether a condition holds for at least one element.");
    condition(registry, "all", "Whether a condition holds for every element.");
    condition(registry, "count", "For how many elements a condition holds.");
  }

  private static void condition(Registry registry, String name, String doc) {
    HigherOrderFunctions function = new HigherOrderFunctions(name);
    registry.function(
        function
            .spec(doc.concat(" Takes a list of truth values without a condition too."))
            .required("xs", Takes.ROWS, "a list or a table")
            .optional("f", Takes.FUNCTION, "the elements themselves", "the condition")
            .example(name.concat("([1, 2, 3], x => x > 2)"))
            .example(name.concat("([true, false])"))
            .body(function));
  }

  @Override
  public Type of(CallCheck call) {
    Type xs = call.type("xs");
    Type element = Elements.rowOrElement(xs);
    return switch (name) {
      case "map" -> new ListType(call.apply(call.type("f"), List.of(element)));
      case "fold" -> folded(call, element);
      case "filter" -> {
        requireCondition(call, element);
        yield xs instanceof TableType || xs == BasicType.UNKNOWN ? xs : new ListType(element);
      }
      default -> {
        requireCondition(call, element);
        yield name.equals("count") ? QuantityType.PURE : BasicType.BOOL;
      }
    };
  }

  private void requireCondition(CallCheck call, Type element) {
    Type truth = call.has("f") ? call.apply(call.type("f"), List.of(element)) : element;
    if (!Types.fits(BasicType.BOOL, truth)) {
      call.problem(
          call.has("f") ? "f" : "xs",
          "E0308",
          name + " wants a condition, and this gives " + truth.describe(),
          "compare something: " + name + "(xs, x => x > 0)");
    }
  }

  private static Type folded(CallCheck call, Type element) {
    Type start = Elements.plain(call.type("start"));
    Type once = Elements.plain(call.apply(call.type("f"), List.of(start, element)));
    Optional<Type> both = Types.join(start, once);
    if (both.isPresent() && !both.get().equals(start)) {
      // 0 to start with becomes a quantity with the first element
      Type twice = Elements.plain(call.apply(call.type("f"), List.of(both.get(), element)));
      both = Types.join(both.get(), twice);
      once = twice;
    }
    if (both.isEmpty()) {
      call.problem(
          "f",
          "E0308",
          "fold's function makes " + once.describe() + " of " + start.describe(),
          "its result becomes its first argument, so both have one dimension");
      return BasicType.UNKNOWN;
    }
    return both.get();
  }

  @Override
  public Value of(CallValues call) {
    if (name.equals("filter") && call.value("xs") instanceof TableValue table) {
      return filtered(table, call);
    }
    List<Value> values = Elements.rowsOrElements(call.value("xs"));
    try (Progress progress =
        values.size() < LONG_LIST
            ? Progress.NONE
            : call.surroundings()
                .progress("going through a list with ".concat(name), values.size(), "elements")) {
      return switch (name) {
        case "map" -> map(values, call, progress);
        case "filter" -> filter(values, call, progress);
        case "fold" -> fold(values, call, progress);
        default -> condition(values, call, progress);
      };
    }
  }

  private static Value map(List<Value> values, CallValues call, Progress progress) {
    Value function = call.value("f");
    List<Value> results = new ArrayList<>(values.size());
    for (int i = 0; i < values.size(); i++) {
      Elements.checkpoint(i, call.surroundings());
      progress.add(1);
      results.add(call.apply(function, List.of(values.get(i))));
    }
    return new ListValue(results);
  }

  private Value filter(List<Value> values, CallValues call, Progress progress) {
    List<Value> kept = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      Elements.checkpoint(i, call.surroundings());
      progress.add(1);
      if (holds(values.get(i), call)) {
        kept.add(values.get(i));
      }
    }
    return new ListValue(kept);
  }

  private Value filtered(TableValue table, CallValues call) {
    List<List<Value>> kept = new ArrayList<>();
    for (int i = 0; i < table.rows().size(); i++) {
      Elements.checkpoint(i, call.surroundings());
      if (holds(table.row(i), call)) {
        kept.add(table.rows().get(i));
      }
    }
    return new TableValue(table.columns(), kept);
  }

  private static Value fold(List<Value> values, CallValues call, Progress progress) {
    Value function = call.value("f");
    Value result = call.value("start");
    for (int i = 0; i < values.size(); i++) {
      Elements.checkpoint(i, call.surroundings());
      progress.add(1);
      result = call.apply(function, List.of(result, values.get(i)));
    }
    return result;
  }

  private Value condition(List<Value> values, CallValues call, Progress progress) {
    int count = 0;
    for (int i = 0; i < values.size(); i++) {
      Elements.checkpoint(i, call.surroundings());
      progress.add(1);
      boolean holds = holds(values.get(i), call);
      count += holds ? 1 : 0;
      if (name.equals("any") && holds || name.equals("all") && !holds) {
        return BoolValue.of(holds);
      }
    }
    return name.equals("count") ? QuantityValue.pure(count) : BoolValue.of(name.equals("all"));
  }

  private boolean holds(Value element, CallValues call) {
    Value truth = call.has("f") ? call.apply(call.value("f"), List.of(element)) : element;
    if (truth instanceof BoolValue bool) {
      return bool.holds();
    }
    if (truth == SpecialValue.MISSING) {
      throw Problem.of("E0507", "the condition of " + name + " is missing for an element")
          .withHelp("leave missing cells out first: filter(row => row.price != missing)");
    }
    throw Problem.of("E0503", name + " wants a condition, and this gives " + truth.describe())
        .withHelp("compare something: " + name + "(xs, x => x > 0)");
  }
}
