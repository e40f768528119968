package org.tidemark.vocab.equations;

import java.util.ArrayList;
import java.util.List;
import org.tidemark.quantity.Quantity;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.spi.NumericArgument;
import org.tidemark.spi.Problem;
import org.tidemark.spi.value.DateValue;
import org.tidemark.spi.value.IntervalValue;
import org.tidemark.spi.value.ListValue;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.Value;
import org.tidemark.vocab.common.Magnitudes;

/**
 * One unknown and where it lies: a number, a date, or a list of such. Numbers are counted in the
 * unit in which the box is written, so that its ends come back as they are.
 */
sealed interface Unknown {
  /** Adds its numbers, their names and bounds. */
  void list(List<Number> numbers);

  /** Its value for numbers that start at a place of an array. */
  Value value(double[] numbers, int from);

  /** How many numbers it is. */
  int size();

  /** What its numbers stand for where they are in base units. */
  NumericArgument argument();

  /** What is written for an unknown. */
  static Unknown of(String name, Value box) {
    if (box instanceof ListValue list) {
      List<Unknown> elements = new ArrayList<>();
      for (int i = 0; i < list.elements().size(); i++) {
        elements.add(of(name + "[" + i + "]", list.elements().get(i)));
      }
      return new Several(elements);
    }
    if (!(box instanceof IntervalValue interval)) {
      // no box at all, only where it is usual
      UnitExpression unit = Magnitudes.quantity(box, "an unknown").unit();
      return new Number(name, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, unit);
    }
    if (interval.step().isPresent()) {
      throw wrong(name, "its box goes in steps, and unknowns are looked for in between, too");
    }
    if (interval.from() instanceof DateValue from && interval.to() instanceof DateValue to) {
      return number(new Number(name, from.year(), to.year(), null));
    }
    Quantity from = Magnitudes.quantity(interval.from(), "a box");
    Quantity to = Magnitudes.quantity(interval.to(), "a box");
    UnitExpression unit = Magnitudes.commonUnit(List.of(to, from));
    return number(
        new Number(name, unit.fromBase(from.magnitude()), unit.fromBase(to.magnitude()), unit));
  }

  private static Number number(Number number) {
    if (!(number.lower() <= number.upper())) {
      throw wrong(number.name(), "its box ends before it begins");
    }
    // the middle of two numbers is half their sum
    if (Double.isInfinite(2 * Math.max(Math.abs(number.lower()), Math.abs(number.upper())))) {
      throw wrong(number.name(), "its box reaches to the largest numbers that there are");
    }
    return number;
  }

  /** What is said of a box in which nothing can be looked for. */
  static Problem wrong(String name, String why) {
    return Problem.of("E0531", "nothing can be found for " + name + ": " + why)
        .withHelp("give an interval, for example " + name + ": 0..30 USD/GB")
        .about(UnknownBox.UNKNOWNS);
  }

  /**
   * A single number.
   *
   * @param name as messages call it
   * @param lower its lower bound, in its unit
   * @param upper its upper bound, in its unit
   * @param unit in which it is counted; null for a date
   */
  record Number(String name, double lower, double upper, UnitExpression unit) implements Unknown {
    @Override
    public void list(List<Number> numbers) {
      numbers.add(this);
    }

    @Override
    public Value value(double[] numbers, int from) {
      return unit == null
          ? new DateValue(numbers[from])
          : new QuantityValue(Quantity.of(numbers[from], unit));
    }

    /** Whether it has both bounds. */
    boolean isBounded() {
      return Double.isFinite(lower) && Double.isFinite(upper);
    }

    /** A value that moves with what is being followed. */
    Value value(double number, double tangent) {
      return unit == null || tangent == 0
          ? value(new double[] {number}, 0)
          : new QuantityValue(Quantity.of(number, unit).withTangent(unit.toBase(tangent)));
    }

    @Override
    public int size() {
      return 1;
    }

    @Override
    public NumericArgument argument() {
      return unit == null ? NumericArgument.date() : NumericArgument.quantity(unit);
    }

    /** A number of it in base units. */
    double base(double number) {
      return unit == null ? number : Quantity.of(number, unit).magnitude();
    }
  }

  /** A list, a list of lists, and so on. */
  record Several(List<Unknown> elements) implements Unknown {
    @Override
    public void list(List<Number> numbers) {
      elements.forEach(element -> element.list(numbers));
    }

    @Override
    public Value value(double[] numbers, int from) {
      List<Value> values = new ArrayList<>();
      int at = from;
      for (Unknown element : elements) {
        values.add(element.value(numbers, at));
        at += element.size();
      }
      return new ListValue(values);
    }

    @Override
    public int size() {
      return elements.stream().mapToInt(Unknown::size).sum();
    }

    @Override
    public NumericArgument argument() {
      return new NumericArgument.Several(elements.stream().map(Unknown::argument).toList());
    }
  }
}
