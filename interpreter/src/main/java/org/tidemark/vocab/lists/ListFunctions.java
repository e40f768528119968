package org.tidemark.vocab.lists;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tidemark.spi.Accept;
import org.tidemark.spi.CallCheck;
import org.tidemark.spi.CallValues;
import org.tidemark.spi.Registry;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.ListType;
import org.tidemark.spi.type.RecordType;
import org.tidemark.spi.type.TableType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.type.Types;
import org.tidemark.spi.value.ListValue;
import org.tidemark.spi.value.RecordValue;
import org.tidemark.spi.value.TableValue;
import org.tidemark.spi.value.Value;
import org.tidemark.vocab.common.BuiltIn;
import org.tidemark.vocab.common.Elements;
import org.tidemark.vocab.common.Order;
import org.tidemark.vocab.common.Takes;

/** Lists from lists. */
public final class ListFunctions extends BuiltIn {
  private ListFunctions(String name) {
    super(name);
  }

  /** Adds them. */
  public static void register(Registry registry) {
    ListFunctions reverse = new ListFunctions("reverse");
    registry.function(
        reverse
            .spec("The elements of a list, or the rows of a table, from last to first.")
            .required("xs", Takes.ROWS, "a list or a table")
            .example("reverse([1, 2, 3])")
            .body(reverse));
    part(
        registry, "take", "The first `n` elements of a list or rows of a table, or all there are.");
    part(registry, "drop", "What is left of a list or a table without its first `n`.");
    ListFunctions unique = new ListFunctions("unique");
    registry.function(
        unique
            .spec("Each value of a list once, in the order in which they first occur.")
            .required("xs", Takes.LIST, "a list")
            .example("unique([3, 1, 3])")
            .body(unique));
    ListFunctions concat = new ListFunctions("concat");
    registry.function(
        concat
            .spec("One list of the elements of several.")
            .rest("lists", Takes.LIST, "lists of one type")
            .example("concat([1, 2], [3])")
            .body(concat));
    ListFunctions flatten = new ListFunctions("flatten");
    registry.function(
        flatten
            .spec("One list of the elements of a list's lists.")
            .required("xs", Takes.NESTED, "a list of lists")
            .example("flatten([[1, 2], [3]])")
            .body(flatten));
    ListFunctions zip = new ListFunctions("zip");
    registry.function(
        zip.spec(
                "Two lists side by side, as far as the shorter one reaches: records `{first,"
                    + " second}`, or what a function makes of the two.")
            .required("xs", Takes.LIST, "a list")
            .required("ys", Takes.LIST, "another")
            .optional("f", Takes.FUNCTION, "a record of both", "what to make of each two")
            .example("zip([1 USD, 2 USD], [3 EB, 4 EB], (p, q) => p * q)")
            .example("zip([1 USD, 2 USD], [3 EB, 4 EB]) |> map(pair => pair.second)")
            .body(zip));
    ListFunctions sequence = new ListFunctions("sequence");
    registry.function(
        sequence
            .spec(
                "The list of values from one to another in steps. An interval with `by` stands for"
                    + " the same wherever a list is wanted.")
            .required("from", Takes.COMPARABLE, "the first value")
            .required("to", Takes.COMPARABLE, "the last value, where the steps meet it")
            .optional("by", Accept.QUANTITY, "1 between pure numbers", "the step")
            .example("sequence(0 USD, 10 USD, by: 2.5 USD)")
            .body(sequence));
  }

  private static void part(Registry registry, String name, String doc) {
    ListFunctions function = new ListFunctions(name);
    registry.function(
        function
            .spec(doc)
            .required("xs", Takes.ROWS, "a list or a table")
            .required("n", Accept.NUMBER, "how many, a whole number")
            .example(name.concat("([1, 2, 3, 4], 3)"))
            .body(function));
  }

  @Override
  public Type of(CallCheck call) {
    Type xs = call.type("xs");
    Type element = Elements.of(xs);
    return switch (name) {
      case "reverse", "take", "drop" ->
          xs instanceof TableType || xs == BasicType.UNKNOWN ? xs : new ListType(element);
      case "unique" -> new ListType(element);
      case "concat" -> joined(call);
      case "flatten" -> new ListType(Elements.of(element));
      case "zip" -> zipped(call, element, Elements.of(call.type("ys")));
      case "sequence" -> sequenceType(call);
      default -> throw unhandled();
    };
  }

