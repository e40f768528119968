package org.tidemark.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.grammar.source.SourceText;
import org.tidemark.grammar.tree.Argument;
import org.tidemark.grammar.tree.Call;
import org.tidemark.grammar.tree.Expression;
import org.tidemark.grammar.tree.Identifier;
import org.tidemark.grammar.tree.NameReference;
import org.tidemark.grammar.tree.PlotStatement;
import org.tidemark.grammar.tree.ShowItem;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.FunctionType;
import org.tidemark.spi.type.IntervalType;
import org.tidemark.spi.type.ListType;
import org.tidemark.spi.type.ObjectType;
import org.tidemark.spi.type.QuantityType;
import org.tidemark.spi.type.RecordType;
import org.tidemark.spi.type.TableType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.type.Types;

/** Whether what stands in a plot can be drawn, and along the same axes. */
final class PlotTypes {
  private final TypeChecker checker;
  private final PlotStatement plot;
  private final Scope scope;
  private final SourceText source;
  private final Type across;
  private final List<Drawn> drawn = new ArrayList<>();

  /**
   * Something that is drawn.
   *
   * @param x the type of what lies across, a text for names; unknown where running will tell
   * @param y the type of what lies up
   */
  private record Drawn(Expression item, Type x, Type y) {}

  private PlotTypes(TypeChecker checker, PlotStatement plot, Scope scope) {
    this.checker = checker;
    this.plot = plot;
    this.scope = scope;
    this.source = ExpressionTypes.source(scope);
    this.across = plot.domain().map(this::domain).orElse(null);
  }

  static void check(TypeChecker checker, PlotStatement plot, Scope scope) {
    PlotTypes types = new PlotTypes(checker, plot, scope);
    for (ShowItem item : plot.items()) {
      types.item(item.value());
    }
    types.axis("x");
    types.axis("y");
    PlotWishes.problems(plot.wishes(), types.source).forEach(checker.findings::add);
  }

  private Type domain(Expression written) {
    Type type = checker.expressions.infer(written, scope);
    if (type instanceof IntervalType interval) {
      return OperatorTypes.plain(interval.element());
    }
    if (type != BasicType.UNKNOWN) {
      String name = plot.variable().orElseThrow().name();
      checker.error(
          source,
          written.span(),
          "E0556",
          name + " runs over an interval, and this is " + type.describe(),
          "for example over "
              + name
              + " in "
              + (type == BasicType.DATE ? "date(2024) .. date(2030)" : "1 .. 10" + unit(type)));
    }
    return BasicType.UNKNOWN;
  }

  private void item(Expression item) {
    if (across == null) {
      look(item, checker.expressions.infer(item, scope));
      return;
    }
    Identifier variable = plot.variable().orElseThrow();
    Scope inner = scope.local();
    int index = inner.define(variable.name(), across);
    Type type = checker.expressions.infer(item, inner);
    if (inner.isRead(index)) {
      follows(item, type, variable);
    } else if (isCalled(type)) {
      Expression argument = new NameReference(variable.name(), variable.span());
      Call call =
          new Call(
              item,
              List.of(new Argument(Optional.empty(), argument, variable.span())),
              item.span());
      follows(item, checker.expressions.infer(call, inner), variable);
    } else if (!isDrawn(type) && (Types.quantity(type).isPresent() || type == BasicType.DATE)) {
      drawn.add(new Drawn(item, across, OperatorTypes.plain(type)));
    } else {
      look(item, type);
    }
  }

  private static boolean isCalled(Type type) {
    return type instanceof ObjectType object
        ? !object.isPlotted()
            && object.rows().isEmpty()
            && object.quantity().isEmpty()
            && object.parameter().isPresent()
        : type instanceof FunctionType;
  }

