package org.tidemark.spi;

import java.util.Optional;

/**
 * A field of a kind.
 *
 * @param name its name
 * @param accept what it takes
 * @param required whether it must be set
 * @param fallback in words, what holds where it is not set
 * @param doc one sentence, with the unit
 */
public record FieldSpec(
    String name, Accept accept, boolean required, Optional<String> fallback, String doc) {

  /** A field that must be set. */
  public static FieldSpec required(String name, Accept accept, String doc) {
    return new FieldSpec(name, accept, true, Optional.empty(), doc);
  }

  /** A field that may be left out. */
  public static FieldSpec optional(String name, Accept accept, String fallback, String doc) {
    return new FieldSpec(name, accept, false, Optional.of(fallback), doc);
  }
}
