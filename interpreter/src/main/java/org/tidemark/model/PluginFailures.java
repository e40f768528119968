package org.tidemark.model;

import org.tidemark.check.plugin.Blame;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.grammar.source.Location;

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
