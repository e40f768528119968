package org.tidemark.polyglot.interop;

import java.util.List;
import java.util.Optional;
import org.tidemark.model.Shown;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.value.ValueText;

/** A result that a script showed: its {@code name}, its {@code value} and its {@code text}. */
public final class ShownObject extends TideObject {
  private static final List<String> MEMBERS = List.of("name", "value", "text");

  private final Live live;
  private final Shown shown;
  private final Type type;

  /** A result of a type. */
  public ShownObject(Live live, Shown shown, Type type) {
    this.live = live;
    this.shown = shown;
    this.type = type;
  }

  @Override
  String kind() {
    return "result";
  }

  @Override
  String text() {
    return shown.name() + " = " + ValueText.of(shown.value());
  }

  @Override
  Optional<List<String>> members() {
    return Optional.of(MEMBERS);
  }

  @Override
  Object member(String name) {
    return switch (name) {
      case "name" -> shown.name();
      case "value" -> live.wrap(shown.value(), Sorts.orOf(type, shown.value()));
      default -> ValueText.of(shown.value());
    };
  }
}
