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

  /** The unknowns that an argument names, and what is known of each, in order. */
  Map<String, Type> unknowns(String parameter);

  /** The definitions that an argument varies, and the type of each, in order. */
  Map<String, Type> varied(String parameter);

  /**
   * The type of an amended copy of the model whose definitions an argument varies.
   *
   * @param extras what the copy has besides the model's own members
   */
  Type model(String parameter, Map<String, Type> extras);

  /** The formula of an argument. */
  FormulaCheck formula(String parameter);

  /**
   * A formula as seen by the checker.
   *
   * @param response the type of the left side
   * @param form the form that the right side calls, where it calls one
   * @param arguments the types of the form's unnamed arguments
   * @param named the types of the form's named arguments
   * @param explanation the type of the right side where it is no form
   */
  record FormulaCheck(
      Type response,
      Optional<String> form,
      List<Type> arguments,
      Map<String, Type> named,
      Type explanation) {}

  /** The magnitude, in base units, of an argument that is a constant written in place. */
  Optional<Double> constant(String parameter);

  /** The decimal year of an argument that is a date written in place. */
  Optional<Double> constantDate(String parameter);

  /** The text of an argument that is a constant written in place. */
  Optional<String> constantText(String parameter);

  /** What plugins add to the function that is called. */
  default Extensions extensions() {
    return Extensions.NONE;
  }

  /** Whether the call stands where something runs, as in the body of a process. */
  boolean isRunning();

  /** The type of the result of calling a function-typed argument. */
  Type apply(Type function, List<Type> arguments);

  /** Reports an error at an argument, or at the call where the parameter is null. */
  void problem(String parameter, String code, String message, String... help);

  /** Reports a warning at an argument, or at the call where the parameter is null. */
  void warning(String parameter, String code, String message, String... help);
}
