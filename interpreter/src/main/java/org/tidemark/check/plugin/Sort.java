package org.tidemark.check.plugin;

/** The sorts of things that plugins add. Within a sort, a name is given once. */
public enum Sort {
  /** A kind of declaration. */
  KIND("kind"),
  /** A function, a distribution's among them. */
  FUNCTION("function"),
  /** A constant; it shares its names with functions. */
  CONSTANT("constant"),
  /** The distribution of an uncertain input, called like a function. */
  DISTRIBUTION("distribution"),
  /** A unit. */
  UNIT("unit"),
  /** A curve that can be fitted. */
  FIT_FORM("fit form"),
  /** A search for an optimum. */
  METHOD("method"),
  /** Reads files of an ending. */
  READER("reader"),
  /** Writes files of an ending. */
  WRITER("writer"),
  /** A format of results. */
  RENDERER("renderer"),
  /** Runs functions of another language, by the ending of a file. */
  ENGINE("engine"),
  /** The first part of the names of library modules. */
  LIBRARY("library");

  private final String word;

  Sort(String word) {
    this.word = word;
  }

  /** In the reader's words. */
  public String word() {
    return word;
  }

  /** Where its names are looked up: what stands in expressions is told apart by its name. */
  public Sort space() {
    return switch (this) {
      case CONSTANT, DISTRIBUTION, UNIT -> FUNCTION;
      default -> this;
    };
  }

  /** What it is kept with: a distribution is called as a function is. */
  Sort table() {
    return this == DISTRIBUTION ? FUNCTION : this;
  }

  /** Whether its name has to be one that a script can write. */
  boolean isName() {
    return this != METHOD && this != RENDERER && this != READER && this != WRITER && this != ENGINE;
  }
}
