package org.tidemark.fuzz;

import java.nio.charset.StandardCharsets;

/** Texts from arbitrary bytes. */
final class FuzzText {
  /** Half of a character outside the basic plane, alone: what no file can hold and a caller may. */
  private static final int HALF = 0xd800;

  private FuzzText() {}

  /**
   * The bytes as UTF-8. A byte that is none becomes half a character, since whoever embeds Tide may
   * pass any Java text.
   */
  static String of(byte[] bytes, int from) {
    String text = new String(bytes, from, bytes.length - from, StandardCharsets.UTF_8);
    if (text.indexOf('\ufffd') < 0) {
      return text;
    }
    StringBuilder all = new StringBuilder();
    int i = from;
    while (i < bytes.length) {
      int length = lengthAt(bytes, i);
      if (length == 0) {
        all.append((char) (HALF + (bytes[i] & 0xff)));
        i++;
      } else {
        all.append(new String(bytes, i, length, StandardCharsets.UTF_8));
        i += length;
      }
    }
    return all.toString();
  }

  /** The bytes of the character that starts at a place; 0 where none does. */
  private static int lengthAt(byte[] bytes, int at) {
    int first = bytes[at] & 0xff;
    int length = first < 0x80 ? 1 : first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    if (length == 0 || at + length > bytes.length) {
      return 0;
    }
    String one = new String(bytes, at, length, StandardCharsets.UTF_8);
    return one.codePointCount(0, one.length()) == 1 && one.charAt(0) != '\ufffd' ? length : 0;
  }
}
