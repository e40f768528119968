package org.tidemark.model;

import java.util.List;
import java.util.function.Supplier;
import org.tidemark.grammar.tree.Lambda;
import org.tidemark.kernel.Graph;
import org.tidemark.quantity.Dimension;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.spi.value.Value;

/** What is known of a value while a function is being compiled. */
sealed interface Symbolic {
  /** Where this comes up, the evaluator has to go on. */
  Symbolic REFUSED = new Refused();

  /** What a quantity is where its magnitude is zero. */
  enum Zero {
    /** Zero of its dimension. */
    PLAIN,
    /**
     * Zero of its dimension, and what it is added to decides on the unit: a product with a pure
     * number that may be 0.
     */
    OF_ANY_UNIT,
    /** Perhaps the literal 0, which has any dimension, since that is one of the ways to it. */
    PERHAPS_LITERAL,
    /** Perhaps of another dimension, since it is a product with a literal 0. */
    UNSURE;

    /** Whether it is of its dimension. */
    boolean isCertain() {
      return compareTo(OF_ANY_UNIT) <= 0;
    }

    Zero or(Zero other) {
      return compareTo(other) >= 0 ? this : other;
    }
  }

  /** A value that does not depend on the arguments. */
  record Known(Value value) implements Symbolic {}

  /**
   * A quantity that depends on the arguments.
   *
   * @param node its magnitude in base units
   * @param unit of its dimension
   * @param shown whether it is always shown in that unit
   * @param zero what it is where it is zero
   */
  record Number(Graph.Node node, UnitExpression unit, boolean shown, Zero zero)
      implements Symbolic {
    /** A quantity that is of its dimension everywhere. */
    Number(Graph.Node node, UnitExpression unit, boolean shown) {
      this(node, unit, shown, Zero.PLAIN);
    }

    Dimension dimension() {
      return unit.dimension();
    }

    Number withNode(Graph.Node other) {
      return new Number(other, unit, shown, zero);
    }
  }

  /** A truth value that depends on the arguments. */
  record Truth(Graph.Node node) implements Symbolic {}

  /** A date that depends on the arguments, as a decimal year. */
  record Year(Graph.Node node) implements Symbolic {}

  /** A list of known length. */
  record Elements(List<Symbolic> elements) implements Symbolic {}

  /** A lambda that reads what depends on the arguments. */
  record Function(Lambda lambda, NumericScope scope) implements Symbolic {}

  /** What a name of a body that runs stands for, found when it is read. */
  record Present(Supplier<Symbolic> now) implements Symbolic {}

  /** See {@link #REFUSED}. */
  record Refused() implements Symbolic {}
}
