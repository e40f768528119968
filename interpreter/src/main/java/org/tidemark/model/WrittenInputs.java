package org.tidemark.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.tidemark.grammar.source.Location;
import org.tidemark.quantity.Quantity;
import org.tidemark.spi.value.ListValue;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.Value;

/**
 * What happens to the numbers of a script where they are written: they are noted, one of them is
 * followed by a tangent, or one of them is moved.
 */
final class WrittenInputs {
  /** Coefficients of the central difference of order eight. */
  private static final double[] STENCIL = {4.0 / 5, -1.0 / 5, 4.0 / 105, -1.0 / 280};

  /** The step, a part of what is moved; eps^(1/9) balances truncation and rounding. */
  private static final double STEP = 1.0 / 64;

  private volatile boolean differenced;
  private final Map<Location, Quantity> noted;
  private final Map<Location, Set<Cell>> readers = new HashMap<>();
  private final Set<Cell> params = new HashSet<>();
  private final Set<Location> paramPlaces = new HashSet<>();
  private final Written one;
  private final Double moved;

  private WrittenInputs(Map<Location, Quantity> noted, Written one, Double moved) {
    this.noted = noted;
    this.one = one;
    this.moved = moved;
  }

  /**
   * An input.
   *
   * @param location where it is written
   * @param param whether it is a parameter with whatever stands there, not a number that does
   * @param value its value
   */
  record Written(Location location, boolean param, Quantity value) {}

  /** Notes them all. */
  static WrittenInputs noting() {
    return new WrittenInputs(new LinkedHashMap<>(), null, null);
  }

  /** Follows one of them. */
  static WrittenInputs following(Written one) {
    return new WrittenInputs(null, one, null);
  }

  /** Moves one of them from its value to another, in base units. */
  static WrittenInputs moving(Written one, double magnitude) {
    return new WrittenInputs(null, one, magnitude);
  }

  /** Whether one is followed. */
  boolean isFollowing() {
    return noted == null && moved == null;
  }

  /**
   * What was noted, in the order in which it was met, without what stands behind parameters only: a
   * parameter is an input itself, whatever it takes its value from.
   *
   * @param asked what was worked out
   */
  synchronized List<Written> noted(Cell asked) {
    Set<Cell> reached = new HashSet<>();
    Set<Cell> behind = new HashSet<>();
    rests(List.of(asked), reached, params);
    rests(params, behind, Set.of());
    behind.removeAll(reached);
    List<Written> inputs = new ArrayList<>();
    noted.forEach(
        (place, quantity) -> {
          if (!behind.containsAll(readers.get(place))) {
            inputs.add(new Written(place, paramPlaces.contains(place), quantity));
          }
        });
    return inputs;
  }

  /** Adds what cells rest on, up to and with those at which the way ends. */
  private static void rests(Collection<Cell> cells, Set<Cell> on, Set<Cell> ends) {
    Deque<Cell> open = new ArrayDeque<>(cells);
    while (!open.isEmpty()) {
      for (Cell part : open.pop().dependencies()) {
        if (on.add(part) && !ends.contains(part)) {
          open.push(part);
        }
      }
    }
  }

  /**
   * The value of a parameter that is not written as one number.
   *
   * @param place of the expression that it takes its value from
   */
  Value param(Value value, Location place, Cell cell) {
    if (!(value instanceof QuantityValue quantity)) {
      return value;
    }
    if (noted != null) {
      noteParam(quantity.quantity(), place, cell);
      return value;
    }
    return one.param() && place.equals(one.location()) ? touched(quantity) : value;
  }

  private synchronized void noteParam(Quantity quantity, Location place, Cell cell) {
    params.add(cell);
    if (paramPlaces.add(place)) {
      // an uncertain value that stands there alone is the parameter, in another unit perhaps
      noted.remove(place);
    }
    // what is written inside belongs to the parameter
    readers.values().forEach(cells -> cells.remove(cell));
    note(quantity, place, cell);
  }

  private synchronized void note(Quantity quantity, Location place, Cell cell) {
    noted.putIfAbsent(place, quantity);
    readers.computeIfAbsent(place, key -> new HashSet<>()).add(cell);
  }

  /** The value of a number that is written in a cell. */
  QuantityValue read(QuantityValue value, Location place, Cell reader) {
    if (noted != null) {
      note(value.quantity(), place, reader);
      return value;
    }
    return !one.param() && place.equals(one.location()) ? touched(value) : value;
  }

  private QuantityValue touched(QuantityValue value) {
    Quantity quantity = value.quantity();
    if (moved == null) {
      return new QuantityValue(quantity.withTangent(1), value.distribution());
    }
    double before = one.value().magnitude();
    double here = quantity.magnitude();
    // bounds narrow an uncertain value afterwards; any other parameter of a model may differ from
    // copy to copy, and then they move side by side
    boolean plain = here == before || value.distribution().isPresent();
    return new QuantityValue(
        new Quantity(plain ? moved : here + (moved - before), quantity.unit()));
  }

  /** Bounds narrow an uncertain input, so that another value stands for it. */
  void narrowed(Quantity wide, Quantity now) {
    if (noted != null) {
      narrow(wide, now);
    }
  }

  private synchronized void narrow(Quantity wide, Quantity now) {
    noted.replaceAll((place, quantity) -> quantity == wide ? now : quantity);
  }

