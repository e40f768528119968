package org.tidemark.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.tidemark.grammar.tree.BinaryOperator;
import org.tidemark.kernel.Graph;
import org.tidemark.quantity.CalendarDate;
import org.tidemark.quantity.Rational;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.spi.type.Types;
import org.tidemark.spi.value.BoolValue;
import org.tidemark.spi.value.DateValue;
import org.tidemark.spi.value.ListValue;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.SpecialValue;
import org.tidemark.spi.value.Value;

/**
 * What operators do with values that depend on the arguments of a function: what {@link Arithmetic}
 * does, as far as it can be told beforehand. Where dimensions do not fit, or it takes the magnitude
 * to tell whether they do, the result is refused and left to {@link Arithmetic}.
 */
final class SymbolicArithmetic {
  private final Graph graph;
  private final SymbolicComparisons comparisons;

  /** Numbers of the graph that no script writes. */
  private enum Written {
    ZERO,
    ONE,
    SECONDS_PER_YEAR
  }

  SymbolicArithmetic(Graph graph) {
    this.graph = graph;
    this.comparisons = new SymbolicComparisons(this, graph);
  }

  SymbolicComparisons comparisons() {
    return comparisons;
  }

  Graph.Node zero() {
    return graph.constant(0, Written.ZERO);
  }

  private Graph.Node secondsPerYear() {
    return graph.constant(CalendarDate.SECONDS_PER_YEAR, Written.SECONDS_PER_YEAR);
  }

  // ---- what it is

  /** The number behind a quantity, a date or a truth value; the refused one is a number too. */
  Optional<Graph.Node> number(Symbolic symbolic) {
    Symbolic value = dependent(symbolic);
    if (value instanceof Symbolic.Number number) {
      return Optional.of(number.node());
    }
    if (value instanceof Symbolic.Year year) {
      return Optional.of(year.node());
    }
    if (value instanceof Symbolic.Truth truth) {
      return Optional.of(graph.choose(truth.node(), graph.constant(1, Written.ONE), zero()));
    }
    return value == Symbolic.REFUSED ? Optional.of(graph.refuse()) : Optional.empty();
  }

  /** A known value as part of the graph, where it is a number; others as they are. */
  Symbolic dependent(Symbolic symbolic) {
    if (!(symbolic instanceof Symbolic.Known known)) {
      return symbolic;
    }
    Value value = Arithmetic.plain(known.value());
    if (value instanceof QuantityValue quantity) {
      double magnitude = quantity.quantity().magnitude();
      return Double.isFinite(magnitude)
          ? new Symbolic.Number(
              graph.constant(magnitude, known.value()),
              quantity.quantity().unit(),
              true,
              quantity.quantity().fitsAnything() && !quantity.quantity().unit().isNone()
                  ? Symbolic.Zero.OF_ANY_UNIT
                  : Symbolic.Zero.PLAIN)
          : Symbolic.REFUSED;
    }
    if (value instanceof DateValue date) {
      return Double.isFinite(date.year())
          ? new Symbolic.Year(graph.constant(date.year(), value))
          : Symbolic.REFUSED;
    }
    if (value instanceof BoolValue bool) {
      return new Symbolic.Truth(graph.truth(bool.holds()));
    }
    return value instanceof SpecialValue ? Symbolic.REFUSED : symbolic;
  }

  static boolean isPureZero(Symbolic symbolic) {
    return symbolic instanceof Symbolic.Known known
        && Arithmetic.plain(known.value()) instanceof QuantityValue quantity
        && quantity.quantity().magnitude() == 0
        && quantity.quantity().unit().isNone();
  }

  private static boolean mayBePureZero(Symbolic symbolic, Symbolic.Number number) {
    return number.zero() != Symbolic.Zero.PLAIN
        || (symbolic instanceof Symbolic.Known
            ? isPureZero(symbolic)
            : number.unit().isNone() || !number.shown());
  }

  private static Symbolic elementwise(Symbolic list, UnaryOperator<Symbolic> work) {
    List<Symbolic> results = new ArrayList<>();
    for (Symbolic element : ((Symbolic.Elements) list).elements()) {
      results.add(work.apply(element));
    }
    return new Symbolic.Elements(results);
  }

  static Symbolic spread(Symbolic symbolic) {
    return symbolic instanceof Symbolic.Known known && known.value() instanceof ListValue list
        ? new Symbolic.Elements(
            list.elements().stream().<Symbolic>map(Symbolic.Known::new).toList())
        : symbolic;
  }

