package org.tidemark.spi;

import java.util.Optional;
import java.util.Set;

/**
 * A parameter of a function that a plugin adds.
 *
 * @param name its name, usable in calls
 * @param mode how the argument reaches the function
 * @param accept what it takes
 * @param required whether it must be given
 * @param rest whether it collects all further unnamed arguments; only the last one may
 * @param fallback in words, what holds where it is not given
 * @param sight what an argument that is not evaluated sees
 * @param doc one sentence
 */
public record ParameterSpec(
    String name,
    Mode mode,
    Accept accept,
    boolean required,
    boolean rest,
    Optional<String> fallback,
    Sight sight,
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
    SCHEMA,
    /** A record written in place whose names become unknowns: {@code { p: 0..30 USD/GB }}. */
    UNKNOWNS,
    /** Not evaluated; it sees the unknowns of another parameter as names. */
    BOUND,
    /** A record written in place whose names are definitions of the model that are to vary. */
    VARIED,
    /** {@code response ~ form(column)} or {@code response ~ expression}; it sees columns. */
    FORMULA
  }

  /**
   * What an argument of mode {@link Mode#BOUND} or {@link Mode#FORMULA} sees.
   *
   * @param unknowns the parameter that names the unknowns; empty for none
   * @param table the parameter whose columns are seen; empty for none
   * @param forms the names that, called on the right of a formula, mean a form
   */
  public record Sight(String unknowns, String table, Set<String> forms) {
    /** Nothing besides what everybody sees. */
    public static final Sight PLAIN = new Sight("", "", Set.of());
  }
}
