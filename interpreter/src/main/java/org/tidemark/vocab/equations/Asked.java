package org.tidemark.vocab.equations;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.spi.Lazy;
import org.tidemark.spi.NoValue;
import org.tidemark.spi.NumericResult;
import org.tidemark.spi.NumericShortcut;
import org.tidemark.spi.Problem;
import org.tidemark.spi.Progress;
import org.tidemark.spi.Surroundings;
import org.tidemark.spi.value.DateValue;
import org.tidemark.spi.value.FunctionValue;
import org.tidemark.spi.value.ListValue;
import org.tidemark.spi.value.ObjectValue;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.SpecialValue;
import org.tidemark.spi.value.Value;

/**
 * Expressions of unknowns, asked at points of the solver's choosing. Where one comes to no value,
 * all count as undefined there; the first reason is kept in case no point has a value.
 */
final class Asked {
  private static final int TRIES = 64;

  private final UnknownBox box;
  private final List<FunctionValue> functions = new ArrayList<>();
  private final Surroundings surroundings;
  private NumericShortcut shortcut = NumericShortcut.NONE;
  private int[] sizes;
  private UnitExpression[] units;
  private RuntimeException firstFailure;
  private double[] lastPoint;
  private double[] lastNumbers;
  private Progress progress = Progress.NONE;

  Asked(List<Lazy> expressions, UnknownBox box, Surroundings surroundings) {
    this.box = box;
    this.surroundings = surroundings;
    expressions.forEach(expression -> functions.add(expression.function()));
  }

  /**
   * Asks at points of the box until one has values, to see how many numbers each expression is.
   *
   * @throws Problem where none has
   */
  void look() {
    for (double[] point : box.samples(TRIES)) {
      List<Value> values;
      try {
        values = values(point);
      } catch (ArithmeticException undefined) {
        continue;
      }
      sizes = new int[values.size()];
      units = new UnitExpression[values.size()];
      for (int i = 0; i < sizes.length; i++) {
        List<Value> parts = new ArrayList<>();
        flatten(values.get(i), parts);
        sizes[i] = parts.size();
        units[i] =
            !parts.isEmpty() && parts.get(0) instanceof QuantityValue quantity
                ? quantity.quantity().unit()
                : UnitExpression.NONE;
      }
      shortcut =
          surroundings.shortcut(
              functions,
              box.arguments(),
              Arrays.stream(sizes).mapToObj(NumericResult::numbers).toList());
      return;
    }
    throw nowhere(TRIES);
  }

  /** Says who is told of each point at which they are asked from now on. */
  void tell(Progress told) {
    progress = told;
  }

  /** How many numbers expression i is. */
  int size(int i) {
    return sizes[i];
  }

  /** The unit that expression i is shown in. */
  UnitExpression unit(int i) {
    return units[i];
  }

  /** What is said where no point that was tried has values. */
  Problem nowhere(int tried) {
    String first = firstFailure == null ? "they are not finite" : firstFailure.getMessage();
    String words =
        "nothing has a value at any of " + tried + " points tried in the box; the first: " + first;
    return Problem.noSolution("E0625", words)
        .withHelp("move the box to where the expressions have values")
        .about(UnknownBox.UNKNOWNS);
  }

  /** All numbers at a point, expression by expression. */
  double[] numbers(double[] point) {
    if (lastPoint != null && Arrays.equals(point, lastPoint)) {
      return lastNumbers.clone();
    }
    progress.add(1);
    double[] numbers = new double[Arrays.stream(sizes).sum()];
    if (shortcut.at(box.base(point), numbers)) {
      surroundings.checkpoint();
    } else {
      numbers = called(point);
    }
    lastPoint = point.clone();
    lastNumbers = numbers;
    return numbers.clone();
  }

  private double[] called(double[] point) {
    try {
      return numbers(point, value -> value instanceof DateValue d ? d.year() : magnitude(value));
    } finally {
      shortcut.called();
    }
  }

  /** How the numbers move with what is being followed, the unknowns staying where they are. */
  double[] tangents(double[] point) {
    return numbers(point, value -> value instanceof QuantityValue q ? q.quantity().tangent() : 0);
  }

  private double[] numbers(double[] point, ToDoubleFunction<Value> of) {
    List<Value> parts = new ArrayList<>();
    List<Value> values = values(point);
    for (int i = 0; i < values.size(); i++) {
      int before = parts.size();
      flatten(values.get(i), parts);
      if (parts.size() - before != sizes[i]) {
        throw Problem.of(
                "E0533",
                "a side has "
                    + sizes[i]
                    + " numbers, and elsewhere in the box "
                    + (parts.size() - before))
            .withHelp("let its length not depend on the unknowns");
      }
    }
    return parts.stream().mapToDouble(of).toArray();
  }

  private List<Value> values(double[] point) {
    surroundings.checkpoint();
    List<Value> arguments = box.values(point);
    List<Value> values = new ArrayList<>(functions.size());
    try {
      for (FunctionValue function : functions) {
        values.add(function.call(arguments));
      }
    } catch (NoValue failure) {
      if (failure.isStopped()) {
        throw failure;
      }
      throw undefined(failure);
    } catch (Problem failure) {
      throw undefined(failure);
    }
    return values;
  }

  private ArithmeticException undefined(RuntimeException failure) {
    if (firstFailure == null) {
      firstFailure = failure;
    }
    return new ArithmeticException(failure.getMessage());
  }

  private static void flatten(Value value, List<Value> into) {
    if (value instanceof ListValue list) {
      list.elements().forEach(element -> flatten(element, into));
    } else if (value instanceof ObjectValue object && object.quantity().isPresent()) {
      into.add(new QuantityValue(object.quantity().get()));
    } else {
      into.add(value);
    }
  }

  private static double magnitude(Value value) {
    if (value instanceof QuantityValue quantity) {
      return quantity.quantity().magnitude();
    }
    if (value == SpecialValue.NEVER || value == SpecialValue.MISSING) {
      return Double.NaN;
    }
    throw Problem.of(
            "E0503", "a side is a quantity, a date or a list of them, not " + value.describe())
        .withHelp("compare numbers, for example [supply(p) == demand(p)]");
  }
}
