package org.tidemark.threats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tidemark.support.Repository;

/** Each line of the page of threats names tests, and there are such tests. */
class ThreatPageTest {
  private static final Path PAGE = Repository.TOP.resolve("docs/threats.md");
  private static final Pattern NAMED = Pattern.compile("`(\\w+)#(\\w+)`");

  @Test
  void everyLineNamesItsTests() {
    List<String> wrong = new ArrayList<>();
    Map<String, String> tests = tests();
    int lines = 0;
    for (String line : Repository.text(PAGE).lines().toList()) {
      boolean row =
          line.startsWith("|") && !line.startsWith("|--") && !line.endsWith("| Shown by |");
      if (row) {
        lines++;
        Matcher named = NAMED.matcher(line.substring(line.lastIndexOf('|', line.length() - 2)));
        boolean any = false;
        while (named.find()) {
          any = true;
          String source = tests.getOrDefault(named.group(1), "");
          Pattern method =
              Pattern.compile("\\n  (void|Stream<DynamicTest>) " + named.group(2) + "\\(");
          if (!method.matcher(source).find()) {
            wrong.add("there is no test " + named.group());
          }
        }
        if (!any) {
          wrong.add("no test is named in " + line);
        }
      }
    }
    assertEquals("", String.join("\n", wrong));
    assertTrue(lines > 40, "the page has lost its lines");
  }

  /** The sources of all test classes by their names. */
  private static Map<String, String> tests() {
    Map<String, String> tests = new HashMap<>();
    for (Path file :
        Repository.files(
            Repository.TOP,
            file -> file.toString().endsWith(".java") && file.toString().contains("/src/test/"))) {
      tests.put(file.getFileName().toString().replace(".java", ""), Repository.text(file));
    }
    return tests;
  }
}
