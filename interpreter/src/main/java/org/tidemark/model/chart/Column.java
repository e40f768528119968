package org.tidemark.model.chart;

import java.util.List;
import java.util.Optional;
import org.tidemark.quantity.Quantity;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.spi.Problem;
import org.tidemark.spi.plot.Axis;
import org.tidemark.spi.value.DateValue;
import org.tidemark.spi.value.Distribution;
import org.tidemark.spi.value.ObjectValue;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.SpecialValue;
import org.tidemark.spi.value.TextValue;
import org.tidemark.spi.value.Value;

/**
 * Values of one sort as the numbers of an axis.
 *
 * @param sort what they are
 * @param unit of quantities; no unit for others
 * @param values as they came
 * @param numbers not a number where there is none
 */
record Column(String name, Sort sort, UnitExpression unit, List<Value> values, double[] numbers) {
  /** Where most of an uncertain value lies: between these probabilities of lower ones. */
  static final double LOW = 0.05;

  static final double HIGH = 0.95;

  enum Sort {
    QUANTITIES,
    DATES,
    NAMES,
    /** Nothing that a chart can show. */
    OTHER
  }

  /**
   * Some values.
   *
   * @throws Problem where they measure different things
   */
  static Column of(String name, List<Value> values) {
    Sort sort = null;
    UnitExpression unit = null;
    for (Value value : values) {
      if (value instanceof SpecialValue) {
        continue;
      }
      Sort own = sort(value);
      if (sort != null && sort != own) {
        return new Column(name, Sort.OTHER, UnitExpression.NONE, values, new double[0]);
      }
      sort = own;
      Quantity quantity = quantity(value).orElse(null);
      if (quantity == null || quantity.fitsAnything()) {
        continue;
      }
      if (unit != null && !unit.dimension().equals(quantity.dimension())) {
        throw Problem.of(
                "E0552",
                name
                    + " holds "
                    + unit.dimension().describe()
                    + " and "
                    + quantity.dimension().describe()
                    + ", which do not go along one axis")
            .withHelp("draw them in two plots, or divide each by a reference of its own");
      }
      unit = unit == null ? quantity.unit() : unit;
    }
    UnitExpression shown = unit == null ? UnitExpression.NONE : unit;
    double[] numbers = new double[values.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = number(values.get(i), shown);
    }
    return new Column(name, sort == null ? Sort.QUANTITIES : sort, shown, values, numbers);
  }

  private static Sort sort(Value value) {
    return value instanceof DateValue
        ? Sort.DATES
        : value instanceof TextValue
            ? Sort.NAMES
            : quantity(value).isPresent() ? Sort.QUANTITIES : Sort.OTHER;
  }

  private static Optional<Quantity> quantity(Value value) {
    return value instanceof QuantityValue quantity
        ? Optional.of(quantity.quantity())
        : value instanceof ObjectValue object ? object.quantity() : Optional.empty();
  }

  private static double number(Value value, UnitExpression unit) {
    if (value instanceof DateValue date) {
      return date.year();
    }
    double number = quantity(value).map(q -> q.fitsAnything() ? 0 : q.in(unit)).orElse(Double.NaN);
    return Double.isFinite(number) ? number : Double.NaN;
  }

  boolean isOfNumbers() {
    return sort == Sort.QUANTITIES || sort == Sort.DATES;
  }

  /** How many values are missing or infinite. */
  int gaps() {
    int gaps = 0;
    for (double number : numbers) {
      gaps += Double.isNaN(number) ? 1 : 0;
    }
    return gaps;
  }

  /** Whether one of its values is uncertain. */
  boolean isUncertain() {
    return values.stream().anyMatch(v -> distribution(v).isPresent());
  }

  private static Optional<Distribution> distribution(Value value) {
    return value instanceof QuantityValue quantity ? quantity.distribution() : Optional.empty();
  }

  /** The values below which a part of the probability lies; certain ones are where they are. */
  double[] quantile(double probability) {
    double[] at = numbers.clone();
    for (int i = 0; i < at.length; i++) {
      Optional<Distribution> distribution = distribution(values.get(i));
      if (distribution.isPresent()) {
        at[i] = unit.fromBase(distribution.get().quantile(probability));
      }
    }
    return at;
  }

  Axis axis(String label) {
    return sort == Sort.DATES ? Axis.ofDates(label) : Axis.of(label, unit, Axis.Scale.LINEAR);
  }

  /** Its values as names. */
  List<String> names() {
    return values.stream().map(v -> v instanceof TextValue text ? text.text() : "").toList();
  }

  /** The rows at some places. */
  Column rows(List<Integer> places) {
    double[] chosen = places.stream().mapToDouble(i -> numbers[i]).toArray();
    return new Column(name, sort, unit, places.stream().map(values::get).toList(), chosen);
  }

  /** Its numbers in the unit of another column. */
  Column in(UnitExpression other) {
    if (sort != Sort.QUANTITIES || unit.equals(other) || !fits(other)) {
      return this;
    }
    double[] changed = new double[numbers.length];
    for (int i = 0; i < changed.length; i++) {
      changed[i] = other.fromBase(unit.toBase(numbers[i]));
    }
    return new Column(name, sort, other, values, changed);
  }

  boolean fits(UnitExpression other) {
    return unit.dimension().equals(other.dimension());
  }
}