  // ---- logic

  /** A truth value, or the refused one. */
  Symbolic truth(Symbolic symbolic) {
    Symbolic value = dependent(symbolic);
    return value instanceof Symbolic.Truth ? value : Symbolic.REFUSED;
  }

  Symbolic not(Symbolic operand) {
    return truth(operand) instanceof Symbolic.Truth truth
        ? new Symbolic.Truth(graph.not(truth.node()))
        : Symbolic.REFUSED;
  }

  /** One of two values. */
  Symbolic choose(Graph.Node condition, Symbolic consequence, Symbolic alternative) {
    Symbolic first = spread(consequence);
    Symbolic second = spread(alternative);
    if (first instanceof Symbolic.Elements x && second instanceof Symbolic.Elements y) {
      if (x.elements().size() != y.elements().size()) {
        throw new NoKernel("how long a list is depends on its arguments");
      }
      List<Symbolic> chosen = new ArrayList<>();
      for (int i = 0; i < x.elements().size(); i++) {
        chosen.add(choose(condition, x.elements().get(i), y.elements().get(i)));
      }
      return new Symbolic.Elements(chosen);
    }
    Symbolic left = dependent(first);
    Symbolic right = dependent(second);
    if (left == Symbolic.REFUSED && right == Symbolic.REFUSED) {
      return left;
    }
    if (isNumber(left) && isNumber(right)) {
      return numbers(condition, first, left, second, right);
    }
    if (isA(left, Symbolic.Truth.class) && isA(right, Symbolic.Truth.class)) {
      // a truth value that is refused is taken from a number that is
      Graph.Node refused = graph.less(graph.refuse(), zero());
      return new Symbolic.Truth(
          graph.choose(
              condition,
              left instanceof Symbolic.Truth t ? t.node() : refused,
              right instanceof Symbolic.Truth t ? t.node() : refused));
    }
    if (isA(left, Symbolic.Year.class) && isA(right, Symbolic.Year.class)) {
      return new Symbolic.Year(
          graph.choose(condition, number(left).orElseThrow(), number(right).orElseThrow()));
    }
    throw new NoKernel("what sort of value it gives depends on its arguments");
  }

  private static boolean isNumber(Symbolic value) {
    return isA(value, Symbolic.Number.class);
  }

  private static boolean isA(Symbolic value, Class<? extends Symbolic> sort) {
    return value == Symbolic.REFUSED || sort.isInstance(value);
  }

  private Symbolic numbers(
      Graph.Node condition, Symbolic first, Symbolic left, Symbolic second, Symbolic right) {
    Graph.Node node =
        graph.choose(condition, number(left).orElseThrow(), number(right).orElseThrow());
    if (!(left instanceof Symbolic.Number x)) {
      return ((Symbolic.Number) right).withNode(node);
    }
    if (!(right instanceof Symbolic.Number y)) {
      return x.withNode(node);
    }
    if (x.dimension().equals(y.dimension())) {
      boolean shown = x.shown() && y.shown() && x.unit().equals(y.unit());
      return new Symbolic.Number(node, x.unit(), shown, x.zero().or(y.zero()));
    }
    if (isPureZero(first) || isPureZero(second)) {
      return new Symbolic.Number(
          node,
          (isPureZero(first) ? y : x).unit(),
          false,
          x.zero().or(y.zero()).or(Symbolic.Zero.PERHAPS_LITERAL));
    }
    throw new NoKernel("the dimension of what it gives depends on its arguments");
  }

  /** Something that is there only where other things are. */
  Symbolic after(List<Symbolic> required, Symbolic result) {
    Symbolic all = result;
    for (int i = required.size() - 1; i >= 0; i--) {
      all = after(required.get(i), all);
    }
    return all;
  }

  private Symbolic after(Symbolic required, Symbolic result) {
    if (required == Symbolic.REFUSED || result == Symbolic.REFUSED) {
      return Symbolic.REFUSED;
    }
    if (required instanceof Symbolic.Elements list) {
      return after(list.elements(), result);
    }
    Graph.Node node =
        required instanceof Symbolic.Number number
            ? number.node()
            : required instanceof Symbolic.Year year
                ? year.node()
                : required instanceof Symbolic.Truth truth ? truth.node() : null;
    if (node == null || !node.isRefusable()) {
      return result;
    }
    Symbolic value = dependent(spread(result));
    if (value instanceof Symbolic.Number number) {
      return number.withNode(graph.after(node, number.node()));
    }
    if (value instanceof Symbolic.Year year) {
      return new Symbolic.Year(graph.after(node, year.node()));
    }
    if (value instanceof Symbolic.Truth truth) {
      return new Symbolic.Truth(graph.after(node, truth.node()));
    }
    if (value instanceof Symbolic.Elements && !((Symbolic.Elements) value).elements().isEmpty()) {
      return elementwise(value, element -> after(required, element));
    }
    return value == Symbolic.REFUSED ? value : unordered();
  }

