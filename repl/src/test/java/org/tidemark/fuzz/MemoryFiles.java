package org.tidemark.fuzz;

import java.util.Optional;
import org.tidemark.check.ModuleSource;

/** One data file that is in memory. */
final class MemoryFiles implements ModuleSource {
  private String data = "";

  /** What the file holds from now on. */
  void set(String text) {
    data = text;
  }

  @Override
  public Optional<Found> module(String dotted) {
    return Optional.empty();
  }

  @Override
  public Optional<Found> file(String importing, String name) {
    return Optional.empty();
  }

  @Override
  public String read(String beside, String name) {
    return data;
  }
}
