package org.tidemark.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.api.Program;
import org.tidemark.api.Tide;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.quantity.UnitTable;
import org.tidemark.spi.NumericFunction;
import org.tidemark.spi.NumericSystem;
import org.tidemark.spi.type.QuantityType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.Value;

/** When functions are compiled, what stays as it was, and what cannot be compiled. */
class CompilationTest {
  private static final Type GB = unit("GB");
  private static final double BASE = 1 << 10;

  @TempDir Path folder;

  private static Type unit(String name) {
    return QuantityType.of(UnitExpression.of(UnitTable.standard().find(name).orElseThrow()));
  }

  private void run(String script, ProbePlugin.Probe probe) {
    Tide tide = ProbePlugin.tide(folder);
    Program program = tide.compile("test.tide", script);
    assertTrue(program.isSound(), () -> program.diagnostics().toString());
    Outcome outcome = ProbePlugin.run(program, probe);
    assertTrue(outcome.problems().isEmpty(), () -> outcome.problems().toString());
  }

  private static void repeat(NumericFunction function, double... point) {
    for (int i = 0; i < Compilation.CALLS_BEFORE_FIRST; i++) {
      function.at(point);
    }
  }

  @Test
  void compilesWhatIsCalledOften() {
    run(
        "show probe((p, m, g) => p * 2 + 1)",
        (functions, call) -> {
          NumericFunction function =
              call.surroundings()
                  .numeric(functions.get(0), List.of(QuantityType.PURE, unit("USD"), GB));
          assertEquals(3, function.at(1, 0, 0));
          assertFalse(function.isCompiled());
          repeat(function, 1, 0, 0);
          assertTrue(function.isCompiled());
          assertEquals(5, function.at(2, 0, 0));
        });
  }

  /** A branch that was never taken is compiled once what it reads is known. */
  @Test
  void learnsABranchWhenItIsTaken() {
    run(
        """
        slow = sum([x for x in 1..100])
        show probe((p, m, g) => if p > 0 then p else p * slow)
        """,
        (functions, call) -> {
          Closure closure = (Closure) functions.get(0);
          Evaluation evaluation = closure.frame().evaluation;
          List<Type> types = List.of(QuantityType.PURE, unit("USD"), GB);
          Compilation compilation = new Compilation(evaluation, functions, types, true);
          compilation.evaluated();
          double[] left = {-1, 0, 0};
          double[] right = {1, 0, 0};
          assertEquals(1, compilation.kernel().at(right));
          assertTrue(Double.isNaN(compilation.kernel().at(left)));
          NumericFunction function = call.surroundings().numeric(functions.get(0), types);
          function.at(left);
          for (int i = 0; i < Compilation.CALLS_BEFORE_FIRST; i++) {
            compilation.evaluated();
          }
          assertEquals(-5050, compilation.kernel().at(left));
        });
  }

  /** What nothing has read is not worked out because of a kernel, and is no evidence. */
  @Test
  void readsNothingByItself() {
    run(
        """
        known = 3
        unread = known + 1
        asked = probe((p) => if p > 0 then p * known else p * unread)
        show asked
        """,
        (functions, call) -> {
          NumericFunction function =
              call.surroundings().numeric(functions.get(0), List.of(QuantityType.PURE));
          repeat(function, 2);
          assertTrue(function.isCompiled());
          assertEquals(6, function.at1(2));
          Evaluation evaluation = ((Closure) functions.get(0)).frame().evaluation;
          assertEquals(
              List.of("known"),
              evaluation.reader().dependencies().stream().map(Cell::path).toList());
          assertEquals(-4, function.at1(-1));
          assertEquals(2, evaluation.reader().dependencies().size());
        });
  }

