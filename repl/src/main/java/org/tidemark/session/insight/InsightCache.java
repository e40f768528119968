package org.tidemark.session.insight;

import java.nio.file.Path;
import org.tidemark.api.Tide;

/** Insight into the definitions of a conversation, worked out anew only where they have changed. */
public final class InsightCache {
  private final Tide tide;
  private final Path folder;
  private final CommandNames commands;
  private final Library library;
  private String definitions;
  private Insight insight;

  /**
   * An empty one.
   *
   * @param folder where modules and data are found
   * @param commands of the prompt
   */
  public InsightCache(Tide tide, Path folder, CommandNames commands) {
    this.tide = tide;
    this.folder = folder;
    this.commands = commands;
    this.library = new Library(folder, tide::modules);
  }

  /** Insight into definitions; the one before where they are the same. */
  public synchronized Insight of(String text) {
    if (!text.equals(definitions)) {
      insight = new Insight(library, commands, tide.compile("prompt", text, folder).lookup());
      definitions = text;
    }
    return insight;
  }
}
