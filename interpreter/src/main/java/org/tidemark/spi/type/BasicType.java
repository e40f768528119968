package org.tidemark.spi.type;

/** The types without parts. */
public enum BasicType implements Type {
  /** A point in time. */
  DATE("a date"),
  /** Characters. */
  TEXT("a text"),
  /** True or false. */
  BOOL("a truth value"),
  /** Later than every date, longer than every time. */
  NEVER("never"),
  /** An empty cell. */
  MISSING("missing"),
  /** Not known, because something else is already wrong or depends on how it is used. */
  UNKNOWN("something unknown");

  private final String words;

  BasicType(String words) {
    this.words = words;
  }

  @Override
  public String describe() {
    return words;
  }
}
