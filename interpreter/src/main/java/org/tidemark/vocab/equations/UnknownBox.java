package org.tidemark.vocab.equations;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tidemark.solve.equation.Box;
import org.tidemark.solve.equation.StartingPoints;
import org.tidemark.spi.CallCheck;
import org.tidemark.spi.NumericArgument;
import org.tidemark.spi.Problem;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.value.IntervalValue;
import org.tidemark.spi.value.ListValue;
import org.tidemark.spi.value.RecordValue;
import org.tidemark.spi.value.Value;
import org.tidemark.spi.value.ValueText;

/** The unknowns of a call, as the script sees them and as a solver does. */
final class UnknownBox {
  static final String UNKNOWNS = "unknowns";

  private final Map<String, Unknown> unknowns = new LinkedHashMap<>();
  private final List<Unknown.Number> numbers = new ArrayList<>();
  private final Box box;

  private UnknownBox(Map<String, Value> written) {
    written.forEach((name, value) -> unknowns.put(name, Unknown.of(name, value)));
    unknowns.values().forEach(unknown -> unknown.list(numbers));
    if (numbers.isEmpty()) {
      throw Problem.of("E0531", "there is nothing to look for")
          .withHelp("name an unknown and its box, for example { p: 0..30 USD/GB }")
          .about(UNKNOWNS);
    }
    box =
        new Box(
            numbers.stream().map(Unknown.Number::name).toList(),
            numbers.stream().mapToDouble(Unknown.Number::lower).toArray(),
            numbers.stream().mapToDouble(Unknown.Number::upper).toArray());
  }

  /** Unknowns that need not have bounds. */
  static UnknownBox open(Map<String, Value> written) {
    return new UnknownBox(written);
  }

  /** Unknowns that each have both bounds. */
  static UnknownBox bounded(Map<String, Value> written) {
    UnknownBox box = new UnknownBox(written);
    for (Unknown.Number number : box.numbers) {
      if (!number.isBounded()) {
        throw Unknown.wrong(number.name(), "it has no box, and cannot be looked for everywhere");
      }
    }
    return box;
  }

  /** The types of a result's unknowns and of what it says besides. */
  static Map<String, Type> fields(CallCheck call, Map<String, Type> besides) {
    Map<String, Type> fields = new LinkedHashMap<>(call.unknowns(UNKNOWNS));
    besides.forEach(
        (name, type) -> {
          if (fields.put(name, type) != null) {
            call.problem(
                UNKNOWNS,
                "E0202",
                "the result has a field " + name + " of its own",
                "give the unknown another name");
          }
        });
    return fields;
  }

  Box box() {
    return box;
  }

  /** Points of the box, without end though it may be, at which to see what has a value. */
  List<double[]> samples(int count) {
    double[] lower = new double[numbers.size()];
    double[] upper = new double[numbers.size()];
    for (int j = 0; j < lower.length; j++) {
      lower[j] = Math.max(box.lower(j), Math.min(-1, box.upper(j) - 1));
      upper[j] = Math.min(box.upper(j), Math.max(1, box.lower(j) + 1));
      if (numbers.get(j).isBounded()) {
        lower[j] = box.lower(j);
        upper[j] = box.upper(j);
      }
    }
    return StartingPoints.in(new Box(box.names(), lower, upper), 0, count);
  }

  /** What the unknowns are at a point, in the order in which they are written. */
  List<Value> values(double[] point) {
    List<Value> values = new ArrayList<>();
    int at = 0;
    for (Unknown unknown : unknowns.values()) {
      values.add(unknown.value(point, at));
      at += unknown.size();
    }
    return values;
  }

  /** What the numbers of a point stand for where they are in base units. */
  List<NumericArgument> arguments() {
    return unknowns.values().stream().map(Unknown::argument).toList();
  }

  /** A point in base units. */
  double[] base(double[] point) {
    double[] base = new double[point.length];
    for (int j = 0; j < base.length; j++) {
      base[j] = numbers.get(j).base(point[j]);
    }
    return base;
  }

  /** The interval of each unknown, by its name. */
  RecordValue intervals(double[] lower, double[] upper) {
    Map<String, Value> ends = fields(upper);
    Map<String, Value> intervals = new LinkedHashMap<>();
    fields(lower)
        .forEach(
            (name, from) ->
                intervals.put(name, new IntervalValue(from, ends.get(name), Optional.empty())));
    return new RecordValue(intervals);
  }

  /** The same under their names. */
  Map<String, Value> fields(double[] point) {
    Map<String, Value> fields = new LinkedHashMap<>();
    int at = 0;
    for (Map.Entry<String, Unknown> unknown : unknowns.entrySet()) {
      fields.put(unknown.getKey(), unknown.getValue().value(point, at));
      at += unknown.getValue().size();
    }
    return fields;
  }

  /** The unknowns at a point where each number has a tangent. */
  Map<String, Value> fields(double[] point, double[] tangents) {
    Map<String, Value> fields = new LinkedHashMap<>();
    int[] at = {0};
    for (Map.Entry<String, Unknown> unknown : unknowns.entrySet()) {
      fields.put(unknown.getKey(), moving(unknown.getValue(), point, tangents, at));
    }
    return fields;
  }

  private static Value moving(Unknown unknown, double[] point, double[] tangents, int[] at) {
    if (unknown instanceof Unknown.Number number) {
      int j = at[0]++;
      return number.value(point[j], tangents[j]);
    }
    List<Value> values = new ArrayList<>();
    for (Unknown element : ((Unknown.Several) unknown).elements()) {
      values.add(moving(element, point, tangents, at));
    }
    return new ListValue(values);
  }

  /** Points as a list of records. */
  Value records(List<double[]> points) {
    List<Value> records = new ArrayList<>();
    points.forEach(point -> records.add(new RecordValue(fields(point))));
    return new ListValue(records);
  }

  /** A point in words: {@code p = 12 USD/GB, q = 3}. */
  String words(double[] point) {
    List<String> words = new ArrayList<>();
    for (int j = 0; j < point.length; j++) {
      Value value = numbers.get(j).value(point[j], 0);
      words.add(numbers.get(j).name() + " = " + ValueText.of(value));
    }
    return String.join(", ", words);
  }
}
