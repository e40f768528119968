package org.tidemark.polyglot.instrument;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidemark.api.Program;
import org.tidemark.api.Tide;
import org.tidemark.grammar.diagnostic.DiagnosticRenderer;
import org.tidemark.model.AssertOutcome;
import org.tidemark.model.Outcome;
import org.tidemark.model.Shown;
import org.tidemark.model.Sight;
import org.tidemark.model.Step;
import org.tidemark.model.Tracer;
import org.tidemark.spi.Evidence;
import org.tidemark.spi.value.ListValue;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.RecordValue;
import org.tidemark.spi.value.TableValue;
import org.tidemark.spi.value.Value;
import org.tidemark.spi.value.ValueText;

/** Values, evidence and errors are the same, to the last bit, whether somebody steps or not. */
class StepsChangeNothingTest {
  /** One of each sort of work that is done in a second. */
  private static final List<String> EXAMPLES =
      List.of(
          "capacity-lag",
          "capex",
          "counterexamples",
          "dram-fit",
          "forecast",
          "hello",
          "moving-threshold",
          "plots",
          "scenarios",
          "unequal-firms");

  private static final Tide TIDE = Tide.builder().build();

  static Stream<Path> examples() {
    return EXAMPLES.stream().map(name -> Path.of("../../examples/" + name + ".tide"));
  }

  /** Counts steps and looks around at some of them. */
  private static final class Looking implements Tracer {
    private final Set<Step> taken = new HashSet<>();
    private int count;

    @Override
    public Value around(Step step, Sight sight, Supplier<Value> work) {
      taken.add(step);
      if (count++ % 50 == 0) {
        assertTrue(!sight.levels().isEmpty());
      }
      return work.get();
    }
  }

  private static Looking same(Program program) {
    assertTrue(program.isSound());
    Looking looking = new Looking();
    List<String> plain = text(program.run());
    assertEquals(plain, text(program.traced(looking).run()));
    return looking;
  }

  @ParameterizedTest
  @MethodSource("examples")
  void examplesGiveTheSameWithSteps(Path file) throws IOException {
    Program program = TIDE.compile(file);
    Set<Step> known = new HashSet<>();
    program
        .steps()
        .forEach(
            frame -> {
              known.add(frame.step());
              known.addAll(frame.parts());
            });
    Set<Step> unknown = same(program).taken;
    unknown.removeAll(known);
    // a place that tools are not told of beforehand is no statement
    unknown.removeIf(step -> step.sort() == Step.Sort.CALL);
    assertEquals(Set.of(), unknown);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a = b\nb = 1 / 0\nshow a, [1][3]\nassert a > 1",
        "fn f(n) = if n < 1 then [1][2] else f(n - 1)\nshow f(40)",
        "fn f(n) = f(n + 1)\nshow f(1)",
        "param x = 1 to 3\nfn f(y) = y * x\nshow sample(f(2), draws: 200), probability(f(1) > 2)",
        "param r = 2 in 0..1\nshow r",
        "m = this with { r = 3 }\nparam r = 1\ns = r * 2\nshow m.s, s"
      })
  void errorsAndStudiesGiveTheSameWithSteps(String script) {
    Program program = TIDE.compile("script", script);
    if (program.isSound()) {
      same(program);
    }
  }

  @Test
  void thePointsOfAFormulaAreStepsThatNoKernelSkips() {
    Looking looking =
        same(
            TIDE.compile(
                "script",
                """
                process rising {
                  state x = 1
                  der x = -0.3 /year * x
                  horizon = 30 year
                }
                show rising.x.final
                """));
    assertTrue(looking.count > 100, "steps: " + looking.count);
  }

  // ---- what came of a run, to the last bit

  private static List<String> text(Outcome outcome) {
    List<String> text = new ArrayList<>();
    for (Shown shown : outcome.shown()) {
      text.add(shown.name() + " = " + bits(shown.value()) + inputs(shown.evidence()));
    }
    for (AssertOutcome claim : outcome.asserts()) {
      text.add(
          claim.text()
              + " "
              + claim.passed()
              + claim.failure().map(f -> DiagnosticRenderer.render(f, false)));
    }
    outcome.claims().forEach(claim -> text.add(claim.name() + inputs(claim.evidence())));
    outcome.problems().forEach(problem -> text.add(DiagnosticRenderer.render(problem, false)));
    return text;
  }

  private static String inputs(Evidence evidence) {
    return " rests on " + evidence.inputs() + evidence.atMedians();
  }

  private static String bits(Value value) {
    if (value instanceof QuantityValue quantity) {
      return Double.toHexString(quantity.quantity().magnitude()) + ValueText.of(value);
    }
    if (value instanceof ListValue list) {
      return list.elements().stream().map(StepsChangeNothingTest::bits).toList().toString();
    }
    if (value instanceof RecordValue record) {
      StringBuilder fields = new StringBuilder();
      record.fields().forEach((name, field) -> fields.append(name).append(bits(field)));
      return fields.toString();
    }
    if (value instanceof TableValue table) {
      return table.columns().stream()
          .map(column -> table.column(column).stream().map(StepsChangeNothingTest::bits).toList())
          .toList()
          .toString();
    }
    return ValueText.of(value);
  }
}
