package org.tidemark.model;

/** Random scripts for tests of other packages. */
public final class RandomScripts {
  private RandomScripts() {}

  /** Functions and definitions {@code d0}, {@code d1} and so on that read others. */
  public static String withDefinitions(long seed, int functions, int definitions) {
    return new RandomScript(seed).writeDefinitions(functions, definitions);
  }
}
