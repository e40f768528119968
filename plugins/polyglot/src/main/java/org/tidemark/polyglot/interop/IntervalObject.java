package org.tidemark.polyglot.interop;

import java.util.List;
import java.util.Optional;
import org.tidemark.api.TypedValue;
import org.tidemark.spi.Problem;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.value.IntervalValue;
import org.tidemark.spi.value.Sequence;
import org.tidemark.spi.value.SpecialValue;
import org.tidemark.spi.value.Value;

/** An interval; one with a step is an array of its values as well, unless there are too many. */
final class IntervalObject extends ValueObject {
  private static final List<String> MEMBERS = List.of("from", "to", "low", "high", "step");

  private final Live live;
  private final IntervalValue interval;
  private final Type type;
  private final Optional<List<Value>> values;

  IntervalObject(Live live, IntervalValue interval, Type type) {
    this.live = live;
    this.interval = interval;
    this.type = type;
    this.values = values(interval, live.mostElements());
  }

  @Override
  TypedValue typed() {
    return new TypedValue(interval, type);
  }

  @Override
  Live live() {
    return live;
  }

  @Override
  String kind() {
    return "interval";
  }

  /**
   * The values of one with a step, of which none is made before it is read. None where they are
   * more than a list may have: a guest that asks for the size goes through them next.
   */
  private static Optional<List<Value>> values(IntervalValue interval, long most) {
    if (interval.step().isEmpty()) {
      return Optional.empty();
    }
    try {
      List<Value> values = Sequence.seen(interval);
      return values.size() <= most ? Optional.of(values) : Optional.empty();
    } catch (Problem tooMany) {
      // or it never reaches its end
      return Optional.empty();
    }
  }

  @Override
  long size() {
    return values.isPresent() ? values.get().size() : -1;
  }

  @Override
  Object element(int index) {
    return wrap(values.orElseThrow().get(index));
  }

  @Override
  Optional<List<String>> members() {
    return Optional.of(MEMBERS);
  }

  @Override
  Object member(String name) {
    return wrap(
        switch (name) {
          case "from" -> interval.from();
          case "to" -> interval.to();
          case "low" -> interval.low();
          case "high" -> interval.high();
          default -> interval.step().orElse(SpecialValue.MISSING);
        });
  }

  private Object wrap(Value value) {
    return live.wrap(value, Sorts.of(value));
  }
}