  /** The result of a plugin's function, with its tangent. */
  Value called(Invocation call, Value result, Value[] values, Location place, Cell reader) {
    if (!(result instanceof QuantityValue quantity)) {
      return result;
    }
    if (quantity.distribution().isPresent()) {
      // an uncertain value is one input, whatever numbers it is written with
      if (noted != null) {
        forgetWithin(place);
      }
      return read(quantity, place, reader);
    }
    if (noted != null || moved != null || quantity.quantity().tangent() != 0) {
      return result;
    }
    if (!movesAny(values) && !moves(new ListValue(call.rest()))) {
      return result;
    }
    double tangent =
        call.function().tangent().isPresent()
            ? call.function().tangent().get().of(call, quantity.quantity())
            : difference(call, values);
    return new QuantityValue(quantity.quantity().withTangent(tangent));
  }

  /** Whether a tangent on the way was taken by differences of a function in another language. */
  boolean isDifferenced() {
    return differenced;
  }

  /**
   * The result of a function of which nothing is known but its values, with its tangent, which is
   * taken by differences; not a number where the function fails nearby.
   *
   * @param again gives its value for other arguments
   */
  Value called(List<Value> arguments, Value result, Function<List<Value>, Value> again) {
    if (!isFollowing() || !movesAny(arguments.toArray(new Value[0]))) {
      return result;
    }
    differenced = true;
    double size = relativeMove(new ListValue(arguments));
    double step = STEP / size;
    List<Value> up = new ArrayList<>();
    List<Value> down = new ArrayList<>();
    try {
      for (int k = 1; k <= STENCIL.length; k++) {
        up.add(again.apply(displaced(arguments, k * step)));
        down.add(again.apply(displaced(arguments, -k * step)));
      }
    } catch (EvaluationFailure failure) {
      if (failure.isStopped()) {
        throw failure;
      }
      up.clear();
    }
    return withTangent(result, up, down, step);
  }

  private static List<Value> displaced(List<Value> arguments, double by) {
    return arguments.stream().map(argument -> displaced(argument, by)).toList();
  }

  private static Value withTangent(Value result, List<Value> up, List<Value> down, double step) {
    if (result instanceof ListValue list) {
      List<Value> elements = new ArrayList<>();
      for (int i = 0; i < list.elements().size(); i++) {
        Value element = list.elements().get(i);
        elements.add(withTangent(element, each(up, i), each(down, i), step));
      }
      return new ListValue(elements);
    }
    if (!(result instanceof QuantityValue quantity)) {
      return result;
    }
    double sum = up.isEmpty() ? Double.NaN : 0;
    for (int k = 0; k < up.size(); k++) {
      sum += STENCIL[k] * (magnitude(up.get(k)) - magnitude(down.get(k)));
    }
    return new QuantityValue(quantity.quantity().withTangent(sum / step));
  }

  /** One element of each of some lists; nothing where they are not of one length. */
  private static List<Value> each(List<Value> lists, int index) {
    List<Value> elements = new ArrayList<>();
    for (Value list : lists) {
      if (!(list instanceof ListValue values) || index >= values.elements().size()) {
        return List.of();
      }
      elements.add(values.elements().get(index));
    }
    return elements;
  }

  private static double magnitude(Value value) {
    return value instanceof QuantityValue quantity ? quantity.quantity().magnitude() : Double.NaN;
  }

  private synchronized void forgetWithin(Location place) {
    noted.keySet().removeIf(inner -> !inner.equals(place) && isWithin(inner, place));
  }

  private static boolean isWithin(Location inner, Location outer) {
    return inner.source() == outer.source()
        && inner.span().start() >= outer.span().start()
        && inner.span().end() <= outer.span().end();
  }

  private static boolean movesAny(Value[] values) {
    for (Value value : values) {
      if (value != null && moves(value)) {
        return true;
      }
    }
    return false;
  }

  private static boolean moves(Value value) {
    if (value instanceof QuantityValue quantity) {
      return quantity.quantity().tangent() != 0;
    }
    return value instanceof ListValue list && list.elements().stream().anyMatch(x -> moves(x));
  }

  /** The derivative of one call along the tangents of its arguments, by differences. */
  private double difference(Invocation call, Value[] values) {
    double size = 0;
    for (Value value : values) {
      size = Math.max(size, value == null ? 0 : relativeMove(value));
    }
    size = Math.max(size, relativeMove(new ListValue(call.rest())));
    double step = STEP / size;
    double sum = 0;
    for (int k = 1; k <= STENCIL.length; k++) {
      double up = displaced(call, values, k * step);
      double down = displaced(call, values, -k * step);
      sum += STENCIL[k - 1] * (up - down);
    }
    return sum / step;
  }

  /** How fast the fastest part moves, as a part of itself. */
  private static double relativeMove(Value value) {
    if (value instanceof QuantityValue quantity) {
      double tangent = Math.abs(quantity.quantity().tangent());
      double magnitude = Math.abs(quantity.quantity().magnitude());
      return magnitude == 0 ? tangent : tangent / magnitude;
    }
    double largest = 0;
    if (value instanceof ListValue list) {
      for (Value element : list.elements()) {
        largest = Math.max(largest, relativeMove(element));
      }
    }
    return largest;
  }

  private static double displaced(Invocation call, Value[] values, double by) {
    Value[] others = new Value[values.length];
    for (int i = 0; i < others.length; i++) {
      others[i] = values[i] == null ? null : displaced(values[i], by);
    }
    List<Value> rest = new ArrayList<>();
    call.rest().forEach(value -> rest.add(displaced(value, by)));
    Value result = call.with(others, rest).body();
    return magnitude(result);
  }

  private static Value displaced(Value value, double by) {
    if (value instanceof QuantityValue quantity) {
      Quantity q = quantity.quantity();
      return new QuantityValue(
          new Quantity(q.magnitude() + by * q.tangent(), q.unit()), Optional.empty());
    }
    if (value instanceof ListValue list) {
      return new ListValue(list.elements().stream().map(x -> displaced(x, by)).toList());
    }
    return value;
  }
}
