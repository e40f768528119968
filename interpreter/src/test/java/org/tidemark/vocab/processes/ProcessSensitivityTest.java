package org.tidemark.vocab.processes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.tidemark.api.Program;
import org.tidemark.api.Tide;
import org.tidemark.model.Outcome;
import org.tidemark.spi.value.ObjectValue;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.Value;
import org.tidemark.spi.value.ValueText;

/** Derivatives of what comes of processes, against closed forms. */
class ProcessSensitivityTest {
  private static final Tide TIDE = Tide.builder().build();

  /** Solutions are good to 1e-11 a step and 1e-8 over all. */
  private static final double CLOSE = 1e-8;

  private static final double ROUNDING = 1e-13;

  /** Each derivative is exact, and equals the closed form written after it. */
  private static void compare(String script, Object... numbers) {
    Program program = TIDE.compile("test.tide", String.format(Locale.ROOT, script, numbers));
    assertTrue(program.diagnostics().isEmpty(), () -> program.diagnostics().toString());
    Outcome outcome = program.run();
    assertTrue(outcome.problems().isEmpty(), () -> outcome.problems().toString());
    List<Value> shown = outcome.shown().stream().map(each -> each.value()).toList();
    for (int i = 0; i < shown.size(); i += 2) {
      ObjectValue derivative = (ObjectValue) shown.get(i);
      assertEquals("exact", ValueText.of(derivative.member("method")));
      double expected = ((QuantityValue) shown.get(i + 1)).quantity().magnitude();
      double found = derivative.quantity().orElseThrow().magnitude();
      // terms of size one that cancel leave their rounding
      double tolerance = Math.max(CLOSE * Math.abs(expected), ROUNDING);
      assertEquals(expected, found, tolerance, "derivative " + i / 2);
    }
  }

  /** Logistic adoption: odds grow by e^(rt). */
  @Property(tries = 8)
  void adoption(
      @ForAll @DoubleRange(min = 0.3, max = 0.95) double rate,
      @ForAll @DoubleRange(min = 0.01, max = 0.1) double begin,
      @ForAll @DoubleRange(min = 0.3, max = 0.8) double level) {
    compare(
        """
        param r = %.6f /year
        param b = %.6f
        param level = %.6f
        process adoption {
          state s = b
          der s = r * s * (1 - s)
          horizon = 30 year
        }
        crossing tipping when adoption.s >= level
        odds = level / (1 - level) * (1 - b) / b
        x = adoption.s(4 year)
        show sensitivity(tipping.time, to: r), -log(odds) / r^2
        show sensitivity(tipping.time, to: b), -1 / (r * b * (1 - b))
        show sensitivity(tipping.time, to: level), 1 / (r * level * (1 - level))
        show sensitivity(x, to: r), x * (1 - x) * 4 year
        show sensitivity(x, to: b), x * (1 - x) / (b * (1 - b))
        """,
        rate, begin, level);
  }

  /** Growth whose rate and level an event changes at a level: x = c f e^(q (t - T)). */
  @Property(tries = 8)
  void events(
      @ForAll @DoubleRange(min = 0.2, max = 1) double rate,
      @ForAll @DoubleRange(min = 0.1, max = 0.9) double factor,
      @ForAll @DoubleRange(min = 1.5, max = 3) double level) {
    compare(
        """
        param p = %.6f /year
        param f = %.6f
        param c = %.6f
        param q = 0.3 /year
        process growth {
          state x = 1
          state pace = p
          der x = pace * x
          once when x >= c { x = f * x; pace = q }
          horizon = 10 year
        }
        passed = log(c) / p
        end = growth.x.final
        show sensitivity(end, to: p), end * q * passed / p
        show sensitivity(end, to: f), end / f
        show sensitivity(end, to: c), end / c * (1 - q / p)
        show sensitivity(end, to: q), end * (10 year - passed)
        show sensitivity(growth.x.over(0 year..passed * 1.01).max, to: c), 1
        """,
        rate, factor, level);
  }

  /** A map and a lag, by hand: x -> a x (1 - x) twice; x' = -k x(t - w) by the method of steps. */
  @Property(tries = 4)
  void mapsAndLags(
      @ForAll @DoubleRange(min = 1.5, max = 3.5) double a,
      @ForAll @DoubleRange(min = 0.2, max = 0.8) double k) {
    compare(
        """
        param a = %.6f
        param k = %.6f /year
        param w = 1 year
        process twice { state x = 0.3; next x = a * x * (1 - x); horizon = 2 year }
        process late { state x = 1; der x = -k * x(t - w); horizon = 1.75 year }
        y = 0.21 * a
        show sensitivity(twice.x.final, to: a), y * (1 - y) + a * (1 - 2 * y) * 0.21
        show sensitivity(late.x.final, to: k), -1.75 year + k * (0.75 year)^2
        show sensitivity(late.x.final, to: w), -k^2 * 0.75 year
        """,
        a, k);
  }
}
