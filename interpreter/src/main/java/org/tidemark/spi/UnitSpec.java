package org.tidemark.spi;

import java.util.Optional;

/**
 * A unit that a plugin adds.
 *
 * @param name as scripts write it
 * @param definition what it is worth in units that are known before it, as a script would write it:
 *     {@code "25 wafer"}; absent for a base unit, which has a dimension of its own
 * @param doc one sentence
 */
public record UnitSpec(String name, Optional<String> definition, String doc) {
  /** A base unit; its dimension has the same name. */
  public static UnitSpec base(String name, String doc) {
    return new UnitSpec(name, Optional.empty(), doc);
  }

  /** A unit that is worth so much of others, {@code "25 wafer"} or {@code "1/hour"}. */
  public static UnitSpec of(String name, String definition, String doc) {
    return new UnitSpec(name, Optional.of(definition), doc);
  }
}
