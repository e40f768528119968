package org.tidemark.api;

import java.util.List;
import java.util.Optional;
import org.tidemark.spi.Accept;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.ListType;
import org.tidemark.spi.type.QuantityType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.type.Types;

/**
 * What belongs at a place of a text that is being typed.
 *
 * @param name of the field, parameter or definition that takes it; may be empty
 * @param accept what it takes, with words for people
 * @param quantity the dimension, and a unit, where they are known
 * @param doc of the field or parameter; may be empty
 */
public record Wanted(String name, Accept accept, Optional<QuantityType> quantity, String doc) {
  /** Values of a type. */
  static Wanted of(String name, Type type) {
    Accept accept = new Accept(type.describe(), other -> Types.fits(type, other), false);
    Type element = type instanceof ListType list ? list.element() : type;
    return new Wanted(name, accept, Types.quantity(element), "");
  }

  /** What a field or a parameter takes. */
  static Wanted of(String name, Accept accept, String doc) {
    return new Wanted(name, accept, Optional.empty(), doc);
  }

  /** Whether a value of a type fits; unknown for certain only where the type is known. */
  public boolean fits(Type type) {
    return type != BasicType.UNKNOWN && accept.accepts(type);
  }

  /** The texts among which it chooses; empty where it takes others as well. */
  public List<String> choices() {
    return accept.choices();
  }
}
