package org.tidemark.polyglot.foreign;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyArray;
import org.tidemark.spi.foreign.ForeignFunction;
import org.tidemark.spi.foreign.ForeignProblem;

/** A function in a context. */
final class GuestFunction implements ForeignFunction {
  /** Longer lists are a slip; one may also say that it is longer than it is. */
  private static final long MOST_ELEMENTS = 1_000_000;

  /** A list in a list in a list is enough; one may also hold itself. */
  private static final int DEEPEST = 8;

  private final Guest guest;
  private final Source source;
  private final Context context;
  private final Value function;
  private final Guest.Arity arity;

  GuestFunction(Guest guest, Source source, Context context, Value function, Guest.Arity arity) {
    this.guest = guest;
    this.source = source;
    this.context = context;
    this.function = function;
    this.arity = arity;
  }

  @Override
  public int least() {
    return arity.least();
  }

  @Override
  public int most() {
    return arity.most();
  }

  @Override
  public Optional<ForeignProblem.Place> place() {
    try {
      return Failures.place(function.getSourceLocation(), source);
    } catch (PolyglotException failed) {
      // it may have been stopped since it was called
      throw Failures.of(failed, source, guest);
    }
  }

  @Override
  public Object call(List<Object> arguments) {
    try {
      Object[] given = new Object[arguments.size()];
      for (int i = 0; i < given.length; i++) {
        given[i] = in(arguments.get(i));
      }
      return out(function.execute(given), DEEPEST);
    } catch (PolyglotException failed) {
      throw Failures.of(failed, source, guest);
    }
  }

  private Object in(Object value) {
    if (!(value instanceof List<?> list)) {
      return value;
    }
    Object[] elements = new Object[list.size()];
    for (int i = 0; i < elements.length; i++) {
      elements[i] = in(list.get(i));
    }
    return guest.list(context, ProxyArray.fromArray(elements));
  }

  private Object out(Value value, int levels) {
    if (value.isBoolean()) {
      return value.asBoolean();
    }
    if (value.isNumber()) {
      return value.fitsInDouble() ? value.asDouble() : value.asBigInteger().doubleValue();
    }
    if (value.isString()) {
      return new Other("a text");
    }
    if (value.hasArrayElements()) {
      return list(value, levels);
    }
    if (value.canExecute()) {
      return new Other("a function");
    }
    return new Other(guest.describe(value));
  }

  private Object list(Value value, int levels) {
    long size = value.getArraySize();
    if (size > MOST_ELEMENTS) {
      return new Other("a list of more than " + MOST_ELEMENTS + " elements");
    }
    if (levels == 0) {
      return new Other("a list of lists without an end");
    }
    List<Object> elements = new ArrayList<>((int) size);
    for (long i = 0; i < size; i++) {
      elements.add(out(value.getArrayElement(i), levels - 1));
    }
    return elements;
  }
}
