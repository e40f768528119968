package org.tidemark.model;

import java.util.List;
import java.util.Optional;
import org.tidemark.grammar.tree.BinaryOperator;
import org.tidemark.kernel.Graph;
import org.tidemark.quantity.Quantity;
import org.tidemark.spi.NumericForm;
import org.tidemark.spi.value.SpecialValue;

/** Comparisons of values that depend on the arguments of a function. */
final class SymbolicComparisons {
  private static final NumericForm.Operator COMPARE_DATES = new NumericForm.Two(Double::compare);

  private final SymbolicArithmetic arithmetic;
  private final Graph graph;

  SymbolicComparisons(SymbolicArithmetic arithmetic, Graph graph) {
    this.arithmetic = arithmetic;
    this.graph = graph;
  }

  Symbolic compared(BinaryOperator operator, Symbolic first, Symbolic second) {
    if (isNever(first) || isNever(second)) {
      return comparedWithNever(operator, first, second);
    }
    Symbolic left = arithmetic.comparable(arithmetic.dependent(first));
    Symbolic right = arithmetic.comparable(arithmetic.dependent(second));
    Graph.Node x;
    Graph.Node y;
    if (left instanceof Symbolic.Number a && right instanceof Symbolic.Number b) {
      if (!a.dimension().equals(b.dimension())
          && !SymbolicArithmetic.isPureZero(first)
          && !SymbolicArithmetic.isPureZero(second)) {
        return Symbolic.REFUSED;
      }
      x = a.node();
      y = b.node();
    } else if (left instanceof Symbolic.Year a && right instanceof Symbolic.Year b) {
      x = graph.apply(COMPARE_DATES, List.of(a.node(), b.node()));
      y = arithmetic.zero();
    } else if (left instanceof Symbolic.Truth a && right instanceof Symbolic.Truth b) {
      Graph.Node same = graph.choose(a.node(), b.node(), graph.not(b.node()));
      return operator == BinaryOperator.EQUAL
          ? new Symbolic.Truth(same)
          : operator == BinaryOperator.NOT_EQUAL
              ? new Symbolic.Truth(graph.not(same))
              : Symbolic.REFUSED;
    } else {
      return Symbolic.REFUSED;
    }
    return new Symbolic.Truth(
        switch (operator) {
          case EQUAL -> graph.equal(x, y);
          case NOT_EQUAL -> graph.notEqual(x, y);
          case LESS -> graph.less(x, y);
          case LESS_EQUAL -> graph.lessOrEqual(x, y);
          case GREATER -> graph.less(y, x);
          default -> graph.lessOrEqual(y, x);
        });
  }

  private static boolean isNever(Symbolic symbolic) {
    return symbolic instanceof Symbolic.Known known && known.value() == SpecialValue.NEVER;
  }

  /** Never is later and longer than every other value. */
  private Symbolic comparedWithNever(BinaryOperator operator, Symbolic first, Symbolic second) {
    Symbolic other = arithmetic.dependent(isNever(first) ? second : first);
    if (!(other instanceof Symbolic.Number) && !(other instanceof Symbolic.Year)) {
      return Symbolic.REFUSED;
    }
    boolean holds =
        switch (operator) {
          case EQUAL -> false;
          case NOT_EQUAL -> true;
          case LESS, LESS_EQUAL -> isNever(second);
          default -> isNever(first);
        };
    // an infinite number would be as large, so it is looked at
    Graph.Node node = graph.add(arithmetic.number(other).orElseThrow(), arithmetic.zero());
    return new Symbolic.Truth(graph.after(node, graph.truth(holds)));
  }

  // ---- approximate equality

  Symbolic approximately(Symbolic first, Symbolic second, Optional<Symbolic> tolerance) {
    Symbolic left = arithmetic.comparable(arithmetic.dependent(SymbolicArithmetic.spread(first)));
    Symbolic right = arithmetic.comparable(arithmetic.dependent(SymbolicArithmetic.spread(second)));
    if (!(left instanceof Symbolic.Number x) || !(right instanceof Symbolic.Number y)) {
      return Symbolic.REFUSED;
    }
    if (!x.dimension().equals(y.dimension())
        && !SymbolicArithmetic.isPureZero(first)
        && !SymbolicArithmetic.isPureZero(second)) {
      return Symbolic.REFUSED;
    }
    Graph.Node difference;
    if (tolerance.isEmpty()) {
      difference = graph.apply(Close.BY_DEFAULT, List.of(x.node(), y.node()));
    } else {
      if (!(arithmetic.dependent(tolerance.get()) instanceof Symbolic.Number t)) {
        return Symbolic.REFUSED;
      }
      Symbolic.Number within = arithmetic.certain(t);
      difference =
          graph.apply(
              within.dimension().isNone() ? Close.RELATIVELY : Close.ABSOLUTELY,
              List.of(x.node(), y.node(), within.node()));
    }
    return new Symbolic.Truth(graph.notEqual(difference, arithmetic.zero()));
  }

  /** Closeness as {@link Arithmetic} has it, 1 or 0. */
  private static final class Close {
    static final NumericForm.Operator BY_DEFAULT =
        new NumericForm.Two((x, y) -> Arithmetic.close(x, y, null, true) ? 1 : 0);
    static final NumericForm.Operator RELATIVELY = within(true);
    static final NumericForm.Operator ABSOLUTELY = within(false);

    private static NumericForm.Operator within(boolean relative) {
      return new NumericForm.Many(
          xyt ->
              xyt[2] >= 0
                  ? Arithmetic.close(xyt[0], xyt[1], Quantity.pure(xyt[2]), relative) ? 1 : 0
                  : Double.NaN);
    }
  }
}
