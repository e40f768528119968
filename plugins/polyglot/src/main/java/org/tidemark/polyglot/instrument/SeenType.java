package org.tidemark.polyglot.instrument;

import com.oracle.truffle.api.TruffleLanguage;
import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.TruffleObject;
import com.oracle.truffle.api.library.ExportLibrary;
import com.oracle.truffle.api.library.ExportMessage;
import org.tidemark.polyglot.TideLanguage;

/** What a value is, in words: {@code a price, USD/GB}. */
@ExportLibrary(InteropLibrary.class)
@SuppressWarnings("static-method")
final class SeenType implements TruffleObject {
  private final String words;

  SeenType(String words) {
    this.words = words;
  }

  @ExportMessage
  boolean isMetaObject() {
    return true;
  }

  @ExportMessage
  boolean isMetaInstance(@SuppressWarnings("unused") Object instance) {
    return instance instanceof SeenObject;
  }

  @ExportMessage
  Object getMetaSimpleName() {
    return words;
  }

  @ExportMessage
  Object getMetaQualifiedName() {
    return words;
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
    return words;
  }
}
