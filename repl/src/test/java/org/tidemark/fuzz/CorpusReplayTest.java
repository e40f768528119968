package org.tidemark.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.tidemark.support.Repository;

/**
 * What fuzzing came upon is tried again, by the same rules and without the fuzzer: inputs that once
 * broke something, by the names of what they broke, and inputs that reach what others do not, by
 * their hashes. See {@code bench/fuzz.sh}.
 */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class CorpusReplayTest {
  private static final Path CORPUS = Path.of("src", "test", "fuzz");

  private record Target(String name, Consumer<byte[]> trial) {}

  private static final List<Target> TARGETS =
      List.of(
          new Target("lexer", LexerFuzz::fuzzerTestOneInput),
          new Target("parser", ParserFuzz::fuzzerTestOneInput),
          new Target("checker", CheckerFuzz::fuzzerTestOneInput),
          new Target("evaluator", EvaluatorFuzz::fuzzerTestOneInput),
          new Target("csv", CsvFuzz::fuzzerTestOneInput));

  @TestFactory
  Stream<DynamicTest> nothingBreaksAgain() {
    return TARGETS.stream()
        .map(target -> DynamicTest.dynamicTest(target.name(), () -> replay(target)));
  }

  private static void replay(Target target) throws IOException {
    List<Path> inputs = Repository.files(CORPUS.resolve(target.name()), file -> true);
    assertTrue(inputs.size() > 10, "there is hardly any corpus");
    StringBuilder broken = new StringBuilder();
    for (Path input : inputs) {
      try {
        target.trial().accept(Files.readAllBytes(input));
      } catch (RuntimeException | Error thrown) {
        broken.append(input).append(": ").append(thrown).append('\n');
      }
    }
    assertEquals("", broken.toString());
  }
}