  /** Something that differs from point to point. */
  private void follows(Expression item, Type type, Identifier variable) {
    Type plain = OperatorTypes.plain(type);
    if (plain instanceof RecordType record
        && record.fields().values().stream().allMatch(PlotTypes::isNumber)) {
      record.fields().values().forEach(y -> drawn.add(new Drawn(item, across, y)));
    } else if (isNumber(plain)) {
      drawn.add(new Drawn(item, across, plain));
    } else {
      checker.error(
          source,
          item.span(),
          "E0551",
          "for each " + variable.name() + " this is " + type.describe() + ", and not a number",
          "over draws numbers that depend on " + variable.name());
    }
  }

  private static boolean isNumber(Type type) {
    return type == BasicType.UNKNOWN
        || type == BasicType.DATE
        || type == BasicType.NEVER
        || Types.quantity(type).isPresent();
  }

  // ---- what can be drawn by itself

  private void look(Expression item, Type type) {
    if (type == BasicType.UNKNOWN) {
      drawn.add(new Drawn(item, type, type));
    } else if (type instanceof ObjectType object) {
      object(item, object);
    } else if (type instanceof FunctionType function) {
      function(item, function);
    } else if (type instanceof TableType table) {
      table(item, table);
    } else if (type instanceof ListType list) {
      list(item, list);
    } else if (type instanceof RecordType record) {
      record(item, record);
    } else if (type instanceof QuantityType quantity) {
      // one number by itself is drawn where it is uncertain
      drawn.add(
          new Drawn(
              item, quantity, quantity.isZero() ? quantity : QuantityType.PURE.over(quantity)));
    } else {
      refuse(item, type);
    }
  }

  private void object(Expression item, ObjectType object) {
    if (object.isPlotted()) {
      Type y = object.running().or(object::quantity).map(q -> (Type) q).orElse(BasicType.UNKNOWN);
      drawn.add(new Drawn(item, across == null ? BasicType.UNKNOWN : across, y));
    } else if (object.rows().isPresent()) {
      table(item, object.rows().get());
    } else if (object.quantity().isPresent()) {
      look(item, object.quantity().get());
    } else if (object.parameter().isPresent()) {
      needsInterval(item, object.parameter().get());
    } else {
      refuse(item, object);
    }
  }

  private void function(Expression item, FunctionType function) {
    if (function.arity() != 1 && function.arity() != -1) {
      checker.error(
          source,
          item.span(),
          "E0551",
          "a chart shows functions of one argument, and this is " + function.describe(),
          "fix the others: plot f(x, 2) over x in 1 .. 10");
      return;
    }
    needsInterval(item, BasicType.UNKNOWN);
  }

  private void needsInterval(Expression item, Type parameter) {
    checker.error(
        source,
        item.span(),
        "E0553",
        "this is drawn over an interval, and none is given",
        "say from where to where: over x in 1 .. 10" + unit(parameter));
  }

  private static String unit(Type type) {
    return Types.quantity(type)
        .filter(q -> !q.isPure() && !q.isZero())
        .map(q -> " " + q.unit().text())
        .orElse("");
  }

  private void list(Expression item, ListType list) {
    Type element = list.element();
    if (element == BasicType.MISSING || (isNumber(element) && !isDrawn(element))) {
      drawn.add(new Drawn(item, QuantityType.PURE, OperatorTypes.plain(element)));
    } else {
      look(item, element);
    }
  }

  /** Whether something that stands for a number is drawn as more than that number. */
  private static boolean isDrawn(Type type) {
    return type instanceof ObjectType object && object.isPlotted();
  }

  private void record(Expression item, RecordType record) {
    boolean numbers =
        !record.fields().isEmpty()
            && record.fields().values().stream().allMatch(f -> isNumber(f) && !isDrawn(f));
    if (record.fields().isEmpty()) {
      refuse(item, record);
    }
    for (Type field : record.fields().values()) {
      if (numbers) {
        drawn.add(new Drawn(item, BasicType.TEXT, OperatorTypes.plain(field)));
      } else {
        look(item, field);
      }
    }
  }

