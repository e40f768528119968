package org.tidemark.session.insight;

import org.tidemark.api.Name;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.FunctionType;
import org.tidemark.spi.type.QuantityType;
import org.tidemark.spi.type.Type;

/** A few words about a name. */
final class Described {
  private Described() {}

  /** Its unit or type, then the first line of its documentation. */
  static String of(Name name) {
    String type = brief(name.type());
    if (name.doc().isEmpty()) {
      return type;
    }
    return type.isEmpty() ? name.doc() : type + ": " + name.doc();
  }

  /** A type in as few words as will do. */
  static String brief(Type type) {
    if (type instanceof QuantityType quantity) {
      return quantity.isZero() || quantity.isPure() ? "a number" : quantity.unit().text();
    }
    if (type instanceof FunctionType || type == BasicType.UNKNOWN) {
      return "";
    }
    return type.describe();
  }
}
