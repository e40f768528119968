package org.tidemark.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.api.Program;
import org.tidemark.api.Tide;
import org.tidemark.spi.value.DateValue;
import org.tidemark.spi.value.ListValue;
import org.tidemark.spi.value.ObjectValue;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.RecordValue;
import org.tidemark.spi.value.TableValue;
import org.tidemark.spi.value.Value;
import org.tidemark.spi.value.ValueText;

/** What solvers find is the same, bit for bit, whether what they call is compiled or evaluated. */
class SolverAgreementTest {
  private static final String NEVER = Integer.toString(Integer.MAX_VALUE);
  private static final int SCRIPTS = 4;

  @TempDir Path folder;

  private Tide tide;
  private int kernels;

  @AfterEach
  void asEver() {
    System.clearProperty(Lowering.CALLS_BEFORE_KERNEL);
  }

  @Test
  void processesAgree() {
    agree(
        """
        unit person
        param r: 1/year = %1$s /year
        fn met(a, b) = a * b / 10 person
        process hunt {
          state prey: person = %2$s person
          state hunters: person = 3 person
          let meetings = met(prey, hunters)
          let season = if now < date(2030) then 1 else 0.8
          der prey = (r * (1 - prey / (50 person)) * prey - 0.4 /year * meetings) * season
          der hunters = 0.2 /year * meetings - (0.3 /year + 0.01 /year * (t / (1 year))) * hunters
          when hunters >= 6 person { hunters = hunters - 1 person }
          start = date(2026)
          horizon = 20 year
        }
        process chain {
          state x[4] = %3$s
          state y[k in ["a", "b", "c"]] = 1
          state seen = 0
          der x[i in 0..3] = (if i == 0 then -x[0] else 5 * (x[i - 1] - x[i])) * sqrt(sum(x)) / (1 year)
          der y = [k * 0.1 * max(y[0], y[1]) for k in -1..1] / (1 year)
          der seen = (hunt.prey / (1 person) - x[1](t - 0.5 year)) / (1 year)
          start = date(2026)
          horizon = 20 year
        }
        process stiff {
          state a = %1$s
          state b = 0
          let back = 1e4 /s * b
          der a = -0.04 /s * a + back
          der b = 0.04 /s * a - back - 3e7 /s * b^2
          horizon = 1000 s
          method = "stiff"
        }
        process steps {
          state q = %2$s
          next q = q + 0.1 * sqrt(q) * (if q > 12 then -1 else 1)
          horizon = 400 year
        }
        show hunt.prey.final, hunt.hunters.final, hunt.residual, chain.seen.final, chain.x[2].final
        show chain.y[2].final, stiff.a.final, stiff.b.final, stiff.residual, steps.q.final
        hunt.events
        """);
  }

  @Test
  void equationsAndOptimaAgree() {
    agree(
        """
        fn supply(p) = %1$s GB / USD * p^1.5 / (1 USD)^0.5
        fn demand(p) = %2$s GB * exp(-p / (3 USD))
        s = solve({ p: 0..30 USD }, [supply(p) == demand(p)])
        show s.p, s.residual, s.condition
        l = solve({ x: [0..4, 0..4], d: date(2020)..date(2040) },
          [[x[0] + x[1], x[0] * x[1]] == [%1$s + 1, %1$s], (d - date(2025)) / (1 year) == x[0]],
          solutions: "all")
        show l
        m = minimise({ q: [0..5 GB, 0..5 GB] }, sum([(a - %1$s GB)^4 / (1 GB)^4 for a in q]) + log(1 + q[0] / q[1]),
          [q[0] + q[1] >= %3$s GB])
        show m.q, m.value, m.residual, m.shadow_prices
        n = maximise({ x: 0..3 }, sqrt(x * (%1$s + 2 - x)) + log(1 + x))
        show n.x, n.value
        """);
  }

