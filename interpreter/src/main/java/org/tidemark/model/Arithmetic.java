package org.tidemark.model;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.BinaryOperator;
import org.tidemark.grammar.source.Location;
import org.tidemark.quantity.CalendarDate;
import org.tidemark.quantity.Quantity;
import org.tidemark.quantity.Rational;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.spi.type.Types;
import org.tidemark.spi.value.BoolValue;
import org.tidemark.spi.value.DateValue;
import org.tidemark.spi.value.Distribution;
import org.tidemark.spi.value.ListValue;
import org.tidemark.spi.value.ObjectValue;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.SpecialValue;
import org.tidemark.spi.value.TextValue;
import org.tidemark.spi.value.Value;

/** What operators do with values. */
final class Arithmetic {
  /** The tolerance of {@code ≈} where none is given. */
  private static final double DEFAULT_TOLERANCE = 1e-9;

  private Arithmetic() {}

  /** The quantity that a value stands for, else the value itself. */
  static Value plain(Value value) {
    if (value instanceof ObjectValue object) {
      return object.quantity().<Value>map(QuantityValue::new).orElse(value);
    }
    return value;
  }

  static double years(double seconds) {
    return seconds / CalendarDate.SECONDS_PER_YEAR;
  }

  private static Value time(double years) {
    return new QuantityValue(
        new Quantity(years * CalendarDate.SECONDS_PER_YEAR, UnitExpression.coherent(Types.TIME)));
  }

  // ---- units

  /** The same magnitude, to be shown in another unit; lists element by element. */
  static Value shownIn(Value value, UnitExpression unit) {
    Value plain = plain(value);
    if (plain instanceof QuantityValue quantity) {
      Quantity shown = quantity.quantity();
      boolean zero = shown.fitsAnything();
      if (!zero && !shown.dimension().equals(unit.dimension())) {
        return value;
      }
      return new QuantityValue(
          new Quantity(shown.magnitude(), unit, shown.tangent()), quantity.distribution());
    }
    if (plain instanceof ListValue list) {
      List<Value> shown = new ArrayList<>(list.elements().size());
      list.elements().forEach(element -> shown.add(shownIn(element, unit)));
      return new ListValue(shown);
    }
    return value;
  }

  /**
   * A value under an annotation: shown in the annotation's unit, but a value written in percent
   * stays in percent under {@code 1/year}.
   */
  static Value annotated(Value value, UnitExpression unit) {
    Value plain = plain(value);
    if (plain instanceof QuantityValue quantity && quantity.quantity().unit().isPercentOf(unit)) {
      return plain;
    }
    if (plain instanceof ListValue list) {
      List<Value> shown = new ArrayList<>(list.elements().size());
      list.elements().forEach(element -> shown.add(annotated(element, unit)));
      return new ListValue(shown);
    }
    return shownIn(value, unit);
  }

  /** A bare number taken to be in a unit. */
  static Value taken(QuantityValue number, UnitExpression unit) {
    return new QuantityValue(
        Quantity.of(number.quantity().magnitude(), unit)
            .withTangent(unit.toBase(1) * number.quantity().tangent()),
        number.distribution().map(d -> new InUnit(d, unit)));
  }

  /** A distribution of bare numbers that are in a unit. */
  private record InUnit(Distribution bare, UnitExpression unit) implements Distribution {
    @Override
    public double median() {
      return unit.toBase(bare.median());
    }

    @Override
    public double quantile(double probability) {
      return unit.toBase(bare.quantile(probability));
    }

    @Override
    public double cumulative(double magnitude) {
      return bare.cumulative(unit.fromBase(magnitude));
    }

    @Override
    public OptionalDouble expectation(double low, double high) {
      OptionalDouble mean = bare.expectation(unit.fromBase(low), unit.fromBase(high));
      return mean.isPresent() ? OptionalDouble.of(unit.toBase(mean.getAsDouble())) : mean;
    }

    @Override
    public OptionalDouble drawnAt() {
      return bare.drawnAt();
    }

