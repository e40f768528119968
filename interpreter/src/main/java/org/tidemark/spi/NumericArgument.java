package org.tidemark.spi;

import java.util.List;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.QuantityType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.value.Value;

/** What numbers of a solver make of an argument. */
public sealed interface NumericArgument {
  /**
   * One number.
   *
   * @param type a quantity, shown in the type's unit, or a date
   */
  record One(Type type) implements NumericArgument {}

  /** A list of fixed length. */
  record Several(List<NumericArgument> elements) implements NumericArgument {
    /** Copies the list. */
    public Several {
      elements = List.copyOf(elements);
    }
  }

  /** No number: the same at every point. */
  record Fixed(Value value) implements NumericArgument {}

  /** A quantity in a unit. */
  static NumericArgument quantity(UnitExpression unit) {
    return new One(QuantityType.of(unit));
  }

  /** A date, as a decimal year. */
  static NumericArgument date() {
    return new One(BasicType.DATE);
  }

  /** How many numbers it takes. */
  default int size() {
    return this instanceof One
        ? 1
        : this instanceof Several list
            ? list.elements().stream().mapToInt(NumericArgument::size).sum()
            : 0;
  }
}
