package org.tidemark.model.chart;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import org.tidemark.model.EvaluationFailure;
import org.tidemark.quantity.Quantity;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.spi.NoValue;
import org.tidemark.spi.Problem;
import org.tidemark.spi.value.DateValue;
import org.tidemark.spi.value.ObjectValue;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.SpecialValue;
import org.tidemark.spi.value.Value;

/**
 * A function of the script in the numbers of two axes. Where it has no value it is not a number,
 * and why is kept.
 */
final class Probe implements DoubleUnaryOperator {
  private final Domain domain;
  private final Function<Value, Value> function;
  private final Map<Double, Double> known = new HashMap<>();
  private final Map<String, Integer> reasons = new LinkedHashMap<>();
  private final Map<String, String> words = new HashMap<>();
  private RuntimeException failure;
  private UnitExpression unit;
  private boolean dates;
  private int zeros;

  Probe(Domain domain, Function<Value, Value> function) {
    this.domain = domain;
    this.function = function;
  }

  @Override
  public double applyAsDouble(double x) {
    Double before = known.get(x);
    if (before != null) {
      return before;
    }
    double y = ask(x);
    known.put(x, y);
    return y;
  }

  private double ask(double x) {
    Value value;
    try {
      value = function.apply(domain.value(x));
    } catch (NoValue none) {
      if (none.isStopped()) {
        throw none;
      }
      String sort = none instanceof EvaluationFailure known ? known.diagnostic().code() : "";
      return without(sort, none.getMessage(), none);
    } catch (Problem problem) {
      return without(problem.code(), problem.getMessage(), problem);
    }
    double y = number(value);
    return Double.isFinite(y) ? y : without("", why(value, y), null);
  }

  /** Reasons of one sort, which differ in their numbers only, count as one. */
  private double without(String sort, String reason, RuntimeException thrown) {
    String kind = sort.isEmpty() ? reason : sort;
    words.putIfAbsent(kind, reason);
    reasons.merge(kind, 1, Integer::sum);
    failure = failure == null ? thrown : failure;
    return Double.NaN;
  }

  private static String why(Value value, double y) {
    if (value instanceof SpecialValue special) {
      return "it is ".concat(special.text());
    }
    return Double.isNaN(y) ? "it is not a number" : "it is infinite";
  }

  private double number(Value value) {
    if (value instanceof DateValue date) {
      dates = true;
      return date.year();
    }
    if (value instanceof SpecialValue) {
      return Double.NaN;
    }
    Quantity quantity = quantity(value);
    if (quantity.fitsAnything()) {
      zeros++;
      return 0;
    }
    if (unit == null) {
      unit = quantity.unit();
    } else if (!unit.dimension().equals(quantity.dimension())) {
      throw Problem.of(
              "E0552",
              "it is "
                  + unit.dimension().describe()
                  + " at one point and "
                  + quantity.dimension().describe()
                  + " at another")
          .withHelp("give both branches the same dimension");
    }
    return quantity.in(unit);
  }

  private static Quantity quantity(Value value) {
    if (value instanceof QuantityValue quantity) {
      return quantity.quantity();
    }
    if (value instanceof ObjectValue object && object.quantity().isPresent()) {
      return object.quantity().get();
    }
    throw Problem.of("E0551", "a chart shows numbers, and at a point this is " + value.describe())
        .withHelp("draw a number that it gives");
  }

  /** The unit of its numbers; null for dates and where there is none but a bare zero. */
  UnitExpression unit() {
    return unit;
  }

  boolean isOfDates() {
    return dates && unit == null;
  }

  /** Whether its numbers fit every dimension. */
  boolean isZero() {
    return unit == null && !dates && zeros > 0;
  }

  /** Why there are gaps, the reason for most of them first. */
  List<String> reasons() {
    List<String> kinds = new ArrayList<>(reasons.keySet());
    kinds.sort((a, b) -> reasons.get(b) - reasons.get(a));
    return kinds.stream().map(words::get).toList();
  }

  /** How many of the points that were tried have no value. */
  int gaps() {
    return reasons.values().stream().mapToInt(Integer::intValue).sum();
  }

  int tried() {
    return known.size();
  }

  /** What was thrown first; null where nothing was. */
  RuntimeException failure() {
    return failure;
  }
}
