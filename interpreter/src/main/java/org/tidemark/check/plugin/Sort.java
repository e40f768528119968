package org.tidemark.check.plugin;

/** The sorts of things that plugins add. Within a sort, a name is given once. */
public enum Sort {
  /** A kind of declaration. */
  KIND("kind"),
  /** A function, a distribution's among them. */
  FUNCTION("function"),
  /** A constant; it shares its names with functions. */
  CONSTANT("constant"),
  /** What runs functions of another language; its name is how the names of files end. */
  ENGINE("engine");

  private final String word;

  Sort(String word) {
    this.word = word;
  }

  /** In the reader's words. */
  public String word() {
    return word;
  }

  /** Where its names are looked up: constants and functions stand in the same place. */
  public Sort space() {
    return this == CONSTANT ? FUNCTION : this;
  }
}
