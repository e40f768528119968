package org.tidemark.spi;

import org.tidemark.spi.value.Value;

/** A field, or an entry of the record that stands in it, which is evaluated by itself. */
public interface FieldPart {
  /** The name of the entry, or of the field where it is one part. */
  String name();

  /**
   * Its value.
   *
   * @throws NoValue where it has none
   */
  Value value();

  /** The inputs on which its value rests; asked after the value. */
  Evidence evidence();
}
