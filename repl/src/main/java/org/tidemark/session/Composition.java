package org.tidemark.session;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.tidemark.api.Program;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.grammar.diagnostic.Label;
import org.tidemark.grammar.source.Location;
import org.tidemark.grammar.source.SourceText;
import org.tidemark.grammar.source.Span;

/**
 * The script that answers an entry: the entry first, so that its places are its own, and what is
 * kept below it. Places in what is kept are told as those of the entry or the file that it came in.
 */
final class Composition {
  private final SourceText entry;
  private final String text;
  private final List<Part> parts = new ArrayList<>();

  private record Part(int from, int to, Kept kept) {}

  Composition(SourceText entry, Collection<Kept> below) {
    this.entry = entry;
    StringBuilder all = new StringBuilder(entry.text()).append('\n');
    for (Kept kept : below) {
      int from = all.length();
      all.append(kept.text());
      parts.add(new Part(from, all.length(), kept));
      all.append('\n');
    }
    this.text = all.toString();
  }

  String name() {
    return entry.name();
  }

  String text() {
    return text;
  }

  /** Whether something is about the entry, or about no place at all. */
  boolean isAboutEntry(Diagnostic diagnostic) {
    return diagnostic
        .location()
        .filter(this::isHere)
        .map(at -> at.span().start() <= entry.text().length())
        .orElse(true);
  }

  private boolean isHere(Location at) {
    return at.source().text().equals(text);
  }

  /** The same finding with places where people have written what it is about. */
  Diagnostic told(Diagnostic diagnostic) {
    List<Label> labels = new ArrayList<>();
    diagnostic.labels().forEach(l -> labels.add(new Label(told(l.location()), l.text())));
    return new Diagnostic(
        diagnostic.code(),
        diagnostic.severity(),
        diagnostic.message(),
        diagnostic.location().map(this::told),
        diagnostic.note(),
        labels,
        diagnostic.help());
  }

  /** The mistakes in the script, told so. */
  List<Diagnostic> errors(Program program) {
    return program.diagnostics().stream().filter(Diagnostic::isError).map(this::told).toList();
  }

  private Location told(Location at) {
    if (!isHere(at)) {
      return at;
    }
    int length = entry.text().length();
    if (at.span().start() <= length) {
      return new Location(
          entry, new Span(Math.min(at.span().start(), length), Math.min(at.span().end(), length)));
    }
    for (Part part : parts) {
      if (at.span().start() >= part.from() && at.span().start() <= part.to()) {
        int shift = part.kept().span().start() - part.from();
        int end = Math.min(at.span().end(), part.to());
        return new Location(part.kept().source(), new Span(at.span().start() + shift, end + shift));
      }
    }
    return at;
  }
}
