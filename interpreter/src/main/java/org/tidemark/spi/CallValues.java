package org.tidemark.spi;

import java.util.List;
import java.util.Map;
import org.tidemark.quantity.Quantity;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.value.Value;

/** A call as it runs. */
public interface CallValues {
  /** Whether an argument was given for a parameter. */
  boolean has(String parameter);

  /** An argument's value. */
  Value value(String parameter);

  /** An argument's value as a quantity; only for parameters that take quantities. */
  Quantity quantity(String parameter);

  /** The magnitude of an argument in base units. */
  double magnitude(String parameter);

  /** A text argument. */
  String text(String parameter);

  /** The arguments that a rest parameter collects. */
  List<Value> rest();

  /** The arguments under names that are no parameter's, in order. */
  Map<String, Value> named();

  /** The name given for a column. */
  String column(String parameter);

  /** The types given for a schema, in order. */
  Map<String, Type> schema(String parameter);

  /** An argument that the function evaluates itself. */
  Lazy lazy(String parameter);

  /** Calls a function-like value. */
  Value apply(Value function, List<Value> arguments);

  /** What surrounds the call. */
  Surroundings surroundings();
}
