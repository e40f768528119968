package org.tidemark.polyglot.interop;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.TruffleLanguage;
import com.oracle.truffle.api.interop.ArityException;
import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.InvalidArrayIndexException;
import com.oracle.truffle.api.interop.TruffleObject;
import com.oracle.truffle.api.interop.UnknownIdentifierException;
import com.oracle.truffle.api.interop.UnsupportedMessageException;
import com.oracle.truffle.api.interop.UnsupportedTypeException;
import com.oracle.truffle.api.library.ExportLibrary;
import com.oracle.truffle.api.library.ExportMessage;
import com.oracle.truffle.api.utilities.TriState;
import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.tidemark.polyglot.TideLanguage;

/**
 * A value of Tide as guests see it. What a sort of value is, it says by overriding plain methods;
 * this class alone speaks the messages of interop. All are immutable: writes are refused.
 */
@ExportLibrary(InteropLibrary.class)
public abstract class TideObject implements TruffleObject {
  private static final String TO_STRING = "toString";

  /** The sort of value in a word: {@code quantity}. */
  abstract String kind();

  /** As a script shows it. */
  abstract String text();

  /** What two objects share that are the same to guests. */
  Object identity() {
    return this;
  }

  // ---- what a sort of value may be besides

  boolean isNothing() {
    return false;
  }

  Optional<Double> number() {
    return Optional.empty();
  }

  Optional<LocalDate> date() {
    return Optional.empty();
  }

  Optional<LocalTime> time() {
    return Optional.empty();
  }

  Optional<Duration> duration() {
    return Optional.empty();
  }

  /** The names of its members; absent where it has none. */
  Optional<List<String>> members() {
    return Optional.empty();
  }

  /** Names that can be read besides those that are listed. */
  boolean hasUnlisted(String name) {
    return false;
  }

  /** One of its members. */
  Object member(String name) {
    throw new IllegalArgumentException(name);
  }

  /** The number of its elements; -1 where it has none. */
  long size() {
    return -1;
  }

  /** One of its elements. */
  Object element(int index) {
    throw new IllegalArgumentException(Integer.toString(index));
  }

  boolean isCallable() {
    return false;
  }

  /** The least and the most arguments. */
  int fewestArguments() {
    return 0;
  }

  /** The most arguments; -1 where there may be any number. */
  int mostArguments() {
    return -1;
  }

  /** Its value for as many arguments as it takes. */
  Object call(Object[] arguments) {
    throw new IllegalArgumentException();
  }

  boolean isScopeOfNames() {
    return false;
  }

  private boolean has(String name) {
    return members().isPresent()
        && (members().get().contains(name) || hasUnlisted(name) || name.equals(TO_STRING));
  }

  /** A member, or the text that JavaScript asks objects for. */
  private Object read(String name) {
    boolean isText =
        name.equals(TO_STRING) && !hasUnlisted(name) && !members().orElseThrow().contains(name);
    return isText ? new MethodObject(TO_STRING, 0, -1, given -> text()) : member(name);
  }

  // ---- null

  @ExportMessage
  @TruffleBoundary
  final boolean isNull() {
    return isNothing();
  }

  // ---- numbers

  private static InteropLibrary numbers() {
    return InteropLibrary.getUncached();
  }

  private double numberOr() throws UnsupportedMessageException {
    return number().orElseThrow(() -> sneaky(UnsupportedMessageException.create()));
  }

  @SuppressWarnings("unchecked")
  private static <E extends Exception> RuntimeException sneaky(Exception checked) throws E {
    throw (E) checked;
  }

  @ExportMessage
  @TruffleBoundary
  final boolean isNumber() {
    return number().isPresent();
  }

  @ExportMessage
  @TruffleBoundary
  final boolean fitsInByte() {
    return number().isPresent() && numbers().fitsInByte(number().get());
  }

  @ExportMessage
  @TruffleBoundary
  final boolean fitsInShort() {
    return number().isPresent() && numbers().fitsInShort(number().get());
  }

  @ExportMessage
  @TruffleBoundary
  final boolean fitsInInt() {
    return number().isPresent() && numbers().fitsInInt(number().get());
  }

  @ExportMessage
  @TruffleBoundary
  final boolean fitsInLong() {
    return number().isPresent() && numbers().fitsInLong(number().get());
  }

  @ExportMessage
  @TruffleBoundary
  final boolean fitsInBigInteger() {
    return number().isPresent() && numbers().fitsInBigInteger(number().get());
  }

  @ExportMessage
  @TruffleBoundary
  final boolean fitsInFloat() {
    return number().isPresent() && numbers().fitsInFloat(number().get());
  }

  @ExportMessage
  @TruffleBoundary
  final boolean fitsInDouble() {
    return number().isPresent();
  }

  @ExportMessage
  @TruffleBoundary
  final byte asByte() throws UnsupportedMessageException {
    return numbers().asByte(numberOr());
  }

  @ExportMessage
  @TruffleBoundary
  final short asShort() throws UnsupportedMessageException {
    return numbers().asShort(numberOr());
  }

  @ExportMessage
  @TruffleBoundary
  final int asInt() throws UnsupportedMessageException {
    return numbers().asInt(numberOr());
  }

  @ExportMessage
  @TruffleBoundary
  final long asLong() throws UnsupportedMessageException {
    return numbers().asLong(numberOr());
  }

  @ExportMessage
  @TruffleBoundary
  final BigInteger asBigInteger() throws UnsupportedMessageException {
    return numbers().asBigInteger(numberOr());
  }

  @ExportMessage
  @TruffleBoundary
  final float asFloat() throws UnsupportedMessageException {
    return numbers().asFloat(numberOr());
  }

