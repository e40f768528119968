package org.tidemark.terminal;

import java.util.ArrayList;
import java.util.List;
import org.tidemark.session.Session;

/** Takes what was typed or pasted apart into entries and commands. */
final class Entries {
  private Entries() {}

  /** Whether a text is a command, a line that begins with a colon. */
  static boolean isCommand(String text) {
    return text.stripLeading().startsWith(":");
  }

  /**
   * Whether an entry has to go on: it is the beginning of one, and no empty line ends it.
   *
   * @param text the lines so far, without the end of the last one
   */
  static boolean goesOn(String text) {
    return !endsWithEmptyLine(text) && isOpen(text);
  }

  /** Whether a text ends with an empty line behind others. */
  static boolean endsWithEmptyLine(String text) {
    int last = text.lastIndexOf('\n');
    return last >= 0 && text.substring(last + 1).isBlank();
  }

  /** Whether a text is the beginning of an entry. */
  static boolean isOpen(String text) {
    List<String> all = apart(text);
    String last = all.isEmpty() ? "" : all.get(all.size() - 1);
    return !isCommand(last) && Session.isIncomplete(last.concat("\n"));
  }

  /**
   * The entries and commands of a text, in order; statements between two commands are one entry, so
   * that what belongs together is checked together. Blank ones are left out.
   */
  static List<String> apart(String text) {
    if (text.indexOf(':') < 0) {
      return text.isBlank() ? List.of() : List.of(text);
    }
    List<String> all = new ArrayList<>();
    StringBuilder entry = new StringBuilder();
    for (String line : text.split("\n", -1)) {
      if (isCommand(line) && !Session.isIncomplete(entry.toString())) {
        add(all, entry);
        all.add(line.strip());
      } else {
        entry.append(line).append('\n');
      }
    }
    add(all, entry);
    return all;
  }

  private static void add(List<String> all, StringBuilder entry) {
    if (!entry.toString().isBlank()) {
      all.add(entry.toString());
    }
    entry.setLength(0);
  }
}
