package org.tidemark.polyglot.interop;

import java.util.List;
import java.util.Optional;
import org.tidemark.api.TypedValue;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.value.IntervalValue;
import org.tidemark.spi.value.Sequence;
import org.tidemark.spi.value.SpecialValue;
import org.tidemark.spi.value.Value;

/** An interval; one with a step is an array of its values as well. */
final class IntervalObject extends ValueObject {
  private static final List<String> MEMBERS = List.of("from", "to", "low", "high", "step");

  private final Live live;
  private final IntervalValue interval;
  private final Type type;
  private List<Value> values;

  IntervalObject(Live live, IntervalValue interval, Type type) {
    this.live = live;
    this.interval = interval;
    this.type = type;
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

  private synchronized List<Value> values() {
    if (values == null) {
      values = Sequence.of(interval);
    }
    return values;
  }

  @Override
  long size() {
    return interval.step().isPresent() ? values().size() : -1;
  }

  @Override
  Object element(int index) {
    return wrap(values().get(index));
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