    @Override
    public String text(UnitExpression shown) {
      return bare.text(UnitExpression.NONE) + (unit.isNone() ? "" : " " + unit.text());
    }
  }

  // ---- logic

  static boolean truth(Value value, Frame frame, Location location) {
    if (value instanceof BoolValue bool) {
      return bool.holds();
    }
    throw frame.evaluation.fail(
        location,
        value == SpecialValue.MISSING ? "E0507" : "E0314",
        value == SpecialValue.MISSING
            ? "a missing cell is neither true nor false"
            : "this is neither true nor false: " + value.describe(),
        value == SpecialValue.MISSING
            ? "leave such rows out first: filter(row => row.x != missing)"
            : "compare it with something");
  }

  // ---- operators

  static Value negate(Value operand, Frame frame, Location location) {
    Value value = plain(operand);
    if (value instanceof QuantityValue quantity) {
      return new QuantityValue(quantity.quantity().negate());
    }
    if (value instanceof SpecialValue) {
      return value;
    }
    if (value instanceof ListValue list) {
      List<Value> negated = new ArrayList<>(list.elements().size());
      list.elements().forEach(element -> negated.add(negate(element, frame, location)));
      return new ListValue(negated);
    }
    throw frame.evaluation.fail(location, "E0305", value.describe() + " has no negative");
  }

  static Value apply(
      org.tidemark.grammar.tree.BinaryOperator operator,
      Value first,
      Value second,
      Rational exponent,
      Frame frame,
      Location location) {
    Value left = plain(first);
    Value right = plain(second);
    switch (operator) {
      case EQUAL:
        return BoolValue.of(equal(left, right, frame, location));
      case NOT_EQUAL:
        return BoolValue.of(!equal(left, right, frame, location));
      case LESS, LESS_EQUAL, GREATER, GREATER_EQUAL:
        return compared(operator, left, right, frame, location);
      default:
        break;
    }
    if (left instanceof QuantityValue x && right instanceof QuantityValue y) {
      return quantities(operator, x.quantity(), y.quantity(), exponent, frame, location);
    }
    if (left instanceof ListValue || right instanceof ListValue) {
      return elementwise(
          left, right, (a, b) -> apply(operator, a, b, exponent, frame, location), frame, location);
    }
    if (left == SpecialValue.MISSING || right == SpecialValue.MISSING) {
      return SpecialValue.MISSING;
    }
    if (left == SpecialValue.NEVER || right == SpecialValue.NEVER) {
      return SpecialValue.NEVER;
    }
    Value date = dates(operator, left, right);
    if (date != null) {
      return date;
    }
    throw frame.evaluation.fail(
        location,
        "E0305",
        left.describe() + " " + operator.symbol() + " " + right.describe() + " means nothing",
        "check what the two sides are");
  }

  private static Value quantities(
      org.tidemark.grammar.tree.BinaryOperator operator,
      Quantity left,
      Quantity right,
      Rational exponent,
      Frame frame,
      Location location) {
    Quantity result;
    try {
      switch (operator) {
        case ADD:
          result = left.plus(right);
          break;
        case SUBTRACT:
          result = left.minus(right);
          break;
        case MULTIPLY:
          result = left.times(right);
          break;
        case DIVIDE:
          if (right.magnitude() == 0) {
            throw frame.evaluation.fail(
                location,
                "E0502",
                "division by zero",
                "check the divisor, or use if to leave the case out");
          }
          result = left.over(right);
          break;
        case POWER:
          result = power(left, right, exponent, frame, location);
          break;
        default:
          throw new IllegalStateException(operator.symbol());
      }
    } catch (ArithmeticException tooLarge) {
      throw frame.evaluation.fail(
          location,
          "E0304",
          "the powers in this dimension are too large to be counted",
          "take powers of pure numbers: divide by a reference first, as in (Q / Q0)^n");
    } catch (IllegalArgumentException unlike) {
      throw frame.evaluation.fail(
          location,
          "E0301",
          "cannot "
              + (operator == org.tidemark.grammar.tree.BinaryOperator.ADD ? "add " : "subtract ")
              + left.dimension().describe()
              + " and "
              + right.dimension().describe(),
          "only quantities of one dimension can be added");
    }
    if (!Double.isFinite(result.magnitude())
        && Double.isFinite(left.magnitude())
        && Double.isFinite(right.magnitude())) {
      throw frame.evaluation.fail(
          location, "E0518", "the result is too large for a number", "check units and exponents");
    }
    return new QuantityValue(result);
  }

