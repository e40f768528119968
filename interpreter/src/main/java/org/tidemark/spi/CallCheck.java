package org.tidemark.spi;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tidemark.spi.type.QuantityType;
import org.tidemark.spi.type.Type;

/** A call as seen by the checker: types, no values. */
public interface CallCheck {
  /** Whether an argument was given for a parameter. */
  boolean has(String parameter);

  /** The type of an argument; unknown where it was not given. */
  Type type(String parameter);

  /** The types of the arguments that a rest parameter collects. */
  List<Type> rest();

  /** The types of arguments under names that are no parameter's, in order. */
  Map<String, Type> named();

  /** The quantity type of an argument; the literal 0's where that is not known. */
  QuantityType quantity(String parameter);

  /** The name given for a column. */
  String column(String parameter);

  /** The types given for a schema, in order. */
  Map<String, Type> schema(String parameter);

  /** The magnitude, in base units, of an argument that is a constant written in place. */
  Optional<Double> constant(String parameter);

  /** The decimal year of an argument that is a date written in place. */
  Optional<Double> constantDate(String parameter);

  /** The text of an argument that is a constant written in place. */
  Optional<String> constantText(String parameter);

  /** Whether the call stands where something runs, as in the body of a process. */
  boolean isRunning();

  /** The type of the result of calling a function-typed argument. */
  Type apply(Type function, List<Type> arguments);

  /** Reports an error at an argument, or at the call where the parameter is null. */
  void problem(String parameter, String code, String message, String... help);

  /** Reports a warning at an argument, or at the call where the parameter is null. */
  void warning(String parameter, String code, String message, String... help);
}
