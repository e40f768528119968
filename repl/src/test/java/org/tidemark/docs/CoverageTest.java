package org.tidemark.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.api.Tide;
import org.tidemark.support.Command;
import org.tidemark.support.Expectations;
import org.tidemark.support.Repository;

/**
 * {@code docs/coverage.md} is what {@code tide audit --coverage} writes. With {@code
 * -Dtide.golden=overwrite} it is written.
 */
class CoverageTest {
  private static final Path PAGE = Repository.TOP.resolve("docs").resolve("coverage.md");

  @TempDir Path folder;

  @Test
  void thePageIsWhatTheCommandWrites() throws IOException {
    boolean registry =
        Tide.builder().build().modules().stream().anyMatch(m -> m.startsWith("std.sources."));
    assumeTrue(registry, "the library has no std.sources yet");
    Command.Result result = Command.run(folder, "audit", "--coverage", "coverage.md");
    assertEquals(0, result.status(), result::toString);
    String page = Files.readString(folder.resolve("coverage.md"));
    if (Expectations.overwrite()) {
      Repository.write(PAGE, page);
    } else {
      assertEquals(Repository.text(PAGE), page, "tide audit --coverage docs/coverage.md");
    }
  }
}
