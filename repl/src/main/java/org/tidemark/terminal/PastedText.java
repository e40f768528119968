package org.tidemark.terminal;

import java.util.ArrayList;
import java.util.List;

/** What is pasted may come from a page or a screen that shows an entry with its prompts. */
final class PastedText {
  private PastedText() {}

  /** The lines without the prompts at their beginnings; no line of Tide begins like one. */
  static String withoutPrompts(String text) {
    String bare = Signs.NEXT.stripTrailing();
    if (!text.contains(bare) && !text.contains(Signs.FIRST)) {
      return text;
    }
    List<String> lines = new ArrayList<>();
    for (String line : text.replace("\r\n", "\n").replace('\r', '\n').split("\n", -1)) {
      boolean prompted = line.startsWith(Signs.FIRST) || line.startsWith(Signs.NEXT);
      String rest = line.equals(bare) ? "" : line;
      lines.add(prompted ? line.substring(Signs.FIRST.length()) : rest);
    }
    return String.join("\n", lines);
  }
}
