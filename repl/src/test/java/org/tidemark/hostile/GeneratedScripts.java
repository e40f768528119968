package org.tidemark.hostile;

import java.util.List;

/** Hostile scripts that are too long to be kept. */
final class GeneratedScripts {
  private GeneratedScripts() {}

  static List<HostileScript> all() {
    return List.of(
        script("E0928", "more text than a script has", "x = 1 // ".repeat(50_000)),
        script("E0928", "one name of a million letters", "a".repeat(1_000_000)),
        script("E0928", "a comment that is never closed", "/*" + "*".repeat(400_000)),
        script("E0103", "a text that is never closed", "show \"" + "a{".repeat(20)),
        script("E0109", "a sum of ten thousand numbers", "show 1" + " + 1".repeat(10_000)),
        limited(
            "E0920",
            "twenty thousand definitions",
            "time=5ms",
            lines(20_000, "x%1$d = %1$d + %1$d * 2")),
        limited(
            "E0920", "a list of a hundred thousand numbers", "time=20ms", list(60_000, "1", ", ")),
        limited(
            "E0920",
            "thousands of statements that cannot be read",
            "time=1ms",
            lines(20_000, "x = then %d else")),
        script("E0505", "a sequence without an end", "show [x for x in 1 .. 2 by -1e-9]"),
        limited(
            "E0920",
            "chains of conditions",
            "time=50ms",
            "x = 1\n"
                + lines(1500, "y%1$d = if x > 1 then if x > 2 then 1 else 2 else x + %1$d")
                + "show sum([sum([y1 + y2 + y3 + x * z for x in 1..1000]) for z in 1..20_000])"));
  }

  private static String lines(int count, String line) {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < count; i++) {
      all.append(String.format(line, i)).append('\n');
    }
    return all.substring(0, Math.min(all.length(), 299_000)) + "\n";
  }

  private static String list(int count, String element, String between) {
    return "show length([" + (element + between).repeat(count) + element + "])";
  }

  private static HostileScript script(String code, String name, String text) {
    return new HostileScript("generated: " + name, text, code, List.of());
  }

  private static HostileScript limited(String code, String name, String limit, String text) {
    return new HostileScript("generated: " + name, text, code, List.of(limit));
  }
}
