package org.tidemark.polyglot.interop;

import com.oracle.truffle.api.source.Source;
import com.oracle.truffle.api.source.SourceSection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import org.tidemark.api.TideException;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.grammar.source.Location;
import org.tidemark.grammar.source.SourceText;
import org.tidemark.polyglot.TideLanguage;

/** The texts that a script is made of, as sources of Polyglot. Safe for several threads. */
public final class Sources {
  private final Source main;
  private final Map<SourceText, Source> others = Collections.synchronizedMap(new WeakHashMap<>());

  /**
   * Sources of one script.
   *
   * @param main its own
   */
  public Sources(Source main) {
    this.main = main;
  }

  /** The source of the script itself. */
  public Source main() {
    return main;
  }

  /** The source of a text: the script's own, or that of a module or a question. */
  public Source of(SourceText text) {
    if (main.hasCharacters() && text.text().contentEquals(main.getCharacters())) {
      return main;
    }
    return others.computeIfAbsent(
        text, t -> Source.newBuilder(TideLanguage.ID, t.text(), t.name()).build());
  }

  /** A place. */
  public SourceSection section(Location location) {
    Source source = of(location.source());
    int start = Math.min(location.span().start(), source.getLength());
    int end = Math.max(start, Math.min(location.span().end(), source.getLength()));
    return source.createSection(start, end - start);
  }

  /** The first place that something wrong is about; null where it is about none. */
  SourceSection firstOf(TideException wrong) {
    Optional<Location> first =
        wrong.diagnostics().stream()
            .filter(Diagnostic::isError)
            .flatMap(diagnostic -> diagnostic.location().stream())
            .findFirst();
    return first.map(this::section).orElse(null);
  }
}
