package org.tidemark.robustness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidemark.api.Program;
import org.tidemark.api.Tide;
import org.tidemark.model.Outcome;
import org.tidemark.spi.value.QuantityValue;

/** Very deep, very long and very large scripts give an error or an answer, never a crash. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class OversizedScriptsTest {
  private final Tide tide = Tide.builder().build();

  @ParameterizedTest
  @ValueSource(
      strings = {"(", "[", "{", "f(", "[[(", "-", "not ", "if true then ", "x => ", "1 + "})
  void tenThousandDeepIsRefused(String opening) {
    Program program = tide.compile("deep", "x = " + opening.repeat(10_000));
    assertFalse(program.isSound());
  }

  @Test
  void tenMegabytesOnOneLineAreRefused() {
    Program program = tide.compile("long", "x = \"" + "a".repeat(10_000_000) + "\"");
    assertFalse(program.isSound());
    assertEquals("E0109", program.diagnostics().get(0).code());
  }

  @Test
  void aChainOfTwentyThousandDefinitionsIsEvaluated() {
    int n = 20_000;
    StringBuilder text = new StringBuilder("x0 = 1\n");
    for (int i = 1; i <= n; i++) {
      text.append('x').append(i).append(" = x").append(i - 1).append(" + 1\n");
    }
    Program program = tide.compile("chain", text + "show x" + n);
    assertTrue(program.isSound());
    Outcome outcome = program.run();
    assertEquals(n + 1.0, ((QuantityValue) outcome.shown().get(0).value()).quantity().magnitude());
  }

  @Test
  void aCircleOfTenThousandDefinitionsIsNamed() {
    int n = 10_000;
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < n; i++) {
      text.append('x').append(i).append(" = x").append((i + 1) % n).append(" + 1\n");
    }
    Program program = tide.compile("circle", text.toString());
    assertEquals("E0203", program.diagnostics().get(0).code());
  }

  @Test
  void endlessRecursionIsBounded() {
    Outcome outcome = tide.compile("endless", "fn f(x) = f(x) + 1\nshow f(1)").run();
    assertEquals("E0504", outcome.problems().get(0).code());
  }

  @Test
  void endlessRecursionThroughBlocksAndListsIsBounded() {
    Outcome outcome =
        tide.compile("endless", "fn f(x) = { y = [f(k + x) for k in [1, 2]]; sum(y) }\nshow f(1)")
            .run();
    assertEquals("E0504", outcome.problems().get(0).code());
  }

  @Test
  void tooLongSequencesAreRefused() {
    Outcome outcome = tide.compile("long", "show length([k for k in 1..10_000_000])").run();
    assertEquals("E0505", outcome.problems().get(0).code());
  }

  @Test
  void dimensionsThatGrowInARecursionDoNotHangTheChecker() {
    Program program =
        tide.compile("growing", "fn f(x) = if x > x then x else f(x * 1 m)\nshow f(1 m) > 0 m");
    assertTrue(program.diagnostics().size() < 100);
  }
}
