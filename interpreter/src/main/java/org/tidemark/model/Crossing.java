package org.tidemark.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tidemark.check.UnitReader;
import org.tidemark.grammar.tree.ListType;
import org.tidemark.grammar.tree.TypeExpression;
import org.tidemark.quantity.Quantity;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.spi.foreign.ForeignFunction;
import org.tidemark.spi.value.BoolValue;
import org.tidemark.spi.value.ListValue;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.Value;

/**
 * How values become plain numbers for a foreign function, and its results values again.
 *
 * @param lists how many lists are around each number
 * @param unit of the numbers; empty for truth values
 */
record Crossing(int lists, Optional<UnitExpression> unit) {
  /** The one of a declared type that the checker has let through. */
  static Crossing of(TypeExpression type, UnitReader units) {
    if (type instanceof ListType list) {
      Crossing element = of(list.element(), units);
      return new Crossing(element.lists + 1, element.unit);
    }
    return new Crossing(0, units.unit(type));
  }

  /** Says what is wrong with a value. */
  static final class Misfit extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Misfit(String words) {
      super(words, null, false, false);
    }
  }

  /** What it hands over, in words. */
  String words() {
    String of = unit.filter(u -> !u.isNone()).map(u -> " of " + u.text()).orElse("");
    return switch (lists) {
      case 0 -> unit.isEmpty() ? "a truth value" : "a number" + of;
      case 1 -> unit.isEmpty() ? "a list of truth values" : "a list of numbers" + of;
      default -> unit.isEmpty() ? "lists of truth values" : "lists of numbers" + of;
    };
  }

  /**
   * A value as the foreign function sees it.
   *
   * @throws Misfit where it is none of what is declared
   */
  Object out(Value value) {
    return out(value, lists);
  }

  private Object out(Value value, int levels) {
    if (levels > 0) {
      if (!(value instanceof ListValue list)) {
        throw new Misfit(value.describe());
      }
      List<Object> elements = new ArrayList<>(list.elements().size());
      for (Value element : list.elements()) {
        elements.add(out(element, levels - 1));
      }
      return elements;
    }
    if (unit.isEmpty()) {
      if (value instanceof BoolValue bool) {
        return bool.holds();
      }
      throw new Misfit(value.describe());
    }
    Quantity quantity = Members.quantity(value).orElseThrow(() -> new Misfit(value.describe()));
    if (quantity.fitsAnything()) {
      return 0.0;
    }
    if (!quantity.dimension().equals(unit.get().dimension())) {
      throw new Misfit(value.describe());
    }
    double number = quantity.in(unit.get());
    if (!Double.isFinite(number)) {
      throw new Misfit("no finite number");
    }
    return number;
  }

  /**
   * A result as the script sees it.
   *
   * @throws Misfit where it is none of what is declared
   */
  Value in(Object result) {
    return in(result, lists);
  }

  private Value in(Object result, int levels) {
    if (levels > 0) {
      if (!(result instanceof List<?> list)) {
        throw new Misfit(words(result));
      }
      List<Value> elements = new ArrayList<>(list.size());
      for (Object element : list) {
        elements.add(in(element, levels - 1));
      }
      return new ListValue(elements);
    }
    if (unit.isEmpty()) {
      if (result instanceof Boolean bool) {
        return BoolValue.of(bool);
      }
      throw new Misfit(words(result));
    }
    if (!(result instanceof Double number)) {
      throw new Misfit(words(result));
    }
    Quantity quantity = Quantity.of(number, unit.get());
    if (!Double.isFinite(quantity.magnitude())) {
      throw new Misfit(Double.isNaN(number) ? "NaN" : "a number that is too large");
    }
    return new QuantityValue(quantity);
  }

  private static String words(Object result) {
    if (result instanceof ForeignFunction.Other other) {
      return other.words();
    }
    if (result instanceof Boolean bool) {
      return bool.toString();
    }
    return result instanceof List<?> ? "a list" : "the number " + result;
  }
}