  private static Quantity power(
      Quantity base, Quantity exponent, Rational exact, Frame frame, Location location) {
    double e = exponent.magnitude();
    if (!base.dimension().isNone() && exact == null) {
      throw frame.evaluation.fail(
          location,
          "E0304",
          "a quantity with a dimension takes a constant power",
          "divide the base by a reference first, as in (Q / Q0)^-alpha");
    }
    if (base.magnitude() < 0 && e != Math.rint(e)) {
      throw frame.evaluation.fail(
          location, "E0503", "a negative number has no power " + e, "check the sign of the base");
    }
    if (base.magnitude() == 0 && e < 0) {
      throw frame.evaluation.fail(
          location, "E0502", "zero to a negative power is a division by zero", "check the base");
    }
    return base.power(e, exact, exponent.tangent());
  }

  private static Value elementwise(
      Value left, Value right, BinaryOperator<Value> work, Frame frame, Location location) {
    List<Value> results = new ArrayList<>();
    frame
        .evaluation
        .spending()
        .made(((ListValue) (left instanceof ListValue ? left : right)).elements().size(), location);
    if (left instanceof ListValue x && right instanceof ListValue y) {
      if (x.elements().size() != y.elements().size()) {
        throw frame.evaluation.fail(
            location,
            "E0517",
            "lists of " + x.elements().size() + " and " + y.elements().size() + " values",
            "lists are combined element by element: make them equally long");
      }
      for (int i = 0; i < x.elements().size(); i++) {
        results.add(work.apply(x.elements().get(i), y.elements().get(i)));
      }
    } else if (left instanceof ListValue x) {
      x.elements().forEach(element -> results.add(work.apply(element, right)));
    } else {
      ((ListValue) right).elements().forEach(element -> results.add(work.apply(left, element)));
    }
    return new ListValue(results);
  }

  private static Value dates(
      org.tidemark.grammar.tree.BinaryOperator operator, Value left, Value right) {
    boolean add = operator == org.tidemark.grammar.tree.BinaryOperator.ADD;
    boolean subtract = operator == org.tidemark.grammar.tree.BinaryOperator.SUBTRACT;
    if (left instanceof DateValue date && right instanceof QuantityValue span) {
      double years = years(span.quantity().magnitude());
      if (add || subtract) {
        return new DateValue(add ? date.year() + years : date.year() - years);
      }
    }
    if (add && right instanceof DateValue date && left instanceof QuantityValue span) {
      return new DateValue(date.year() + years(span.quantity().magnitude()));
    }
    if (subtract && left instanceof DateValue later && right instanceof DateValue earlier) {
      return time(later.year() - earlier.year());
    }
    return null;
  }

  // ---- comparisons

  private static boolean equal(Value left, Value right, Frame frame, Location location) {
    if (left instanceof QuantityValue x && right instanceof QuantityValue y) {
      return compare(x.quantity(), y.quantity(), frame, location) == 0;
    }
    return left.equals(right);
  }

  private static int compare(Quantity left, Quantity right, Frame frame, Location location) {
    try {
      return left.compare(right);
    } catch (IllegalArgumentException unlike) {
      throw frame.evaluation.fail(
          location,
          "E0302",
          "cannot compare " + left.dimension().describe() + " and " + right.dimension().describe(),
          "only values of one dimension can be compared");
    }
  }