  private void table(Expression item, TableType table) {
    Type first = BasicType.UNKNOWN;
    List<Map.Entry<String, Type>> numbers = new ArrayList<>();
    boolean isFirst = true;
    for (Map.Entry<String, Type> column : table.columns().entrySet()) {
      if (isFirst) {
        first = OperatorTypes.plain(column.getValue());
      } else if (isNumber(column.getValue())) {
        numbers.add(column);
      }
      isFirst = false;
    }
    if (numbers.isEmpty() || !(isNumber(first) || first == BasicType.TEXT)) {
      checker.error(
          source,
          item.span(),
          "E0551",
          "there is no column of numbers to draw in " + table.describe(),
          "a chart takes the first column across and the numbers of the others up");
      return;
    }
    // two numbers for names, or over a grid: running will tell which column lies where
    boolean open = first == BasicType.TEXT ? table.columns().size() > 2 : numbers.size() == 2;
    Type x = open && first == BasicType.TEXT ? BasicType.UNKNOWN : first;
    Type y = OperatorTypes.plain(numbers.get(0).getValue());
    for (Map.Entry<String, Type> column : numbers) {
      Type other = OperatorTypes.plain(column.getValue());
      Optional<Type> both = Types.join(y, other);
      if (both.isPresent()) {
        y = both.get();
      } else if (open) {
        y = BasicType.UNKNOWN;
        break;
      } else {
        checker.error(
            source,
            item.span(),
            "E0552",
            "the column "
                + numbers.get(0).getKey()
                + " is "
                + y.describe()
                + " and "
                + column.getKey()
                + " is "
                + other.describe()
                + ", which do not go along one axis",
            "draw them one by one: plot [row."
                + column.getKey()
                + " for row in "
                + (item instanceof NameReference named ? named.name() : "table")
                + "]");
        return;
      }
    }
    drawn.add(new Drawn(item, x, y));
  }

  private void refuse(Expression item, Type type) {
    checker.error(
        source,
        item.span(),
        "E0551",
        "a chart cannot show " + type.describe(),
        "it shows functions over an interval, tables, lists and records of numbers, uncertain"
            + " values, curves, solutions and what runs");
  }

  // ---- axes

  private void axis(String name) {
    Drawn first = null;
    for (Drawn each : drawn) {
      Type type = name.equals("x") ? each.x() : each.y();
      if (type == BasicType.UNKNOWN || type == BasicType.NEVER) {
        continue;
      }
      if (first == null || isZero(first, name)) {
        first = each;
        continue;
      }
      Type before = name.equals("x") ? first.x() : first.y();
      if (Types.join(before, type).isEmpty()) {
        checker.findings.add(
            Diagnostic.error(
                    "E0552",
                    "cannot draw "
                        + words(before)
                        + " and "
                        + words(type)
                        + " along one "
                        + name
                        + " axis",
                    source,
                    each.item().span())
                .withNote(describe(type))
                .withLabel(source, first.item().span(), describe(before))
                .withHelp(axisHelp(before, type)));
        return;
      }
    }
  }

  private static boolean isZero(Drawn drawn, String name) {
    return (name.equals("x") ? drawn.x() : drawn.y()) instanceof QuantityType q && q.isZero();
  }

  private static String axisHelp(Type before, Type type) {
    boolean currencies =
        Types.quantity(before).isPresent()
            && Types.quantity(type).isPresent()
            && Types.differInCurrency(
                Types.quantity(before).get().dimension(), Types.quantity(type).get().dimension());
    return currencies
        ? "say what one currency is worth in the other, for example exchange EUR = 1.08 USD"
        : "draw them in two plots, or divide each by a reference of its own";
  }

  private static String words(Type type) {
    return type == BasicType.TEXT ? "names" : OperatorTypes.brief(type);
  }

  private static String describe(Type type) {
    return type == BasicType.TEXT ? "names" : type.describe();
  }
}
