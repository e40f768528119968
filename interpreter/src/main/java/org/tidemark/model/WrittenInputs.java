package org.tidemark.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  private final Map<Location, Quantity> noted;
  private final Location one;
  private final Double moved;

  private WrittenInputs(Map<Location, Quantity> noted, Location one, Double moved) {
    this.noted = noted;
    this.one = one;
    this.moved = moved;
  }

  /** Notes them all. */
  static WrittenInputs noting() {
    return new WrittenInputs(new LinkedHashMap<>(), null, null);
  }

  /** Follows one of them. */
  static WrittenInputs following(Location one) {
    return new WrittenInputs(null, one, null);
  }

  /** Moves one of them. */
  static WrittenInputs moving(Location one, double magnitude) {
    return new WrittenInputs(null, one, magnitude);
  }

  /** Whether one is followed. */
  boolean isFollowing() {
    return noted == null && moved == null;
  }

  /** What was noted, in the order in which it was met. */
  Map<Location, Quantity> noted() {
    return noted;
  }

  QuantityValue read(QuantityValue value, Location place) {
    if (noted != null) {
      noted.putIfAbsent(place, value.quantity());
      return value;
    }
    if (!place.equals(one)) {
      return value;
    }
    Quantity quantity = value.quantity();
    return moved != null
        ? new QuantityValue(new Quantity(moved, quantity.unit()))
        : new QuantityValue(quantity.withTangent(1), value.distribution());
  }

  /** Bounds narrow an uncertain input, so that another value stands for it. */
  void narrowed(Quantity before, Quantity now) {
    if (noted != null) {
      noted.replaceAll((place, quantity) -> quantity == before ? now : quantity);
    }
  }

  /** The result of a plugin's function, with its tangent. */
  Value called(Invocation call, Value result, Value[] values, Location place) {
    if (!(result instanceof QuantityValue quantity)) {
      return result;
    }
    if (quantity.distribution().isPresent()) {
      // an uncertain value is one input, whatever numbers it is written with
      if (noted != null) {
        noted.keySet().removeIf(inner -> isWithin(inner, place));
      }
      return read(quantity, place);
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
    return result instanceof QuantityValue quantity ? quantity.quantity().magnitude() : Double.NaN;
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
