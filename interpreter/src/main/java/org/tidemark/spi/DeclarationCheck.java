package org.tidemark.spi;

import java.util.List;
import java.util.Optional;
import org.tidemark.spi.type.ObjectType;
import org.tidemark.spi.type.QuantityType;
import org.tidemark.spi.type.Type;

/** A declaration as seen by the checker: types, no values. */
public interface DeclarationCheck {
  /** The name under which it is declared. */
  String name();

  /** Whether a field is set, here or in what it extends. */
  boolean has(String field);

  /** The type of a field; unknown where it is not set. */
  Type type(String field);

  /** The quantity type of a field; the literal 0's where that is not known. */
  QuantityType quantity(String field);

  /** The magnitude, in base units, of a field that is a constant written in place. */
  Optional<Double> constant(String field);

  /** The decimal year of a field that is a date written in place. */
  Optional<Double> constantDate(String field);

  /** The type that {@code on} names. */
  Type target();

  /** The type left of the comparison in {@code when}. */
  Type left();

  /** The type right of it. */
  Type right();

  /** Whether the value or the comparison reads the time since the start. */
  boolean readsClock();

  /** Whether they read the date. */
  boolean readsCalendar();

  /** The comparison's operator, {@code "<="}. */
  String operator();

  /** What both sides read that runs, such as the curves. */
  List<ObjectType> running();

  /** The body, where it runs. */
  Optional<RunningCheck> body();

  /** The type of the result of calling a function-typed field. */
  Type apply(Type function, List<Type> arguments);

  /** Reports an error at a field, or at the declaration where the field is null. */
  void problem(String field, String code, String message, String... help);

  /** Reports a warning at a field, or at the declaration where the field is null. */
  void warning(String field, String code, String message, String... help);
}
