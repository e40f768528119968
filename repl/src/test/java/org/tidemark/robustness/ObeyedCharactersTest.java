package org.tidemark.robustness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.grammar.source.Unseen;
import org.tidemark.support.Command;

/** Whatever texts, names and files hold, a terminal is given nothing that it would obey. */
class ObeyedCharactersTest {
  /** Sets the title, colours by one character, turns the direction. */
  private static final String OBEYED = "\u001b]0;x\u0007\u009b31m\u202ey";

  private static final List<String> ENTRIES =
      List.of(
          "/// doc #\nrate = 5 %/year @measured(\"src #\", url: \"http://#\")",
          "two = rate * 2",
          ":doc rate",
          ":why two",
          ":evidence two",
          "two + \"a#\"",
          ":type \"#\"",
          ":#",
          ":load #",
          ":save #",
          ":set #",
          ":plot #",
          ":units #",
          ":help #",
          ":reset #",
          "show \"#\"",
          "[\"#\", \"b\"]",
          "{ a: \"#\" }",
          "who = \"#\"",
          "who = \"#1\"",
          "claim c \"t #\" { source = \"#\"; reported = 1; computed = 2 }",
          "assert two > 100, \"m #\"",
          "#",
          "data t = csv(\"d.csv\", { name: text, v: 1 })",
          "t",
          "t[0]",
          "t.name",
          "group(t, name)",
          "export \"#.json\" = 3",
          "import \"./#.tide\" as gone",
          "plot { a: 1, b: 2 } @title(\"#\")",
          "plot t",
          "fn f(x) = \"#{x}\"",
          "f(1)",
          "test \"#\" { assert 1 > 2 }",
          ":list");

  @TempDir Path folder;

  @Test
  void atThePrompt() throws IOException {
    data();
    String typed = String.join("\n", ENTRIES).replace("#", OBEYED) + "\n";
    assertClean(Command.run(folder, typed.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void inScripts() throws IOException {
    data();
    for (String entry : ENTRIES) {
      if (!entry.startsWith(":")) {
        String script = entry + "\nrate2 = 1\nshow rate2, \"long enough to be looked at\"\n";
        Files.writeString(folder.resolve("s.tide"), script.replace("#", OBEYED));
        assertClean(Command.run(folder, "run", "s.tide"));
        assertClean(Command.run(folder, "test", "s.tide"));
      }
    }
    for (String words : List.of("run #", "doc #", "explain #", "#", "run --# s.tide", "test #")) {
      assertClean(Command.run(folder, words.replace("#", OBEYED).split(" ")));
    }
    assertClean(Command.run(folder, "run", "s.tide", "--set", OBEYED + "=1"));
    assertClean(Command.run(folder, "run", "s.tide", "--report", OBEYED + ".html"));
  }

  private void data() throws IOException {
    Files.writeString(folder.resolve("d.csv"), "name,v\n#,1\nb,2\n".replace("#", OBEYED));
  }

  private static void assertClean(Command.Result result) {
    String all = result.out() + result.err();
    assertTrue(all.length() > 5, "nothing was said");
    String obeyed =
        all.lines()
            .filter(line -> line.chars().anyMatch(c -> c != '\t' && Unseen.is(c)))
            .findFirst()
            .orElse("");
    assertEquals("", obeyed);
  }
}
