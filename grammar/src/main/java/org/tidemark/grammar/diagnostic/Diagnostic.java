package org.tidemark.grammar.diagnostic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tidemark.grammar.source.Location;
import org.tidemark.grammar.source.SourceText;
import org.tidemark.grammar.source.Span;

/**
 * One finding: the same record for the command, the prompt, editors and embedders.
 *
 * @param code stable, {@code E0301} or {@code W0102}; {@code tide explain} has a page on it
 * @param severity how bad it is
 * @param message one line, no full stop
 * @param location the place it is about; absent where it is about none, as with a command line
 * @param note what stands under that place; empty to underline only
 * @param labels further places
 * @param help ways out, most likely first
 */
public record Diagnostic(
    String code,
    Severity severity,
    String message,
    Optional<Location> location,
    String note,
    List<Label> labels,
    List<String> help) {

  /** Copies its lists. */
  public Diagnostic {
    labels = List.copyOf(labels);
    help = List.copyOf(help);
  }

  /** Whether it is an error. */
  public boolean isError() {
    return severity == Severity.ERROR;
  }

  /** An error at a place. */
  public static Diagnostic error(String code, String message, SourceText source, Span span) {
    return new Diagnostic(
        code,
        Severity.ERROR,
        message,
        Optional.of(new Location(source, span)),
        "",
        List.of(),
        List.of());
  }

  /** A warning at a place. */
  public static Diagnostic warning(String code, String message, SourceText source, Span span) {
    return new Diagnostic(
        code,
        Severity.WARNING,
        message,
        Optional.of(new Location(source, span)),
        "",
        List.of(),
        List.of());
  }

  /** An error that belongs to no place in a script. */
  public static Diagnostic error(String code, String message) {
    return new Diagnostic(
        code, Severity.ERROR, message, Optional.empty(), "", List.of(), List.of());
  }

  /** The same finding with words under its own place. */
  public Diagnostic withNote(String words) {
    return new Diagnostic(code, severity, message, location, words, labels, help);
  }

  /** The same finding with one more place. */
  public Diagnostic withLabel(SourceText source, Span span, String text) {
    List<Label> more = new ArrayList<>(labels);
    more.add(new Label(new Location(source, span), text));
    return new Diagnostic(code, severity, message, location, note, more, help);
  }

  /** The same finding with one more way out. */
  public Diagnostic withHelp(String way) {
    List<String> more = new ArrayList<>(help);
    more.add(way);
    return new Diagnostic(code, severity, message, location, note, labels, more);
  }
}
