package org.tidemark.polyglot.instrument;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.TruffleLanguage;
import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.TruffleObject;
import com.oracle.truffle.api.interop.UnknownIdentifierException;
import com.oracle.truffle.api.interop.UnsupportedMessageException;
import com.oracle.truffle.api.library.ExportLibrary;
import com.oracle.truffle.api.library.ExportMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tidemark.model.Sight;
import org.tidemark.polyglot.TideLanguage;
import org.tidemark.spi.value.Value;

/**
 * Names in scope, with those around them. They can be read, not written: definitions are never
 * assigned to.
 */
@ExportLibrary(InteropLibrary.class)
@SuppressWarnings("static-method")
final class ScopeObject implements TruffleObject {
  private final List<Sight.Level> levels;

  /**
   * A scope.
   *
   * @param levels innermost first, at least one
   */
  ScopeObject(List<Sight.Level> levels) {
    this.levels = levels;
  }

  private Optional<Value> find(String name) {
    for (Sight.Level level : levels) {
      if (level.values().containsKey(name)) {
        return level.values().get(name);
      }
    }
    return Optional.empty();
  }

  /** Those around come last, and a name that is hidden comes twice: so tools tell levels apart. */
  private List<String> names() {
    List<String> names = new ArrayList<>();
    levels.forEach(level -> names.addAll(level.values().keySet()));
    return names;
  }

  @ExportMessage
  boolean isScope() {
    return true;
  }

  @ExportMessage
  boolean hasScopeParent() {
    return levels.size() > 1;
  }

  @ExportMessage
  @TruffleBoundary
  Object getScopeParent() throws UnsupportedMessageException {
    if (levels.size() < 2) {
      throw UnsupportedMessageException.create();
    }
    return new ScopeObject(levels.subList(1, levels.size()));
  }

  @ExportMessage
  boolean hasMembers() {
    return true;
  }

  @ExportMessage
  @TruffleBoundary
  Object getMembers(@SuppressWarnings("unused") boolean internal) {
    return new SeenNames(names());
  }

  @ExportMessage
  @TruffleBoundary
  boolean isMemberReadable(String name) {
    return names().contains(name);
  }

  @ExportMessage
  @TruffleBoundary
  Object readMember(String name) throws UnknownIdentifierException {
    if (!isMemberReadable(name)) {
      throw UnknownIdentifierException.create(name);
    }
    return find(name).map(SeenObject::of).orElse(NotYet.INSTANCE);
  }

  @ExportMessage
  boolean hasLanguage() {
    return true;
  }

  @ExportMessage
  Class<? extends TruffleLanguage<?>> getLanguage() {
    return TideLanguage.class;
  }

  @ExportMessage
  Object toDisplayString(@SuppressWarnings("unused") boolean allowSideEffects) {
    return levels.get(0).title();
  }
}
