package org.tidemark.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;

/** What somebody asks of an untrusted script is within its limits too, and so is its checking. */
@Timeout(60)
class LimitedQuestionsTest {
  private static final Tide TIDE =
      Tide.builder()
          .untrusted()
          .limits(Limits.untrusted().toBuilder().time(Duration.ofMillis(300)).build())
          .build();

  /** The type of each function's result has twice as many parts as that of the one before. */
  private static String doubling(int levels) {
    StringBuilder script = new StringBuilder("fn f0(a) = 1\n");
    for (int i = 1; i <= levels; i++) {
      script
          .append("unit ua%d\nunit va%d\n".formatted(i, i))
          .append(
              "fn f%d(a) = f%d(a * (1 ua%d)) + f%d(a * (1 va%d))\n"
                  .formatted(i, i - 1, i, i - 1, i));
    }
    return script.append("y = 2\n").toString();
  }

  private static void isEndedByTime(Executable work) {
    TideException ended = assertThrows(TideException.class, work);
    assertEquals("E0920", ended.diagnostics().get(0).code(), ended.getMessage());
  }

  @Test
  void typesOfQuestionsAreWithinTheTime() {
    Program program = TIDE.compile(doubling(40));
    assertTrue(program.isSound(), () -> program.diagnostics().toString());
    isEndedByTime(() -> program.quantity("f40(1)"));
    isEndedByTime(() -> program.with("y", "f40(1)").quantity("y"));
    isEndedByTime(() -> program.model().with(Map.of("y", "f40(1)")).get("y"));
    Model model = program.model();
    TypedValue one = model.typed("1");
    isEndedByTime(() -> model.derive("f40", one));
    assertEquals(3, program.quantity("y + 1").magnitude());
  }

  @Test
  void marketsOfManyFirmsAreWithinTheTime() {
    Program program =
        TIDE.compile(
            """
            firm f[k in [i for i in 1..400]] {
              cost = (1 + 0.01 * k) * 1 USD/GB
              discount_rate = 5 %/year
              continuation_value = (50 + 3 * k) * 1 BUSD
              capacity = (0.05 + 0.001 * k) * 1 EB/year
            }
            market inference {
              demand = isoelastic(price: 10 USD/GB, quantity: 5 EB/year, elasticity: 1.5)
              firms = f
              remaining = 1e5 EB
            }
            plan = planner(inference)
            """);
    assertTrue(program.isSound(), () -> program.diagnostics().toString());
    isEndedByTime(() -> program.quantity("sum([planner(inference).time for i in 1..1000])"));
  }
}
