package org.tidemark.spi;

import java.util.Optional;

/**
 * A parameter of a function that a plugin adds.
 *
 * @param name its name, usable in calls
 * @param mode how the argument reaches the function
 * @param accept what it takes
 * @param required whether it must be given
 * @param rest whether it collects all further unnamed arguments; only the last one may
 * @param fallback in words, what holds where it is not given
 * @param doc one sentence
 */
public record ParameterSpec(
    String name,
    Mode mode,
    Accept accept,
    boolean required,
    boolean rest,
    Optional<String> fallback,
    String doc) {

  /** How an argument reaches a function. */
  public enum Mode {
    /** Evaluated. */
    VALUE,
    /** As the name of a column, not evaluated. */
    COLUMN,
    /** Not evaluated; the function evaluates it as often as it likes. */
    EXPRESSION,
    /** As types: {@code { year: date, price: USD/GB }}. */
    SCHEMA
  }
}