  private static Value compared(
      org.tidemark.grammar.tree.BinaryOperator operator,
      Value left,
      Value right,
      Frame frame,
      Location location) {
    int order = order(left, right, frame, location);
    return BoolValue.of(
        switch (operator) {
          case LESS -> order < 0;
          case LESS_EQUAL -> order <= 0;
          case GREATER -> order > 0;
          default -> order >= 0;
        });
  }

  private static int order(Value left, Value right, Frame frame, Location location) {
    if (left == SpecialValue.MISSING || right == SpecialValue.MISSING) {
      throw frame.evaluation.fail(
          location,
          "E0507",
          "a missing cell is neither more nor less than anything",
          "leave such rows out first: filter(row => row.x != missing)");
    }
    if (left == SpecialValue.NEVER || right == SpecialValue.NEVER) {
      return Boolean.compare(left == SpecialValue.NEVER, right == SpecialValue.NEVER);
    }
    if (left instanceof QuantityValue x && right instanceof QuantityValue y) {
      return compare(x.quantity(), y.quantity(), frame, location);
    }
    if (left instanceof DateValue x && right instanceof DateValue y) {
      return Double.compare(x.year(), y.year());
    }
    if (left instanceof TextValue x && right instanceof TextValue y) {
      return x.text().compareTo(y.text());
    }
    throw frame.evaluation.fail(
        location,
        "E0302",
        "cannot compare " + left.describe() + " and " + right.describe(),
        "only values of one sort can be compared");
  }

  /**
   * Whether two values are close.
   *
   * @param tolerance a part of the right value where it is a pure number, else absolute; null for
   *     1e-9 of the larger
   */
  static boolean approximately(
      Value first, Value second, Value tolerance, Frame frame, Location location) {
    Value left = plain(first);
    Value right = plain(second);
    if (left instanceof ListValue x && right instanceof ListValue y) {
      if (x.elements().size() != y.elements().size()) {
        return false;
      }
      for (int i = 0; i < x.elements().size(); i++) {
        if (!approximately(x.elements().get(i), y.elements().get(i), tolerance, frame, location)) {
          return false;
        }
      }
      return true;
    }
    if (left instanceof QuantityValue x && right instanceof QuantityValue y) {
      compare(x.quantity(), y.quantity(), frame, location);
      return close(
          x.quantity().magnitude(),
          y.quantity().magnitude(),
          plainTolerance(tolerance, frame, location),
          true);
    }
    if (left instanceof DateValue x && right instanceof DateValue y) {
      Quantity span = plainTolerance(tolerance, frame, location);
      Quantity years =
          span == null || span.dimension().isNone() ? span : Quantity.pure(years(span.magnitude()));
      return close(x.year(), y.year(), years, span != null && span.dimension().isNone());
    }
    return equal(left, right, frame, location);
  }

  private static Quantity plainTolerance(Value tolerance, Frame frame, Location location) {
    if (tolerance == null) {
      return null;
    }
    Quantity quantity = Members.quantityOf(tolerance, "a tolerance", frame, location);
    if (!(quantity.magnitude() >= 0)) {
      throw frame.evaluation.fail(
          location,
          "E0503",
          "a tolerance is zero or more, and this is " + quantity.text(),
          "write for example: within 1 %");
    }
    return quantity;
  }

  static boolean close(double left, double right, Quantity tolerance, boolean pureIsRelative) {
    if (left == right) {
      return true;
    }
    double distance = Math.abs(left - right);
    if (tolerance == null) {
      return distance <= DEFAULT_TOLERANCE * Math.max(Math.abs(left), Math.abs(right));
    }
    boolean relative = pureIsRelative && tolerance.dimension().isNone();
    // a difference of exactly the tolerance counts in spite of the rounding of both sides
    double rounding = 4 * Math.ulp(Math.max(Math.abs(left), Math.abs(right)));
    return distance
        <= Math.abs(tolerance.magnitude()) * (relative ? Math.abs(right) : 1) + rounding;
  }
}
