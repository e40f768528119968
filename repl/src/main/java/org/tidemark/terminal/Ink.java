package org.tidemark.terminal;

/** Marks text for a terminal, or leaves it as it is. */
final class Ink {
  private static final String END = "\u001b[0m";

  private final boolean marks;

  Ink(boolean marks) {
    this.marks = marks;
  }

  /** Whether text is marked at all. */
  boolean marks() {
    return marks;
  }

  /** A heading, or what matters most. */
  String strong(String text) {
    return mark("\u001b[1m", text);
  }

  /** Code within text. */
  String code(String text) {
    return mark("\u001b[36m", text);
  }

  /** What matters least. */
  String faint(String text) {
    return mark("\u001b[90m", text);
  }

  private String mark(String begin, String text) {
    return marks && !text.isEmpty() ? begin.concat(text).concat(END) : text;
  }
}