  @Test
  void fitsDemandsAndGamesAgree() {
    agree(
        """
        data sold = table(x: 1, y: GB, made: date) {
          1, 3.1, 2020; 2, 4.4, 2021; 3, 6.9, 2022; 4, 9.8, 2023; 5, 14.2, 2024
        }
        f = fit(sold, y ~ a * exp(b * x) + c * (made - date(2020)) / (1 year), { a: 0..10 GB, b: 0..1, c: %1$s GB })
        show f.a, f.b, f.c, f.r_squared
        firm one { cost = %1$s USD/GB; discount_rate = 5 %%/year; continuation_value = 20 BUSD }
        firm other extends one { cost = 3 USD/GB }
        market sellers {
          demand = q => 20 USD/GB / (1 + q / (%2$s EB/year))
          firms = [one, other]
          remaining = 10 EB
        }
        rivals = equilibrium(sellers)
        show rivals.time, rivals.industry.value, rivals.residual
        game fishery {
          state = 0.05 .. 0.9
          control = x => 0 .. x
          players = 2
          payoff = (x, c, i) => log(c[i])
          motion = (x, c) => (x - sum(c))^(%1$s / 4)
          discount_factor = 0.95
          spacing = "logarithmic"
        }
        show fishery.strategy(0.5), fishery.steady_state
        """);
  }

  private void agree(String template) {
    tide = ProbePlugin.tide(folder);
    long fresh = System.nanoTime();
    for (int i = 0; i < SCRIPTS; i++) {
      SplittableRandom random = new SplittableRandom(i < SCRIPTS / 2 ? i : fresh + i);
      String script =
          String.format(
              Locale.ROOT,
              template,
              0.5 + random.nextDouble(),
              5 + 10 * random.nextDouble(),
              1 + random.nextDouble());
      List<String> evaluated = found(script, NEVER);
      assertEquals(0, kernels, "nothing is compiled");
      assertEquals(evaluated, found(script, "1"), () -> "compiled at once\n" + script);
      assertTrue(kernels > 0, () -> "something is compiled\n" + script);
      assertEquals(evaluated, found(script, "40"), () -> "compiled on the way\n" + script);
    }
  }

  private List<String> found(String script, String callsBefore) {
    System.setProperty(Lowering.CALLS_BEFORE_KERNEL, callsBefore);
    Program program = tide.compile("solvers.tide", script + "show probe((p) => p)\n");
    assertTrue(program.isSound(), () -> program.diagnostics().toString());
    Outcome outcome =
        ProbePlugin.run(
            program,
            (functions, call) -> {
              Lowering lowering = ((Closure) functions.get(0)).frame().evaluation.lowering();
              kernels = lowering.kernels().defined();
            });
    List<String> found = new ArrayList<>();
    assertTrue(outcome.problems().isEmpty(), () -> outcome.problems() + "\n" + script);
    outcome.shown().forEach(shown -> found.add(shown.name() + ": " + bits(shown.value())));
    return found;
  }

  private static String bits(Value value) {
    if (value instanceof QuantityValue quantity) {
      return quantity.quantity().magnitude() + " in " + quantity.quantity().unit().text();
    }
    if (value instanceof DateValue date) {
      return Double.toString(date.year());
    }
    if (value instanceof ListValue list) {
      return list.elements().stream().map(SolverAgreementTest::bits).toList().toString();
    }
    if (value instanceof RecordValue record) {
      List<String> fields = new ArrayList<>();
      record.fields().forEach((name, field) -> fields.add(name + " = " + bits(field)));
      return fields.toString();
    }
    if (value instanceof TableValue table) {
      return table.rows().stream()
          .map(row -> row.stream().map(SolverAgreementTest::bits).toList().toString())
          .toList()
          .toString();
    }
    return value instanceof ObjectValue object && object.quantity().isPresent()
        ? bits(new QuantityValue(object.quantity().get()))
        : ValueText.of(value);
  }
}
