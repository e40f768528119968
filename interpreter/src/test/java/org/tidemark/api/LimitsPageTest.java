package org.tidemark.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tidemark.grammar.limit.Limit;

/** The table of docs/untrusted.md says what holds unless other limits are given. */
class LimitsPageTest {
  private static final Pattern ROW =
      Pattern.compile("\\| `([a-z-]+)`:[^|]*\\| ([^|]+) \\| *(E[0-9]+)? *\\|");

  @Test
  void theTableHasEachLimitWithItsValueAndItsCode() throws IOException {
    Map<String, String> rows = new TreeMap<>();
    Matcher row = ROW.matcher(Files.readString(Path.of("../docs/untrusted.md")));
    while (row.find()) {
      String code = row.group(3) == null ? "" : row.group(3);
      rows.put(row.group(1), row.group(2).replace(" ", "") + " " + code);
    }
    Map<String, String> limits = new TreeMap<>();
    for (Limit limit : Limit.values()) {
      String value = limit.words(Limits.untrusted().of(limit.key())).replace(" ", "");
      limits.put(limit.key(), value + " " + limit.code());
    }
    assertEquals(limits, rows);
  }
}
