package org.tidemark.spi;

/**
 * The entry point of a plugin. A jar names its class in {@code
 * META-INF/services/org.tidemark.spi.TidePlugin}. The built-in vocabulary comes the same way.
 *
 * <p>A plugin is made once for each configuration of the language that uses it, on a thread of the
 * loader's choice. What it registers is asked by many threads at once.
 */
public interface TidePlugin {
  /** Its name, {@code "batteries"}: one word that is shown with its problems. */
  String name();

  /** Its version. */
  String version();

  /** What it adds, in one sentence. */
  String doc();

  /**
   * The version of this interface that it is made for: {@code return Spi.VERSION;}. A plugin for a
   * version that does not go with this one is left out. Empty is taken for 1.0.
   */
  default String spiVersion() {
    return "";
  }

  /** Adds what it has. Called once, when the vocabulary is put together. */
  void register(Registry registry);
}
