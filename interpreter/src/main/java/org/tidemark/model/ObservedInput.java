package org.tidemark.model;

import java.util.Optional;
import org.tidemark.check.Annotations;
import org.tidemark.check.Member;
import org.tidemark.check.UnitReader;
import org.tidemark.grammar.tree.Definition;
import org.tidemark.grammar.tree.SimpleType;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.QuantityType;
import org.tidemark.spi.type.Type;

/**
 * An input that is observed rather than assumed: {@code param x: GB = missing @observed("…")}.
 *
 * @param module the module that it stands in, {@code "std.predictions"}; empty for the script
 * @param name its name
 * @param type what its values are
 * @param measured how it is measured, in words
 */
public record ObservedInput(String module, String name, Type type, String measured) {
  /** The input that a member of a module is; empty where it is none. */
  static Optional<ObservedInput> of(String module, Member member, UnitReader units) {
    if (member.sort() != Member.Sort.DEFINITION) {
      return Optional.empty();
    }
    Definition definition = member.definition();
    return Annotations.observed(definition.annotations())
        .map(
            measured ->
                new ObservedInput(module, member.name(), type(definition, units), measured));
  }

  private static Type type(Definition definition, UnitReader units) {
    if (definition.type().isEmpty()) {
      return QuantityType.PURE;
    }
    if (definition.type().get() instanceof SimpleType simple) {
      return switch (simple.name()) {
        case "date" -> BasicType.DATE;
        case "text" -> BasicType.TEXT;
        default -> BasicType.BOOL;
      };
    }
    return units
        .unit(definition.type().get())
        .<Type>map(QuantityType::of)
        .orElse(QuantityType.PURE);
  }
}
