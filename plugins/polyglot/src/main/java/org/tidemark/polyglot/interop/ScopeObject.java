package org.tidemark.polyglot.interop;

import java.util.List;
import java.util.Optional;

/**
 * The bindings of a context: the definitions of the script that was run last in it. They are there
 * to be read; scripts do not see each other.
 */
public final class ScopeObject extends TideObject {
  private volatile ScriptObject last;

  /** Bindings before any script has been run. */
  public ScopeObject() {}

  /** Has the definitions of a script from now on. */
  public void set(ScriptObject script) {
    last = script;
  }

  @Override
  String kind() {
    return "scope";
  }

  @Override
  String text() {
    return "tide";
  }

  @Override
  boolean isScopeOfNames() {
    return true;
  }

  @Override
  Optional<List<String>> members() {
    ScriptObject script = last;
    return script == null ? Optional.of(List.of()) : script.members();
  }

  @Override
  Object member(String name) {
    return last.member(name);
  }
}
