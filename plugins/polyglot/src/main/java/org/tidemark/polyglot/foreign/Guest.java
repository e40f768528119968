package org.tidemark.polyglot.foreign;

import java.util.List;
import java.util.Map;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;

/** What is particular to one language. */
interface Guest {
  /** How Polyglot calls it, {@code "js"}. */
  String id();

  /** Its name. */
  String name();

  /** How the names of its files end. */
  List<String> endings();

  /** What is to be added where it is missing. */
  String cure();

  /** Options of its contexts. */
  Map<String, String> options();

  /** A text to be read, in the forms that it may be in, the usual one first. */
  List<Source> sources(String name, String text);

  /** Prepares a context before the text runs in it. */
  void prepare(Context context);

  /** Where the functions are, after the text has been evaluated to a value. */
  Value functions(Context context, Source source, Value evaluated);

  /** The fewest and the most arguments of a function; the latter may be unknown. */
  Arity arity(Context context, Value function);

  /** A list of its own with the elements of another. */
  Value list(Context context, Object elements);

  /** What a value is that is no number, no truth value and no list. */
  String describe(Value value);

  /** A message of its own about a syntax error, without what is shown beside it anyway. */
  String message(String message);

  /** How many arguments a function takes. */
  record Arity(int least, int most) {
    static final Arity UNKNOWN = new Arity(0, Integer.MAX_VALUE);
  }
}
