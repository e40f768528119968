package org.tidemark.vocab.lists;

import java.util.List;
import org.tidemark.spi.Accept;
import org.tidemark.spi.CallCheck;
import org.tidemark.spi.CallValues;
import org.tidemark.spi.Problem;
import org.tidemark.spi.Registry;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.QuantityType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.type.Types;
import org.tidemark.spi.value.BoolValue;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.SpecialValue;
import org.tidemark.spi.value.TableValue;
import org.tidemark.spi.value.TextValue;
import org.tidemark.spi.value.Value;
import org.tidemark.vocab.common.BuiltIn;
import org.tidemark.vocab.common.Elements;
import org.tidemark.vocab.common.Order;
import org.tidemark.vocab.common.Takes;
import org.tidemark.vocab.common.TextSearch;

/** Single elements of lists, and where they stand. */
public final class ElementFunctions extends BuiltIn {
  private ElementFunctions(String name) {
    super(name);
  }

  /** Adds them. */
  public static void register(Registry registry) {
    add(
        registry,
        "length",
        Takes.SIZED,
        "How many elements a list has, rows a table, or characters a text.",
        "length([3, 1, 2])");
    add(
        registry,
        "first",
        Takes.ROWS,
        "The first element of a list, or row of a table.",
        "first([3, 1, 2])");
    add(
        registry,
        "last",
        Takes.ROWS,
        "The last element of a list, or row of a table.",
        "last([3, 1, 2])");
    add(
        registry,
        "argmin",
        Takes.ORDERED,
        "The place of the smallest element, counted from 0; the first of several.",
        "argmin([3, 1, 2])");
    add(
        registry,
        "argmax",
        Takes.ORDERED,
        "The place of the largest element, counted from 0; the first of several.",
        "argmax([3, 1, 2])");
    ElementFunctions contains = new ElementFunctions("contains");
    registry.function(
        contains
            .spec("Whether a list has an element, or a text holds another.")
            .required("xs", Takes.LIST_OR_TEXT, "a list or a text")
            .required("x", Accept.ANYTHING, "what is looked for")
            .example("contains([3 USD, 1 USD], 1 USD)")
            .example("contains(\"learning curve\", \"curve\")")
            .body(contains));
    ElementFunctions indexOf = new ElementFunctions("index_of");
    registry.function(
        indexOf
            .spec("The place of the first such element, counted from 0; `missing` without one.")
            .required("xs", Takes.LIST, "a list")
            .required("x", Accept.ANYTHING, "what is looked for")
            .example("index_of([3, 1, 2], 2)")
            .body(indexOf));
  }

  private static void add(
      Registry registry, String name, Accept accept, String doc, String example) {
    ElementFunctions function = new ElementFunctions(name);
    registry.function(
        function.spec(doc).required("xs", accept, accept.words()).example(example).body(function));
  }

  @Override
  public Type of(CallCheck call) {
    Type xs = call.type("xs");
    return switch (name) {
      case "length", "argmin", "argmax" -> QuantityType.PURE;
      case "first", "last" -> Elements.rowOrElement(xs);
      case "contains" -> searched(call, xs, BasicType.BOOL);
      case "index_of" -> searched(call, xs, QuantityType.PURE);
      default -> throw unhandled();
    };
  }

  private Type searched(CallCheck call, Type xs, Type result) {
    Type element = Elements.plain(xs == BasicType.TEXT ? xs : Elements.of(xs));
    Type x = Elements.plain(call.type("x"));
    if (!Types.fits(element, x)) {
      call.problem(
          "x",
          "E0302",
          "cannot compare " + x.describe() + " and " + element.describe(),
          "look for something of the sort that is in it");
    }
    return result;
  }

  @Override
  public Value of(CallValues call) {
    Value xs = call.value("xs");
    if (name.equals("length")) {
      return QuantityValue.pure(length(xs));
    }
    if (name.equals("contains") && xs instanceof TextValue text) {
      return BoolValue.of(TextSearch.contains(text.text(), call.text("x")));
    }
    if (xs instanceof TableValue table) {
      if (table.rows().isEmpty()) {
        throw Problem.of("E0514", name + " of a table without rows has no value")
            .withHelp("check length(table) first");
      }
      return table.row(name.equals("first") ? 0 : table.rows().size() - 1);
    }
    return element(Elements.of(xs), call);
  }

  private static int length(Value value) {
    if (value instanceof TextValue text) {
      return text.text().codePointCount(0, text.text().length());
    }
    return value instanceof TableValue table ? table.rows().size() : Elements.of(value).size();
  }

  private Value element(List<Value> values, CallValues call) {
    if (name.equals("contains") || name.equals("index_of")) {
      int index = indexOf(values, call.value("x"));
      if (name.equals("contains")) {
        return BoolValue.of(index >= 0);
      }
      return index >= 0 ? QuantityValue.pure(index) : SpecialValue.MISSING;
    }
    Elements.notEmpty(values, name);
    return switch (name) {
      case "first" -> values.get(0);
      case "last" -> values.get(values.size() - 1);
      case "argmin" -> QuantityValue.pure(extreme(values, 1));
      case "argmax" -> QuantityValue.pure(extreme(values, -1));
      default -> throw unhandled();
    };
  }

  private static int indexOf(List<Value> values, Value wanted) {
    Object key = Order.key(wanted);
    for (int i = 0; i < values.size(); i++) {
      if (Order.key(values.get(i)).equals(key)) {
        return i;
      }
    }
    return -1;
  }

  private int extreme(List<Value> values, int sign) {
    int best = 0;
    Order.compare(values.get(0), values.get(0), name);
    for (int i = 1; i < values.size(); i++) {
      if (sign * Order.compare(values.get(i), values.get(best), name) < 0) {
        best = i;
      }
    }
    return best;
  }
}
