package org.tidemark.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.support.Command;
import org.tidemark.support.Repository;

/** The packaged program stops hostile scripts with status 4, says why, and traces nothing. */
class HostileScriptsIT {
  private static final Path SCRIPTS = Repository.TOP.resolve("repl/src/test/hostile");

  @Test
  void hostileScriptsEndWithTheStatusOfLimits(@TempDir Path folder) {
    for (String script :
        new String[] {
          "recursion/without-an-end",
          "lists/a-range-of-a-billion",
          "text/a-text-that-doubles",
          "questions/more-draws-than-allowed",
          "reading/unclosed-brackets"
        }) {
      Path file = SCRIPTS.resolve(script + ".tide");
      String code = Repository.text(file).split(" ")[1];
      Command.Result result =
          PackagedProgram.tide(
              folder, Map.of(), "run", "--untrusted", "--limit", "time=20s", file.toString());
      assertTrue(result.err().contains("error[" + code + "]"), script + result);
      assertTrue(!result.err().contains("\tat "), script + result);
      assertEquals(4, result.status(), script + result);
    }
  }
}