  @ExportMessage
  @TruffleBoundary
  final double asDouble() throws UnsupportedMessageException {
    return numberOr();
  }

  // ---- points in time and spans of it

  @ExportMessage
  @TruffleBoundary
  final boolean isDate() {
    return date().isPresent();
  }

  @ExportMessage
  @TruffleBoundary
  final LocalDate asDate() throws UnsupportedMessageException {
    return date().orElseThrow(() -> sneaky(UnsupportedMessageException.create()));
  }

  @ExportMessage
  @TruffleBoundary
  final boolean isTime() {
    return time().isPresent();
  }

  @ExportMessage
  @TruffleBoundary
  final LocalTime asTime() throws UnsupportedMessageException {
    return time().orElseThrow(() -> sneaky(UnsupportedMessageException.create()));
  }

  @ExportMessage
  @TruffleBoundary
  final boolean isTimeZone() {
    return time().isPresent();
  }

  @ExportMessage
  @TruffleBoundary
  final ZoneId asTimeZone() throws UnsupportedMessageException {
    if (time().isEmpty()) {
      throw UnsupportedMessageException.create();
    }
    return ZoneOffset.UTC;
  }

  @ExportMessage
  @TruffleBoundary
  final boolean isDuration() {
    return duration().isPresent();
  }

  @ExportMessage
  @TruffleBoundary
  final Duration asDuration() throws UnsupportedMessageException {
    return duration().orElseThrow(() -> sneaky(UnsupportedMessageException.create()));
  }

  // ---- members

  @ExportMessage
  @TruffleBoundary
  final boolean hasMembers() {
    return members().isPresent();
  }

  @ExportMessage
  @TruffleBoundary
  final Object getMembers(boolean includeInternal) throws UnsupportedMessageException {
    if (members().isEmpty()) {
      throw UnsupportedMessageException.create();
    }
    return new NamesObject(members().get());
  }

  @ExportMessage
  @TruffleBoundary
  final boolean isMemberReadable(String name) {
    return has(name);
  }

  @ExportMessage
  @TruffleBoundary
  final Object readMember(String name)
      throws UnknownIdentifierException, UnsupportedMessageException {
    if (members().isEmpty()) {
      throw UnsupportedMessageException.create();
    }
    if (!has(name)) {
      throw UnknownIdentifierException.create(name);
    }
    return read(name);
  }

  @ExportMessage
  @TruffleBoundary
  final boolean isMemberInvocable(String name) {
    if (!has(name)) {
      return false;
    }
    try {
      return InteropLibrary.getUncached().isExecutable(read(name));
    } catch (TideFailure noValue) {
      // whoever reads it is told why
      return false;
    }
  }

  @ExportMessage
  @TruffleBoundary
  final Object invokeMember(String name, Object[] arguments)
      throws UnknownIdentifierException,
          UnsupportedMessageException,
          UnsupportedTypeException,
          ArityException {
    return InteropLibrary.getUncached().execute(readMember(name), arguments);
  }

  // ---- elements

  @ExportMessage
  @TruffleBoundary
  final boolean hasArrayElements() {
    return size() >= 0;
  }

  @ExportMessage
  @TruffleBoundary
  final long getArraySize() throws UnsupportedMessageException {
    if (size() < 0) {
      throw UnsupportedMessageException.create();
    }
    return size();
  }

  @ExportMessage
  @TruffleBoundary
  final boolean isArrayElementReadable(long index) {
    return index >= 0 && index < size();
  }

  @ExportMessage
  @TruffleBoundary
  final Object readArrayElement(long index)
      throws InvalidArrayIndexException, UnsupportedMessageException {
    if (size() < 0) {
      throw UnsupportedMessageException.create();
    }
    if (index < 0 || index >= size()) {
      throw InvalidArrayIndexException.create(index);
    }
    return element((int) index);
  }

  // ---- calls

  @ExportMessage
  @TruffleBoundary
  final boolean isExecutable() {
    return isCallable();
  }

  @ExportMessage
  @TruffleBoundary
  final Object execute(Object[] arguments) throws UnsupportedMessageException, ArityException {
    if (!isCallable()) {
      throw UnsupportedMessageException.create();
    }
    int most = mostArguments();
    if (arguments.length < fewestArguments() || most >= 0 && arguments.length > most) {
      throw ArityException.create(fewestArguments(), most, arguments.length);
    }
    return call(arguments);
  }

  // ---- what it is

  @ExportMessage
  @TruffleBoundary
  final boolean isScope() {
    return isScopeOfNames();
  }

  @ExportMessage
  final boolean hasLanguage() {
    return true;
  }

  @ExportMessage
  final Class<? extends TruffleLanguage<?>> getLanguage() {
    return TideLanguage.class;
  }

  @ExportMessage
  final boolean hasMetaObject() {
    return true;
  }

  @ExportMessage
  @TruffleBoundary
  final Object getMetaObject() {
    return new TypeObject(kind());
  }

  @ExportMessage
  @TruffleBoundary
  final Object toDisplayString(boolean allowSideEffects) {
    return text();
  }

  @ExportMessage
  @TruffleBoundary
  final TriState isIdenticalOrUndefined(Object other) {
    return other instanceof TideObject that
        ? TriState.valueOf(getClass() == that.getClass() && same(identity(), that.identity()))
        : TriState.UNDEFINED;
  }

  private static boolean same(Object one, Object other) {
    return one == other || one instanceof ByValue && one.equals(other);
  }

  @ExportMessage
  @TruffleBoundary
  final int identityHashCode() {
    Object identity = identity();
    return identity instanceof ByValue ? identity.hashCode() : System.identityHashCode(identity);
  }

  /** An identity that is a matter of what it says: equal ones are the same. */
  interface ByValue {}
}
