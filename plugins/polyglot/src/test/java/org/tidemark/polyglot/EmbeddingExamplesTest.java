package org.tidemark.polyglot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The programs of examples/embedding that use Polyglot, run from their sources. */
class EmbeddingExamplesTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"PolyglotFromJava", "PolyglotFromJavaScript"})
  void printsWhatStandsBesideIt(String program) throws Exception {
    Path top = Path.of(EmbeddingExamplesTest.class.getResource("/").toURI());
    while (!Files.isDirectory(top.resolve("examples"))) {
      top = top.getParent();
    }
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    List<String> command =
        new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString()));
    if (Runtime.version().feature() >= 24) {
      command.add("--enable-native-access=ALL-UNNAMED");
      command.add("--sun-misc-unsafe-memory-access=allow");
    }
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path")
                .replace(File.pathSeparator + File.pathSeparator, File.pathSeparator),
            "examples/embedding/" + program + ".java"));
    Process process =
        new ProcessBuilder(command)
            .directory(top.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    assertTrue(process.waitFor(120, TimeUnit.SECONDS));
    assertEquals("", Files.readString(err));
    Path expected = top.resolve("examples/embedding/" + program + ".out");
    if ("overwrite".equals(System.getProperty("tide.golden"))) {
      Files.copy(out, expected, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    } else {
      assertEquals(Files.readString(expected), Files.readString(out));
    }
  }
}
