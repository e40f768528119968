package org.tidemark.spi.type;

import java.util.Optional;

/**
 * What is known of a value before anything runs. Immutable; equal types are {@code equals} where
 * they are plain data.
 */
public interface Type {
  /** The type in the reader's words, with an article where English wants one. */
  String describe();

  /** The number of types that it is made of, itself included. */
  default int size() {
    return 1;
  }

  /**
   * The one type that values of this and of another type of the same sort can have, where the
   * general rules of {@link Types#join} do not tell.
   */
  default Optional<Type> joinWith(Type other) {
    return equals(other) ? Optional.of(this) : Optional.empty();
  }
}
