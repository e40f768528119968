package org.tidemark.session.insight;

/** The statements of an entry that declare units or import modules. */
final class EntryHead {
  private EntryHead() {}

  /** Those that are finished, one a line; empty for most entries. */
  static String of(String entry) {
    if (!entry.contains("unit") && !entry.contains("import") && !entry.contains("exchange")) {
      return "";
    }
    Reading reading = new Reading(entry);
    StringBuilder head = new StringBuilder();
    int i = 0;
    while (i < reading.size()) {
      int first = i;
      while (i < reading.size() && (i == first || belongs(reading, i, first))) {
        i++;
      }
      boolean finished = i < reading.size() || entry.endsWith("\n");
      if (finished && begins(reading, first)) {
        int from = reading.tokens.get(first).span().start();
        head.append(entry, from, reading.tokens.get(i - 1).span().end()).append('\n');
      }
    }
    return head.toString();
  }

  private static boolean belongs(Reading reading, int i, int first) {
    return reading.around[i].outer != null || reading.start[i] == first && !reading.is(i, ";");
  }

  private static boolean begins(Reading reading, int first) {
    return reading.around[first].outer == null
        && (reading.isWord(first, "import")
            || (reading.is(first, "unit") || reading.is(first, "exchange"))
                && reading.isName(first + 1)
                && !reading.beginsLine(first + 1));
  }
}
