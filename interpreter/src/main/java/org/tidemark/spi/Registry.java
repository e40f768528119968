package org.tidemark.spi;

/** What a plugin adds to. Names that are taken already are refused and reported. */
public interface Registry {
  /** Adds a kind of declaration. */
  void kind(Kind kind);

  /** Adds a function. */
  void function(FunctionSpec function);

  /** Adds a constant. */
  void constant(Constant constant);
}
