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

  /** The formula of an argument. */
  Formula formula(String parameter);

  /** The definitions that an argument varies. */
  Varied varied(String parameter);

  /**
   * An expression of this call, and the model around it, to be asked in variations.
   *
   * @param parameter an argument that the function evaluates itself
   * @param varied the argument that names what varies; empty where only uncertain inputs do
   */
  Study study(String parameter, String varied);

  /**
   * Several parts of arguments of this call, such as the sides of comparisons, to be asked together
   * in variations; each answer is a list of their values.
   *
   * @param parts what {@link #lazy}, its elements or its sides gave
   * @param varied the argument that names what varies; empty where only uncertain inputs do
   */
  Study study(List<Lazy> parts, String varied);

  /** An argument that the function evaluates itself. */
  Lazy lazy(String parameter);

  /** Calls a function-like value. */
  Value apply(Value function, List<Value> arguments);

  /** What surrounds the call. */
  Surroundings surroundings();
}
