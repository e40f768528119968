package org.tidemark.vocab.refusals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tidemark.api.Tide;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.model.LongWork;
import org.tidemark.model.Outcome;
import org.tidemark.model.ProgressListener;
import org.tidemark.model.Watch;
import org.tidemark.spi.value.ValueText;

/** What counts as refused, and what ends the run all the same. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class RefusedFunctionTest {
  private static final Tide TIDE = Tide.builder().build();

  private static Outcome run(String script) {
    return TIDE.compile("script", script).run();
  }

  private static List<String> values(Outcome outcome) {
    return outcome.shown().stream().map(shown -> ValueText.of(shown.value())).toList();
  }

  private static List<String> codes(Outcome outcome) {
    return outcome.problems().stream().map(Diagnostic::code).toList();
  }

  @Test
  void whatIsAskedAboutIsNoProblem() {
    Outcome outcome =
        run("x = 1 / 0\ny = x + 1\nshow refused(y), refused(x), refused(y), refused(2)");
    assertEquals(List.of("true", "true", "true", "false"), values(outcome));
    assertEquals(List.of(), codes(outcome));
  }

  @Test
  void whatIsAskedAboutAndUsedIsOne() {
    Outcome outcome = run("x = 1 / 0\nshow refused(x), x, refused(x)");
    assertEquals(List.of("true", "true"), values(outcome));
    assertEquals(List.of("E0502"), codes(outcome));
  }

  @Test
  void wrongScriptsLimitsAndFilesAreNotSwallowed() {
    assertEquals(List.of("E0504"), codes(run("fn f(n) = f(n + 1)\nshow refused(f(1))")));
    assertEquals(List.of("E0505"), codes(run("show refused(sum(1..2_000_000))")));
    assertEquals(List.of("E0702"), codes(run("show refused(csv(\"no.csv\", { a: 1 }))")));
  }

  @Test
  void refusalsHaveTheStatusOfModelsWithoutASolution() {
    Outcome outcome = run("show refuse(\"no\", cure: \"yes\")");
    assertTrue(outcome.noSolution());
    assertEquals(List.of("yes"), outcome.problems().get(0).help());
  }

  @Test
  void stoppingIsNoRefusal() {
    Watch[] watch = new Watch[1];
    ProgressListener impatient =
        new ProgressListener() {
          @Override
          public void begins(LongWork work) {
            watch[0].finish();
          }

          @Override
          public void ends(LongWork work) {
            // it has been asked to end already
          }
        };
    watch[0] = new Watch(impatient);
    Outcome outcome =
        TIDE.compile(
                "long",
                """
                process wave {
                  state x = 1
                  state v = 0 /year
                  der x = v
                  der v = -1000000 /year^2 * x
                  horizon = 1000 year
                }
                show 5, refused(wave.x.final), 6
                """)
            .run(watch[0]);
    assertEquals(List.of("5"), values(outcome));
    assertEquals(List.of("E0516"), codes(outcome));
  }
}
