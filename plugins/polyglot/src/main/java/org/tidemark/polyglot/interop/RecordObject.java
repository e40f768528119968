package org.tidemark.polyglot.interop;

import java.util.List;
import java.util.Optional;
import org.tidemark.api.TypedValue;
import org.tidemark.spi.value.RecordValue;

/** A record. */
final class RecordObject extends ValueObject {
  private final Live live;
  private final TypedValue typed;

  RecordObject(Live live, TypedValue typed) {
    this.live = live;
    this.typed = typed;
  }

  @Override
  TypedValue typed() {
    return typed;
  }

  @Override
  Live live() {
    return live;
  }

  @Override
  String kind() {
    return "record";
  }

  @Override
  Optional<List<String>> members() {
    return Optional.of(List.copyOf(((RecordValue) value()).fields().keySet()));
  }

  @Override
  Object member(String name) {
    return live.wrap(live.member(typed, name));
  }
}
