package org.tidemark.polyglot.interop;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.TruffleLanguage;
import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.TruffleObject;
import com.oracle.truffle.api.interop.UnsupportedMessageException;
import com.oracle.truffle.api.library.ExportLibrary;
import com.oracle.truffle.api.library.ExportMessage;
import com.oracle.truffle.api.utilities.TriState;
import org.tidemark.polyglot.TideLanguage;

/** The sort of a value, {@code quantity} or {@code firm}: its meta object. */
@ExportLibrary(InteropLibrary.class)
final class TypeObject implements TruffleObject {
  static final TypeObject ERROR = new TypeObject("error");

  private final String name;

  TypeObject(String name) {
    this.name = name;
  }

  @ExportMessage
  boolean isMetaObject() {
    return true;
  }

  @ExportMessage
  Object getMetaQualifiedName() {
    return name;
  }

  @ExportMessage
  Object getMetaSimpleName() {
    return name;
  }

  @ExportMessage
  @TruffleBoundary
  boolean isMetaInstance(Object instance) {
    InteropLibrary interop = InteropLibrary.getUncached();
    try {
      return interop.hasLanguage(instance)
          && interop.getLanguage(instance) == TideLanguage.class
          && interop.hasMetaObject(instance)
          && equals(interop.getMetaObject(instance));
    } catch (UnsupportedMessageException gone) {
      return false;
    }
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
  Object toDisplayString(boolean allowSideEffects) {
    return name;
  }

  @ExportMessage
  @TruffleBoundary
  TriState isIdenticalOrUndefined(Object other) {
    return other instanceof TypeObject ? TriState.valueOf(equals(other)) : TriState.UNDEFINED;
  }

  @ExportMessage
  @TruffleBoundary
  int identityHashCode() {
    return hashCode();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TypeObject that && name.equals(that.name);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }
}
