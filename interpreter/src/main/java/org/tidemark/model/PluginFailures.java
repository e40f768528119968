package org.tidemark.model;

import java.util.Optional;
import org.tidemark.check.plugin.Blame;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.grammar.source.Location;
import org.tidemark.spi.type.Type;

/** What is told where a plugin's code fails, rather than the script or Tidemark. */
final class PluginFailures {
  private static final String FAILED = "E0744";
  private static final String WRONG_VALUE = "E0745";

  private PluginFailures() {}

  /** The plugin's code threw something that is no {@code Problem}. */
  static EvaluationFailure of(String plugin, String part, Throwable thrown, Location location) {
    return failure(
        FAILED,
        "the plugin " + plugin + " failed in " + part + ": " + Blame.words(thrown),
        "this is a mistake in the plugin, not in the script; tell its makers",
        location);
  }

  /**
   * What is to be thrown where something was thrown while a part was asked.
   *
   * @param part what was asked, which may be a plugin's or Tidemark's own
   * @param what in words, {@code "the member cost"}
   * @return what was thrown, where no plugin is to blame
   */
  static RuntimeException blamed(Throwable thrown, Object part, String what, Location location) {
    Optional<String> plugin = Blame.of(thrown, part);
    if (plugin.isPresent()) {
      return of(plugin.get(), what, thrown, location);
    }
    if (thrown instanceof Error error) {
      throw error;
    }
    return (RuntimeException) thrown;
  }

  /** Something that a part gave, which is never nothing. */
  static <T> T given(T value, Object part, String what, Location location) {
    if (value == null) {
      throw nothing(Blame.owner(part).orElse(part.getClass().getSimpleName()), what, location);
    }
    return value;
  }

  /** The plugin's code gave a value of another sort than it promised. */
  static EvaluationFailure unlike(
      String plugin, String part, Type promised, String given, Location location) {
    return failure(
        WRONG_VALUE,
        "the plugin "
            + plugin
            + " promised "
            + promised.describe()
            + " for "
            + part
            + " and gave "
            + given,
        "this is a mistake in the plugin, not in the script; tell its makers",
        location);
  }

  /** The plugin's code gave nothing. */
  static EvaluationFailure nothing(String plugin, String part, Location location) {
    return failure(
        WRONG_VALUE,
        "the plugin " + plugin + " gave no value for " + part,
        "this is a mistake in the plugin, not in the script; tell its makers",
        location);
  }

  private static EvaluationFailure failure(
      String code, String message, String help, Location location) {
    return new EvaluationFailure(
        Diagnostic.error(code, message, location.source(), location.span()).withHelp(help), false);
  }
}
