package org.tidemark.check;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.tidemark.spi.type.Type;

/**
 * The type of a model, a module or a script, amended or not.
 *
 * @param structure what it is an instance of
 * @param extras members that it has besides those of its structure, as a calibrated copy has
 */
public record ModelType(Structure structure, Map<String, Type> extras) implements Type {
  /** What a text is called that has no name. */
  public static final String NAMELESS = "script";

  /** A model without further members. */
  public ModelType(Structure structure) {
    this(structure, Map.of());
  }

  @Override
  public String describe() {
    if (structure.sort() != Structure.Sort.SCRIPT) {
      return "the model " + structure.name();
    }
    return structure.name().equals(NAMELESS) ? "the script" : "the script " + structure.name();
  }

  /** Models fit each other by what they have in common: the nearest model that both extend. */
  @Override
  public Optional<Type> joinWith(Type other) {
    if (other instanceof ModelType that) {
      for (Structure at = structure; at != null; at = at.base().orElse(null)) {
        if (that.structure.isA(at)) {
          return Optional.of(new ModelType(at));
        }
      }
    }
    return Optional.empty();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ModelType that && structure == that.structure;
  }

  @Override
  public int hashCode() {
    return Objects.hashCode(structure);
  }
}
