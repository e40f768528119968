package org.tidemark.polyglot.foreign;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.tidemark.spi.foreign.ForeignEngine;
import org.tidemark.spi.foreign.ForeignProblem;
import org.tidemark.spi.foreign.ForeignProgram;

/** One language of Polyglot. */
final class GuestEngine implements ForeignEngine {
  /** Texts that are kept as read: a conversation asks for the same ones with each entry. */
  private static final int MOST_KNOWN = 16;

  private final Guest guest;
  private final Engines engines;
  private final Map<Text, ForeignProgram> known =
      new LinkedHashMap<>(MOST_KNOWN, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Text, ForeignProgram> eldest) {
          return size() > MOST_KNOWN;
        }
      };

  private record Text(String name, String text) {}

  GuestEngine(Guest guest, Engines engines) {
    this.guest = guest;
    this.engines = engines;
  }

  @Override
  public String language() {
    return guest.name();
  }

  @Override
  public String version() {
    return engines.version(guest.id());
  }

  @Override
  public List<String> endings() {
    return guest.endings();
  }

  @Override
  public Optional<String> lacks() {
    return engines.has(guest.id()) ? Optional.empty() : Optional.of(guest.cure());
  }

  @Override
  public synchronized ForeignProgram read(String name, String text) {
    return known.computeIfAbsent(new Text(name, text), key -> parse(name, text));
  }

  private ForeignProgram parse(String name, String text) {
    ForeignProblem first = null;
    try (Context context = engines.context(guest)) {
      for (Source source : guest.sources(name, text)) {
        try {
          context.parse(source);
          return new GuestProgram(guest, engines, source);
        } catch (PolyglotException wrong) {
          // the last form is the one that its author meant
          first = Failures.of(wrong, source, guest);
        }
      }
    }
    throw first;
  }
}
