package org.tidemark.terminal;

/** Takes text to a reader, in portions where it is more than the screen holds. */
@FunctionalInterface
interface Pager {
  /** Shows whole lines of text. */
  void show(String lines);
}
