package org.tidemark.polyglot.interop;

import java.util.List;

/** A script that has been run: its definitions, and {@code show}, what it showed. */
public final class ScriptObject extends ModelObject {
  /** A word of the language, so no definition is called so. */
  private static final String SHOW = "show";

  private final List<ShownObject> shown;

  private ScriptObject(Live live, List<ShownObject> shown) {
    super(live, live.typed());
    this.shown = List.copyOf(shown);
  }

  /** A script that has been run, and what it showed. */
  public static ScriptObject of(Live live, List<ShownObject> shown) {
    return new ScriptObject(live, shown);
  }

  @Override
  String kind() {
    return "script";
  }

  @Override
  String text() {
    return "the script ".concat(live().sources().main().getName());
  }

  @Override
  boolean hasUnlisted(String name) {
    return name.equals(SHOW) || super.hasUnlisted(name);
  }

  @Override
  Object member(String name) {
    return name.equals(SHOW) ? new ArrayObject(shown) : super.member(name);
  }
}