  private static Type joined(CallCheck call) {
    Type all = BasicType.UNKNOWN;
    for (Type list : call.rest()) {
      Type element = Elements.of(list);
      Optional<Type> both = Types.join(all, element);
      if (both.isEmpty()) {
        call.problem(
            null,
            "E0308",
            "cannot put " + element.describe() + " into a list of which each is " + all.describe(),
            "all elements of a list have one dimension");
        return new ListType(BasicType.UNKNOWN);
      }
      all = both.get();
    }
    return new ListType(all);
  }

  private static Type zipped(CallCheck call, Type x, Type y) {
    if (call.has("f")) {
      return new ListType(call.apply(call.type("f"), List.of(x, y)));
    }
    Map<String, Type> fields = new LinkedHashMap<>();
    fields.put("first", x);
    fields.put("second", y);
    return new ListType(new RecordType(fields));
  }

  private static Type sequenceType(CallCheck call) {
    Type from = Elements.plain(call.type("from"));
    Type to = Elements.plain(call.type("to"));
    Optional<Type> both = Types.join(from, to);
    if (both.isEmpty()) {
      call.problem(
          "to",
          "E0308",
          "a sequence cannot lead from " + from.describe() + " to " + to.describe(),
          "give both ends the same dimension");
      return new ListType(BasicType.UNKNOWN);
    }
    Type step = both.get() == BasicType.DATE ? Types.DURATION : both.get();
    if (call.has("by") && !Types.fits(step, Elements.plain(call.type("by")))) {
      call.problem(
          "by",
          "E0308",
          "the step is " + call.type("by").describe() + " between values of " + step.describe(),
          "give the step the dimension of the values; between dates, a time");
    }
    return new ListType(both.get());
  }

  @Override
  public Value of(CallValues call) {
    return switch (name) {
      case "reverse", "take", "drop" -> part(call);
      case "unique" -> unique(Elements.of(call.value("xs")));
      case "concat" -> concat(call.rest(), call);
      case "flatten" -> concat(Elements.of(call.value("xs")), call);
      case "zip" -> zip(call);
      case "sequence" -> sequence(call);
      default -> throw unhandled();
    };
  }

  private Value part(CallValues call) {
    if (call.value("xs") instanceof TableValue table) {
      return new TableValue(table.columns(), part(table.rows(), call));
    }
    return new ListValue(part(Elements.of(call.value("xs")), call));
  }

  private <T> List<T> part(List<T> items, CallValues call) {
    if (name.equals("reverse")) {
      List<T> reversed = new ArrayList<>(items.size());
      for (int i = items.size() - 1; i >= 0; i--) {
        reversed.add(items.get(i));
      }
      return reversed;
    }
    int n = Math.min(items.size(), Whole.atLeastZero(call, "n", name));
    return name.equals("take") ? items.subList(0, n) : items.subList(n, items.size());
  }

  private static Value unique(List<Value> values) {
    Map<Object, Value> seen = new LinkedHashMap<>();
    for (Value value : values) {
      seen.putIfAbsent(Order.key(value), value);
    }
    return new ListValue(List.copyOf(seen.values()));
  }

  private static Value concat(List<Value> lists, CallValues call) {
    List<Value> all = new ArrayList<>();
    for (Value list : lists) {
      List<Value> more = Elements.of(list);
      Elements.limit((double) all.size() + more.size(), call.surroundings());
      all.addAll(more);
    }
    return new ListValue(all);
  }

  private static Value sequence(CallValues call) {
    return new ListValue(
        Elements.sequence(
            call.value("from"),
            call.value("to"),
            call.has("by") ? Optional.of(call.value("by")) : Optional.empty()));
  }

  private static Value zip(CallValues call) {
    List<Value> xs = Elements.of(call.value("xs"));
    List<Value> ys = Elements.of(call.value("ys"));
    List<Value> pairs = new ArrayList<>();
    for (int i = 0; i < Math.min(xs.size(), ys.size()); i++) {
      Elements.checkpoint(i, call.surroundings());
      if (call.has("f")) {
        pairs.add(call.apply(call.value("f"), List.of(xs.get(i), ys.get(i))));
      } else {
        Map<String, Value> fields = new LinkedHashMap<>();
        fields.put("first", xs.get(i));
        fields.put("second", ys.get(i));
        pairs.add(new RecordValue(fields));
      }
    }
    return new ListValue(pairs);
  }
}
