package org.tidemark.spi;

/**
 * The entry point of a plugin, found through {@link java.util.ServiceLoader}. The built-in
 * vocabulary comes the same way.
 */
public interface TidePlugin {
  /** Its name, {@code "core"}. */
  String name();

  /** Its version. */
  String version();

  /** What it adds, in one sentence. */
  String doc();

  /** Adds what it has. Called once, when the vocabulary is put together. */
  void register(Registry registry);
}
