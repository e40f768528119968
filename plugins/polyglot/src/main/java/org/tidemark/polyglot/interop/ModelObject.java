package org.tidemark.polyglot.interop;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.TruffleObject;
import com.oracle.truffle.api.interop.UnknownIdentifierException;
import com.oracle.truffle.api.library.ExportLibrary;
import com.oracle.truffle.api.library.ExportMessage;
import java.util.Map;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.Value;
import org.tidemark.spi.value.ValueText;

/** A script as an object. */
@ExportLibrary(InteropLibrary.class)
public final class ModelObject implements TruffleObject {
  private final Map<String, Value> members;

  /** A script with these members. */
  public ModelObject(Map<String, Value> members) {
    this.members = members;
  }

  @ExportMessage
  boolean hasMembers() {
    return true;
  }

  @ExportMessage
  @TruffleBoundary
  boolean isMemberReadable(String name) {
    return members.containsKey(name);
  }

  @ExportMessage
  @TruffleBoundary
  Object getMembers(boolean internal) {
    return new Names(members.keySet().toArray(new String[0]));
  }

  @ExportMessage
  @TruffleBoundary
  Object readMember(String name) throws UnknownIdentifierException {
    Value value = members.get(name);
    if (value == null) {
      throw UnknownIdentifierException.create(name);
    }
    return value instanceof QuantityValue quantity
        ? (Object) quantity.quantity().in(quantity.quantity().unit())
        : ValueText.of(value);
  }
}
