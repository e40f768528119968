package org.tidemark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.support.Command;

/** Where {@code tide run --report} writes, and where it does not. */
class ReportFileTest {
  @TempDir Path folder;

  @BeforeEach
  void writeScripts() throws IOException {
    Files.writeString(folder.resolve("model.tide"), "param r = 5 %/year\nshow 2 * r\n");
    Files.writeString(folder.resolve("fails.tide"), "show 1\nassert 1 > 2, \"no\"\n");
    Files.writeString(folder.resolve("wrong.tide"), "show 1 USD + 1 year\n");
  }

  private Command.Result run(String... words) {
    String[] all = new String[words.length + 1];
    all[0] = "run";
    System.arraycopy(words, 0, all, 1, words.length);
    return Command.run(folder, all);
  }

  private String report(String name) throws IOException {
    return Files.readString(folder.resolve(name));
  }

  private void refused(String code, String name) {
    Command.Result result = run("model.tide", "--report", name);
    assertEquals(64, result.status(), result::toString);
    assertEquals("", result.out());
    assertTrue(result.err().startsWith("error[" + code + "]: "), result.err());
    assertTrue(result.err().contains("= help: "), result.err());
  }

  @Test
  void aReportIsWrittenBesideTheResults() throws IOException {
    Command.Result result = run("model.tide", "--report", "out.html");
    assertEquals(new Command.Result(0, "2 * r = 10 %/year\n", "wrote out.html\n"), result);
    assertTrue(report("out.html").contains("10 %/year"));
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(4, files.count(), "nothing else is left behind");
    }
  }

  @Test
  void jsonGoesTogetherWithAReport() throws IOException {
    Command.Result result =
        run("model.tide", "--json", "--set", "r=1 %/year", "--report", "o.html");
    assertTrue(result.out().startsWith("{"), result.out());
    assertEquals("wrote o.html\n", result.err());
    assertTrue(report("o.html").contains("<code>r=1 %/year</code>"));
  }

  @Test
  void anEarlierReportIsReplaced() throws IOException {
    run("model.tide", "--report", "out.html");
    run("fails.tide", "--report", "out.html");
    assertTrue(report("out.html").contains("<title>fails"));
  }

  @Test
  void runsThatFailAreReportedAndKeepTheirStatus() throws IOException {
    Command.Result fails = run("fails.tide", "--report", "out.html");
    assertEquals(1, fails.status());
    assertTrue(fails.err().endsWith("wrote out.html\n"), fails.err());
    assertTrue(report("out.html").contains("1 failed"));
    assertEquals(2, run("wrong.tide", "--report", "out.html").status());
    assertTrue(report("out.html").contains("<code>E0301</code>"));
    assertEquals(64, run("model.tide", "--set", "q=1", "--report", "out.html").status());
    assertTrue(report("out.html").contains("Errors and warnings"));
  }

  @Test
  void nothingButAReportIsReplaced() throws IOException {
    Files.createDirectory(folder.resolve("folder"));
    Files.writeString(folder.resolve("data.csv"), "a,b\n1,2\n");
    Files.writeString(folder.resolve("page.html"), "<!DOCTYPE html>\n<p>mine</p>\n");
    refused("E0812", "page.html");
    refused("E0802", "");
    refused("E0811", "folder");
    refused("E0811", "-");
    refused("E0812", "model.tide");
    refused("E0812", "new.tide");
    refused("E0812", "data.csv");
    refused("E0813", "nowhere/out.html");
    assertEquals("a,b\n1,2\n", report("data.csv"));
    assertFalse(Files.exists(folder.resolve("new.tide")));
  }

  @Test
  void aLinkStaysALink() throws IOException {
    Files.writeString(folder.resolve("real.html"), "");
    Path link = Files.createSymbolicLink(folder.resolve("link.html"), Path.of("real.html"));
    assertEquals(0, run("model.tide", "--report", "link.html").status());
    assertTrue(Files.isSymbolicLink(link));
    assertTrue(report("real.html").contains("10 %/year"));
  }
}