  /** Every definition that uses a kernel rests on the inputs that went into it. */
  @Test
  void evidenceOfEveryReaderIsWhole() {
    Program program =
        ProbePlugin.tide(folder)
            .compile(
                "test.tide",
                """
                base = 60 USD/kWh
                curve battery = Q => base * (Q / (1 TWh))^-0.4
                found = [battery.inverse((40 + k / 10) * 1 USD/kWh) for k in 1..20]
                first = battery.inverse(61 USD/kWh)
                second = battery.inverse(62 USD/kWh)
                third = battery.inverse(63 USD/kWh)
                show found[0], first
                show count(evidence(first).inputs, row => row.input == "base")
                show count(evidence(third).inputs, row => row.input == "base")
                """);
    Outcome outcome = program.run();
    assertTrue(outcome.problems().isEmpty(), () -> outcome.problems().toString());
    assertEquals(QuantityValue.pure(1), outcome.shown().get(2).value());
    assertEquals(QuantityValue.pure(1), outcome.shown().get(3).value());
  }

  @Test
  void severalFunctionsShareOneKernel() {
    run(
        """
        rate = 0.3 /year
        show probe((t, x) => rate * x * 1 year, (t, x) => x / (1 + t))
        """,
        (functions, call) -> {
          NumericSystem system =
              call.surroundings().numericSystem(functions, List.of(QuantityType.PURE, unit("USD")));
          double[] values = new double[2];
          for (int i = 0; i < Compilation.CALLS_BEFORE_FIRST + 10; i++) {
            system.at(new double[] {1, 10}, values);
            assertArrayEquals(new double[] {3, 5}, values, 1e-15);
          }
          assertTrue(system.isCompiled());
          assertThrows(EvaluationFailure.class, () -> system.at(new double[] {-1, 10}, values));
        });
  }

  /** Points are handed over in base units. */
  @Test
  void callsCurvesAndDemands() {
    run(
        """
        curve hbm = wright(cost: 12 USD/GB, at: 2.49 EB, learning_rate: 14.7 %)
        wanted = linear(choke: 30 USD/GB, slope: 0.6 USD/GB/(EB/year))
        show probe((p, m, g) => hbm(g) * g + wanted(g / (1 year)) * g)
        """,
        (functions, call) -> {
          List<Type> types = List.of(QuantityType.PURE, unit("USD"), GB);
          NumericFunction function = call.surroundings().numeric(functions.get(0), types);
          double expected = function.at(1, 1, BASE);
          repeat(function, 1, 1, BASE);
          assertTrue(function.isCompiled(), () -> function.obstacle().toString());
          assertEquals(expected, function.at(1, 1, BASE));
          assertThrows(EvaluationFailure.class, () -> function.at(1, 1, -BASE));
        });
  }

  @Test
  void saysWhyNot() {
    assertEquals("it calls quantile", obstacle("p => quantile([p, 2, 3], 0.5)"));
    assertEquals("it calls itself, or others, too deep", obstacle("p => f(p)"));
    assertEquals("an index depends on its arguments", obstacle("p => xs[round(abs(p))]"));
    assertEquals("it reads { a: p }", obstacle("p => { a: p }.a"));
  }

  private String obstacle(String lambda) {
    Optional<?>[] obstacle = new Optional<?>[1];
    run(
        "xs = [1, 2, 3]\nfn f(n) = if n <= 0 then 1 else n * f(n - 1)\nshow probe(" + lambda + ")",
        (functions, call) -> {
          Value function = functions.get(0);
          NumericFunction numeric =
              call.surroundings().numeric(function, List.of(QuantityType.PURE));
          repeat(numeric, 1);
          assertFalse(numeric.isCompiled());
          obstacle[0] = numeric.obstacle();
        });
    return (String) obstacle[0].orElseThrow();
  }

  @Test
  void stopsWhereItIsAsked() {
    run(
        "show probe(p => p * 2)",
        (functions, call) -> {
          NumericFunction function =
              call.surroundings().numeric(functions.get(0), List.of(QuantityType.PURE));
          repeat(function, 1);
          Thread.currentThread().interrupt();
          try {
            assertThrows(
                EvaluationFailure.class,
                () -> {
                  for (int i = 0; i < 10_000; i++) {
                    function.at1(i);
                  }
                });
          } finally {
            Thread.interrupted();
          }
        });
  }
}
