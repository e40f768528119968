package org.tidemark.spi;

import org.tidemark.spi.foreign.ForeignEngine;

/** What a plugin adds to. Names that are taken already are refused and reported. */
public interface Registry {
  /** Adds a kind of declaration. */
  void kind(Kind kind);

  /** Adds a function. */
  void function(FunctionSpec function);

  /** Adds a constant. */
  void constant(Constant constant);

  /** Adds what runs the functions of another language. */
  default void engine(ForeignEngine engine) {}
}