  private static Symbolic unordered() {
    throw new NoKernel("a step of it gives what is no number");
  }

  // ---- units

  /** The same magnitude, shown in another unit. */
  Symbolic shownIn(Symbolic symbolic, UnitExpression unit) {
    Symbolic value = dependent(spread(symbolic));
    if (value instanceof Symbolic.Elements) {
      return elementwise(value, element -> shownIn(element, unit));
    }
    if (!(value instanceof Symbolic.Number number)) {
      return value;
    }
    return number.dimension().equals(unit.dimension())
        ? new Symbolic.Number(
            number.node(),
            unit,
            number.zero() != Symbolic.Zero.UNSURE,
            number.zero() == Symbolic.Zero.UNSURE ? Symbolic.Zero.UNSURE : Symbolic.Zero.PLAIN)
        : Symbolic.REFUSED;
  }

  /** A value under an annotation. */
  Symbolic annotated(Symbolic symbolic, UnitExpression unit) {
    Symbolic value = dependent(spread(symbolic));
    if (value instanceof Symbolic.Elements) {
      return elementwise(value, element -> annotated(element, unit));
    }
    if (value instanceof Symbolic.Number number) {
      if (number.dimension().equals(unit.dimension())
          && (!number.shown() || number.unit().isPercentOf(unit))) {
        return number;
      }
    }
    return shownIn(symbolic, unit);
  }

  /** A number that is of its dimension even where it is zero; elsewhere the evaluator is asked. */
  Symbolic.Number certain(Symbolic.Number number) {
    return number.zero().isCertain()
        ? number
        : new Symbolic.Number(graph.nonZero(number.node()), number.unit(), number.shown());
  }

  /** A number that is of its dimension, or the literal 0. */
  Symbolic.Number comparable(Symbolic.Number number) {
    return number.zero() == Symbolic.Zero.UNSURE ? certain(number) : number;
  }

  Symbolic comparable(Symbolic value) {
    return value instanceof Symbolic.Number number ? comparable(number) : value;
  }

  // ---- operators

  Symbolic negate(Symbolic operand) {
    Symbolic value = dependent(spread(operand));
    if (value instanceof Symbolic.Elements) {
      return elementwise(value, this::negate);
    }
    return value instanceof Symbolic.Number number
        ? number.withNode(graph.negate(number.node()))
        : Symbolic.REFUSED;
  }

  Symbolic apply(
      BinaryOperator operator, Symbolic first, Symbolic second, Optional<Rational> exponent) {
    Symbolic left = spread(first);
    Symbolic right = spread(second);
    boolean compares =
        switch (operator) {
          case EQUAL, NOT_EQUAL, LESS, LESS_EQUAL, GREATER, GREATER_EQUAL -> true;
          default -> false;
        };
    if (compares) {
      return comparisons.compared(operator, left, right);
    }
    if (left instanceof Symbolic.Elements || right instanceof Symbolic.Elements) {
      return lists(operator, left, right, exponent);
    }
    Symbolic x = dependent(left);
    Symbolic y = dependent(right);
    if (x instanceof Symbolic.Number && y instanceof Symbolic.Number) {
      try {
        return quantities(operator, left, right, exponent);
      } catch (ArithmeticException tooLarge) {
        return Symbolic.REFUSED;
      }
    }
    return dates(operator, x, y);
  }

  private Symbolic lists(
      BinaryOperator operator, Symbolic left, Symbolic right, Optional<Rational> exponent) {
    if (left instanceof Symbolic.Elements x && right instanceof Symbolic.Elements y) {
      if (x.elements().size() != y.elements().size()) {
        return Symbolic.REFUSED;
      }
      List<Symbolic> results = new ArrayList<>();
      for (int i = 0; i < x.elements().size(); i++) {
        results.add(apply(operator, x.elements().get(i), y.elements().get(i), exponent));
      }
      return new Symbolic.Elements(results);
    }
    return left instanceof Symbolic.Elements
        ? elementwise(left, element -> apply(operator, element, right, exponent))
        : elementwise(right, element -> apply(operator, left, element, exponent));
  }

