package org.tidemark.spi;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tidemark.spi.value.FunctionValue;

/**
 * A formula, {@code price ~ wright(cumulative)}, ready to be evaluated on rows of a table.
 *
 * <p>Its functions take the values of {@link #columns} in that order and then, where the call names
 * unknowns, those in the order in which they are written.
 *
 * @param text as written
 * @param columns the columns that it reads
 * @param response the left side
 * @param form the form that the right side calls, where it calls one
 * @param arguments the form's unnamed arguments
 * @param named the form's named arguments
 * @param explanation the right side where it is no form
 */
public record Formula(
    String text,
    List<String> columns,
    Part response,
    Optional<String> form,
    List<Part> arguments,
    Map<String, Part> named,
    Optional<Part> explanation) {
  /**
   * A part of a formula.
   *
   * @param text as written
   * @param function its value for a row
   */
  public record Part(String text, FunctionValue function) {}
}
