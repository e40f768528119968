package org.tidemark.spi.value;

import java.util.List;
import java.util.Optional;

/** An evaluated-on-demand set of definitions: a script, a {@code model}, an amended copy. */
public interface ModelValue extends Value {
  /** The value of a definition, where there is one of that name. */
  Optional<Value> member(String name);

  /** The names of its definitions, in the order of the text. */
  List<String> names();

  @Override
  default String describe() {
    return "a model";
  }
}
