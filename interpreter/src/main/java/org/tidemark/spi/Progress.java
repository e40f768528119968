package org.tidemark.spi;

/**
 * Takes how far long work has come, for whoever watches. May be called by several threads at once,
 * and often: it does next to nothing where nobody watches.
 */
public interface Progress extends AutoCloseable {
  /** Nobody watches. */
  Progress NONE = done -> {};

  /** So much more is done. */
  void add(long done);

  /** The work has ended, or was given up. */
  @Override
  default void close() {}
}
