package org.tidemark.spi;

import java.util.Optional;

/**
 * Takes how far long work has come, for whoever watches. May be called by several threads at once,
 * and often: it does next to nothing where nobody watches.
 */
public interface Progress extends AutoCloseable {
  /** Nobody watches. */
  Progress NONE = done -> {};

  /** So much more is done. */
  void add(long done);

  /**
   * Whether the work is to end now with what is done so far. Only ever of work that was announced
   * as {@link Surroundings#keepable}; checkpoints inside of it throw as well then, and whoever does
   * it catches that.
   */
  default boolean isToFinish() {
    return false;
  }

  /**
   * Says that the work has come to its result, and out of how much. Where it was asked to finish,
   * what rests on it goes on from here.
   *
   * @return what was left out; absent where nothing was
   */
  default Optional<Partial> kept(long done) {
    return Optional.empty();
  }

  /** The work has ended, or was given up. */
  @Override
  default void close() {}
}