  private Symbolic quantities(
      BinaryOperator operator, Symbolic first, Symbolic second, Optional<Rational> exponent) {
    Symbolic.Number left = (Symbolic.Number) dependent(first);
    Symbolic.Number right = (Symbolic.Number) dependent(second);
    switch (operator) {
      case ADD, SUBTRACT -> {
        Symbolic.Number x = comparable(left);
        Symbolic.Number y = comparable(right);
        Graph.Node node =
            operator == BinaryOperator.ADD
                ? graph.add(x.node(), y.node())
                : graph.subtract(x.node(), y.node());
        if (isPureZero(first)) {
          return y.withNode(node);
        }
        if (isPureZero(second)) {
          return x.withNode(node);
        }
        if (!x.dimension().equals(y.dimension())) {
          return Symbolic.REFUSED;
        }
        boolean same = y.shown() && x.unit().equals(y.unit());
        return new Symbolic.Number(
            node,
            x.unit(),
            x.shown() && (same || !mayBePureZero(first, x)),
            x.zero().isCertain() ? Symbolic.Zero.PLAIN : y.zero());
      }
      case MULTIPLY, DIVIDE -> {
        Symbolic.Number x = left;
        Symbolic.Number y = right;
        boolean product = operator == BinaryOperator.MULTIPLY;
        return new Symbolic.Number(
            product ? graph.multiply(x.node(), y.node()) : graph.divide(x.node(), y.node()),
            product
                ? UnitExpression.ofProduct(x.unit(), y.unit())
                : UnitExpression.ofQuotient(x.unit(), y.unit()),
            x.shown() && y.shown(),
            ofProduct(
                x.zero()
                    .or(product ? y.zero() : Symbolic.Zero.PLAIN)
                    .or(y.zero().isCertain() ? Symbolic.Zero.PLAIN : y.zero())
                    .or(
                        isPure(first, x) || (product && isPure(second, y))
                            ? Symbolic.Zero.OF_ANY_UNIT
                            : Symbolic.Zero.PLAIN)));
      }
      case POWER -> {
        Symbolic.Number x = exponent.isEmpty() ? certain(left) : left;
        if (!x.dimension().isNone() && exponent.isEmpty()) {
          return Symbolic.REFUSED;
        }
        return new Symbolic.Number(
            graph.power(x.node(), right.node()),
            exponent
                .map(exact -> UnitExpression.ofPower(x.unit(), exact))
                .orElse(UnitExpression.NONE),
            x.shown() || exponent.isEmpty(),
            x.zero().isCertain() ? Symbolic.Zero.PLAIN : Symbolic.Zero.UNSURE);
      }
      default -> throw new IllegalStateException(operator.symbol());
    }
  }

  /** A product with the literal 0 lacks that one's dimension. */
  private static Symbolic.Zero ofProduct(Symbolic.Zero zero) {
    return zero.isCertain() ? zero : Symbolic.Zero.UNSURE;
  }

  /** Whether it is a pure number that may be 0. */
  private static boolean isPure(Symbolic symbolic, Symbolic.Number number) {
    return symbolic instanceof Symbolic.Known ? isPureZero(symbolic) : number.unit().isNone();
  }

  private Symbolic dates(BinaryOperator operator, Symbolic left, Symbolic right) {
    boolean add = operator == BinaryOperator.ADD;
    boolean subtract = operator == BinaryOperator.SUBTRACT;
    if (left instanceof Symbolic.Year date && right instanceof Symbolic.Number span) {
      Graph.Node years = graph.divide(span.node(), secondsPerYear());
      if (add || subtract) {
        return new Symbolic.Year(
            add ? graph.add(date.node(), years) : graph.subtract(date.node(), years));
      }
    }
    if (add && right instanceof Symbolic.Year date && left instanceof Symbolic.Number span) {
      return new Symbolic.Year(graph.add(date.node(), graph.divide(span.node(), secondsPerYear())));
    }
    if (subtract && left instanceof Symbolic.Year later && right instanceof Symbolic.Year earlier) {
      return new Symbolic.Number(
          graph.multiply(graph.subtract(later.node(), earlier.node()), secondsPerYear()),
          UnitExpression.coherent(Types.TIME),
          true);
    }
    return Symbolic.REFUSED;
  }
}
