package org.tidemark.polyglot.interop;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.tidemark.api.TypedValue;
import org.tidemark.spi.value.ModelValue;

/**
 * A model: a script, a {@code model} in it, a module, an amended copy. Its members are its
 * definitions, each worked out when it is read first, and {@code with}, which amends it.
 */
public class ModelObject extends ValueObject {
  /** A word of the language, so no definition is called so. */
  static final String WITH = "with";

  private final Live live;
  private final TypedValue typed;
  private final Map<String, Object> read = new ConcurrentHashMap<>();

  ModelObject(Live live, TypedValue typed) {
    this.live = live;
    this.typed = typed;
  }

  @Override
  final TypedValue typed() {
    return typed;
  }

  @Override
  final Live live() {
    return live;
  }

  @Override
  String kind() {
    return "model";
  }

  @Override
  String text() {
    return live.atOnce(super::text);
  }

  @Override
  Optional<List<String>> members() {
    // they are the same at all times, so nobody need wait for them
    return Optional.of(((ModelValue) value()).names());
  }

  @Override
  boolean hasUnlisted(String name) {
    return name.equals(WITH);
  }

  @Override
  Object member(String name) {
    if (name.equals(WITH)) {
      return new MethodObject(WITH, 1, 2, given -> new Amending(live).amended(typed, given));
    }
    Object known = read.get(name);
    if (known == null) {
      known = Wrapping.of(live, live.member(typed, name), name);
      read.put(name, known);
    }
    return known;
  }
}
