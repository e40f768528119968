package org.tidemark.polyglot.interop;

import org.tidemark.api.TypedValue;
import org.tidemark.spi.value.Value;
import org.tidemark.spi.value.ValueText;

/** A value of Tide that guests can hand back. */
abstract class ValueObject extends TideObject {
  /** The value itself. */
  abstract TypedValue typed();

  /** What it goes back to when it is asked for more; null where it needs nobody. */
  abstract Live live();

  final Value value() {
    return typed().value();
  }

  @Override
  String text() {
    return ValueText.of(value());
  }

  @Override
  Object identity() {
    return value();
  }
}
