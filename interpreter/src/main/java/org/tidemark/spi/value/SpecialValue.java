package org.tidemark.spi.value;

/** Values that stand for the lack of one. */
public enum SpecialValue implements Value {
  /** Later than every date and longer than every time; arithmetic keeps it. */
  NEVER("never"),
  /** An empty cell; arithmetic keeps it. */
  MISSING("missing");

  private final String text;

  SpecialValue(String text) {
    this.text = text;
  }

  /** As it is written in a script. */
  public String text() {
    return text;
  }

  @Override
  public String describe() {
    return text;
  }
}
