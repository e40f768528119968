package org.tidemark.fuzz;

import java.util.List;

/**
 * Choices from arbitrary bytes, one byte for each. When the bytes are used up every choice is the
 * first, so what is first must end.
 */
final class Choices {
  private final byte[] bytes;
  private int next;

  Choices(byte[] bytes, int from) {
    this.bytes = bytes;
    this.next = from;
  }

  /** Whether there are bytes left. */
  boolean more() {
    return next < bytes.length;
  }

  /** A number from 0 to below {@code n}, at most 256. */
  int below(int n) {
    return more() ? (bytes[next++] & 0xff) % n : 0;
  }

  /** Something that happens once in {@code n} times, and never at the end. */
  boolean once(int n) {
    return more() && below(n) == n - 1;
  }

  /** One of some things. */
  <T> T of(List<T> things) {
    int size = things.size();
    int index = size <= 256 ? below(size) : (below(256) * 256 + below(256)) % size;
    return things.get(index);
  }

  /** One of some texts. */
  String of(String... texts) {
    return texts[below(texts.length)];
  }
}
