package org.tidemark.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tidemark.support.Command;
import org.tidemark.support.Expectations;
import org.tidemark.support.Repository;

/** The examples run, and give what stands beside them. */
class ExamplesTest {
  private static final Path EXAMPLES = Repository.TOP.resolve("examples");

  @TestFactory
  Stream<DynamicTest> examplesGiveWhatStandsBesideThem() {
    return Repository.files(EXAMPLES, file -> file.toString().endsWith(".tide")).stream()
        .map(
            script ->
                DynamicTest.dynamicTest(
                    EXAMPLES.relativize(script).toString(), () -> verify(script)));
  }

  private static void verify(Path script) {
    String name = Repository.TOP.relativize(script).toString();
    Command.Result result = Command.run(Repository.TOP, "run", name);
    assertEquals(0, result.status(), result::toString);
    // Some show what a warning is for.
    assertEquals("", Expectations.leak(result.out() + result.err()), result::toString);
    Path expected = script.resolveSibling(script.getFileName().toString().replace(".tide", ".out"));
    if (Expectations.overwrite()) {
      Repository.write(expected, result.out());
    } else {
      assertEquals(Repository.text(expected), result.out());
    }
  }
}
