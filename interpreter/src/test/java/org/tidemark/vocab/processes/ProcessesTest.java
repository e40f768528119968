package org.tidemark.vocab.processes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.tidemark.api.Program;
import org.tidemark.api.Tide;
import org.tidemark.model.Outcome;
import org.tidemark.model.Shown;
import org.tidemark.spi.FieldSpec;
import org.tidemark.spi.Kind;
import org.tidemark.spi.value.QuantityValue;

class ProcessesTest {
  private static final Tide TIDE = Tide.builder().build();

  /** The magnitudes, in base units, of what a script shows; fails where anything is said of it. */
  private static List<Double> numbers(String script) {
    Program program = TIDE.compile("test.tide", script);
    assertTrue(program.diagnostics().isEmpty(), () -> program.diagnostics().toString());
    Outcome outcome = program.run();
    assertTrue(outcome.problems().isEmpty(), () -> outcome.problems().toString());
    List<Double> numbers = new ArrayList<>();
    for (Shown shown : outcome.shown()) {
      if (shown.value() instanceof QuantityValue quantity) {
        numbers.add(quantity.quantity().magnitude());
      }
    }
    return numbers;
  }

  private static String text(double value) {
    return String.format(Locale.ROOT, "%.17g", value);
  }

  @Test
  void theKindShowsACompleteScript() {
    Kind kind = new ProcessKind();
    assertFalse(numbers(kind.example().orElseThrow()).isEmpty());
    for (FieldSpec field : kind.fields()) {
      assertFalse(field.doc().isBlank(), field.name());
    }
  }

  /** Apart or in one process, with states in any units, what comes out is the same. */
  @Property(tries = 25)
  void processesThatReadEachOtherAreOneSystem(
      @ForAll @DoubleRange(min = 0.5, max = 2) double growth,
      @ForAll @DoubleRange(min = 0.05, max = 0.2) double eaten,
      @ForAll @DoubleRange(min = 1, max = 20) double prey,
      @ForAll @DoubleRange(min = 1, max = 20) double hunters) {
    String laws =
        "let g = " + text(growth) + " /year; let e = " + text(eaten) + " /year; horizon = 8 year";
    List<Double> found =
        numbers(
            "process a { state x = %1$s; der x = g * x - e * x * b.y; %3$s }\n"
                    .formatted(text(prey), text(hunters), laws)
                + "process b { state y = %2$s; der y = 0.2 * e * a.x * y - g * y / 2; %3$s }\n"
                    .formatted(text(prey), text(hunters), laws)
                + ("process c { state x = %1$s kUSD; state y = %2$s EB; der x = g * x - e * x * y"
                        + " / (1 EB); der y = 0.2 * e * x * y / (1 kUSD) - g * y / 2; %3$s }\n")
                    .formatted(text(prey), text(hunters), laws)
                + "show a.x.final, b.y.final, c.x.final / (1 kUSD), c.y.final / (1 EB)");
    assertEquals(found.get(2), found.get(0), 1e-8 * Math.abs(found.get(2)));
    assertEquals(found.get(3), found.get(1), 1e-8 * Math.abs(found.get(3)));
  }

  /** A linear law with jumps has a closed form: x e^(rt), times a factor at each event. */
  @Property(tries = 25)
  void eventsAreLocated(
      @ForAll @DoubleRange(min = 0.1, max = 1) double rate,
      @ForAll @DoubleRange(min = 0.3, max = 0.9) double factor,
      @ForAll @IntRange(min = 1, max = 30) int horizon) {
    List<Double> found =
        numbers(
            """
            process p {
              state x = 1
              state count = 0
              der x = %s /year * x
              when x >= 2 { x = %s * x; count = count + 1 }
              horizon = %d year
            }
            show p.x.final, p.count.final, p.x.max
            """
                .formatted(text(rate), text(factor), horizon));
    double logged = rate * horizon;
    double first = StrictMath.log(2);
    double cycle = -StrictMath.log(factor);
    double events = logged < first ? 0 : Math.floor((logged - first) / cycle) + 1;
    assertEquals(events, found.get(1));
    double expected = StrictMath.exp(logged + events * StrictMath.log(factor));
    assertEquals(expected, found.get(0), 1e-8 * expected);
    assertEquals(events > 0 ? 2 : expected, found.get(2), 1e-8);
  }
}
