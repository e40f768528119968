package org.tidemark.polyglot.interop;

import org.tidemark.api.TypedValue;
import org.tidemark.spi.value.SpecialValue;

/** A missing value, or {@code never}; null to guests, as in JSON. */
final class NothingObject extends ValueObject {
  private final SpecialValue value;

  NothingObject(SpecialValue value) {
    this.value = value;
  }

  @Override
  TypedValue typed() {
    return new TypedValue(value, Sorts.of(value));
  }

  @Override
  Live live() {
    return null;
  }

  @Override
  String kind() {
    return value.text();
  }

  @Override
  boolean isNothing() {
    return true;
  }
}
