package org.tidemark.polyglot.instrument;

import com.oracle.truffle.api.TruffleLanguage;
import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.TruffleObject;
import com.oracle.truffle.api.library.ExportLibrary;
import com.oracle.truffle.api.library.ExportMessage;
import org.tidemark.polyglot.TideLanguage;

/** Stands for a definition that nothing has asked for so far. */
@ExportLibrary(InteropLibrary.class)
@SuppressWarnings("static-method")
final class NotYet implements TruffleObject {
  static final NotYet INSTANCE = new NotYet();

  private NotYet() {}

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
    return "not worked out yet";
  }
}
