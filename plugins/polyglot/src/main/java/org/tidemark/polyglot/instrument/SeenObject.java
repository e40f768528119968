package org.tidemark.polyglot.instrument;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.TruffleLanguage;
import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.InvalidArrayIndexException;
import com.oracle.truffle.api.interop.TruffleObject;
import com.oracle.truffle.api.interop.UnknownIdentifierException;
import com.oracle.truffle.api.interop.UnsupportedMessageException;
import com.oracle.truffle.api.library.ExportLibrary;
import com.oracle.truffle.api.library.ExportMessage;
import org.tidemark.polyglot.TideLanguage;
import org.tidemark.spi.value.BoolValue;
import org.tidemark.spi.value.ListValue;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.RecordValue;
import org.tidemark.spi.value.TextValue;
import org.tidemark.spi.value.Value;
import org.tidemark.spi.value.ValueText;

/**
 * A value as tools show it: its text, and the parts of lists and records. Nothing is worked out to
 * show it.
 */
@ExportLibrary(InteropLibrary.class)
final class SeenObject implements TruffleObject {
  private final Value value;

  private SeenObject(Value value) {
    this.value = value;
  }

  /** A value, as a plain one where it can be. */
  @TruffleBoundary
  static Object of(Value value) {
    if (value instanceof BoolValue) {
      return value == BoolValue.TRUE;
    }
    if (value instanceof TextValue text) {
      return text.text();
    }
    if (value instanceof QuantityValue quantity
        && quantity.distribution().isEmpty()
        && quantity.quantity().unit().isNone()) {
      double number = quantity.quantity().magnitude();
      int whole = (int) number;
      return whole == number ? (Object) whole : (Object) number;
    }
    return new SeenObject(value);
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
  @TruffleBoundary
  Object toDisplayString(@SuppressWarnings("unused") boolean allowSideEffects) {
    return ValueText.of(value);
  }

  // ---- parts

  @ExportMessage
  boolean hasArrayElements() {
    return value instanceof ListValue;
  }

  @ExportMessage
  long getArraySize() throws UnsupportedMessageException {
    return list().elements().size();
  }

  @ExportMessage
  boolean isArrayElementReadable(long index) {
    return value instanceof ListValue list && index >= 0 && index < list.elements().size();
  }

  @ExportMessage
  @TruffleBoundary
  Object readArrayElement(long index)
      throws UnsupportedMessageException, InvalidArrayIndexException {
    if (!isArrayElementReadable(index)) {
      throw InvalidArrayIndexException.create(index);
    }
    return of(list().elements().get((int) index));
  }

  private ListValue list() throws UnsupportedMessageException {
    if (value instanceof ListValue list) {
      return list;
    }
    throw UnsupportedMessageException.create();
  }

  @ExportMessage
  boolean hasMembers() {
    return value instanceof RecordValue;
  }

  @ExportMessage
  @TruffleBoundary
  Object getMembers(@SuppressWarnings("unused") boolean internal)
      throws UnsupportedMessageException {
    if (value instanceof RecordValue record) {
      return new SeenNames(record.fields().keySet());
    }
    throw UnsupportedMessageException.create();
  }

  @ExportMessage
  @TruffleBoundary
  boolean isMemberReadable(String name) {
    return value instanceof RecordValue record && record.fields().containsKey(name);
  }

  @ExportMessage
  @TruffleBoundary
  Object readMember(String name) throws UnknownIdentifierException {
    if (value instanceof RecordValue record && record.fields().containsKey(name)) {
      return of(record.fields().get(name));
    }
    throw UnknownIdentifierException.create(name);
  }
}
