package org.tidemark.spi.foreign;

import java.util.List;
import java.util.Optional;

/** Runs functions that are written in another language. Safe for several threads. */
public interface ForeignEngine {
  /** The language, {@code "JavaScript"}. */
  String language();

  /** What runs it and in which version, {@code "GraalJS 25.0.3"}. */
  String version();

  /** How the names of its files end, without the dot: {@code "js"}. */
  List<String> endings();

  /** What is to be added so that the language is there; absent where it is. */
  default Optional<String> lacks() {
    return Optional.empty();
  }

  /**
   * Reads a text without running anything in it.
   *
   * @param name of the file, for the language's own messages
   * @throws ForeignProblem where it is no text of the language
   */
  ForeignProgram read(String name, String text);
}
