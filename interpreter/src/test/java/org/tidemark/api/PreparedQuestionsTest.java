package org.tidemark.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.tidemark.model.RandomScripts;
import org.tidemark.spi.value.ValueText;

/** What is asked often gives the same bits, and the same refusals, as what is asked once. */
class PreparedQuestionsTest {
  private static final Tide TIDE = Tide.builder().build();

  /** Asked so often, a question is compiled where it can be. */
  private static final int OFTEN = 120;

  private static final double[] SPECIAL = {0, -0.0, 1, -1, 2, 1e-9, 1e300, -3.5, 12, 1e-300, 0.5};

  private record Set(String path, double number, String unit) {
    Program in(Program program) {
      return unit.isEmpty() ? program.with(path, number) : program.with(path, number, unit);
    }

    /** As a text, which nothing is prepared for. */
    Program written(Program program) {
      String text = Double.toString(number).toLowerCase(Locale.ROOT);
      text = text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
      return program.with(path, unit.isEmpty() ? text : text + " " + unit);
    }
  }

  private static String answer(Program program, String question) {
    try {
      QuantityAnswer answer = program.quantity(question);
      double magnitude = answer.quantity().magnitude();
      return Long.toHexString(Double.doubleToLongBits(magnitude)) + " " + answer.unit();
    } catch (TideException refused) {
      return refused.getMessage();
    }
  }

  private static String value(Program program, String question) {
    try {
      return ValueText.of(program.value(question));
    } catch (TideException refused) {
      return refused.getMessage();
    }
  }

  private static void agree(String script, List<Set> shape, List<String> questions, long seed) {
    Program program = TIDE.compile(script);
    if (!program.isSound()) {
      return;
    }
    SplittableRandom random = new SplittableRandom(seed);
    for (String question : questions) {
      for (int i = 0; i < OFTEN; i++) {
        Program fast = program;
        Program slow = program;
        for (Set set : shape) {
          double number =
              random.nextInt(4) == 0
                  ? SPECIAL[random.nextInt(SPECIAL.length)]
                  : set.number() * random.nextDouble(0.2, 3);
          Set at = new Set(set.path(), number, set.unit());
          fast = at.in(fast);
          slow = at.written(slow);
        }
        if (i % 12 == 11) {
          assertEquals(answer(slow, question), answer(fast, question), script + question);
          assertEquals(value(slow, question), value(fast, question), script + question);
        } else {
          answer(fast, question);
        }
      }
    }
  }

  @Test
  void randomProgramsAgree() {
    long fresh = System.nanoTime();
    List<List<Set>> shapes =
        List.of(
            List.of(new Set("a", 2.5, "")),
            List.of(new Set("b", 12, "")),
            List.of(new Set("price", 3, "USD/GB"), new Set("budget", 2, "MUSD")),
            List.of(new Set("zero", 1, ""), new Set("market.width", 2, "")),
            List.of(new Set("budget", 4, ""), new Set("b", 3, "%"), new Set("a", 1, "")));
    for (int i = 0; i < 40; i++) {
      long seed = i < 25 ? i : fresh + i;
      String script = RandomScripts.withDefinitions(seed, 3, 6);
      agree(script, shapes.get(i % 5), List.of("d5", "d3 * 2", "d1 + d1"), seed);
    }
  }

  @Test
  void gamesAgree() {
    String game = QuestionsTest.GAME + "coop = cooperative(inference)\nshow value_loss(nash, coop)";
    List<String> questions =
        List.of("nash.time", "value_loss(nash, coop)", "nash.date", "nash.quantity", "f[1].cost");
    agree(game, List.of(new Set("r", 0.05, "")), questions, 1);
    agree(game, List.of(new Set("r", 5, "%/year")), List.of("nash.time", "inner.a + r"), 2);
    agree(
        game, List.of(new Set("hyperscaler.discount_rate", 5, "%/year")), List.of("nash.time"), 3);
    agree(
        game,
        List.of(new Set("hyperscaler.cost", 2, "USD/GB"), new Set("r", 4, "%/year")),
        List.of("nash.time", "hyperscaler[0].cost"),
        4);
  }

  @Test
  void whatStandsInTheWayOfAFormulaIsStillRight() {
    String script =
        """
        param r: 1/year = 5 %/year in 1 %/year..9 %/year
        share = 0.4 in 0..1
        multiplier boost on output = 2
        output = 10 EB * share
        fn worth(t) = output * exp(-r * t)
        uncertain = 1 to 3
        rests = uncertain * share
        cheap = this with { r = r / 2 }
        refusing = if share > 50 % then refuse("too much") else share
        copies = cheap.r + this.r
        xs = [worth(k * 1 year) for k in 1..5]
        mc = sample(rests, draws: 10)
        known = evidence(output)
        later = if share > 30 % then never else 2 year
        """;
    List<String> questions =
        List.of(
            "r",
            "output",
            "worth(2 year)",
            "rests",
            "cheap.r",
            "refusing",
            "copies",
            "xs[2]",
            "sum(xs)",
            "mc.mean",
            "later",
            "known |> length()",
            "xs",
            "share > 0.3",
            "nothing");
    agree(script, List.of(new Set("r", 0.05, "")), questions, 5);
    agree(script, List.of(new Set("share", 40, "%")), questions, 6);
    agree(script, List.of(new Set("boost", 2, ""), new Set("share", 0.4, "")), questions, 7);
    agree(script, List.of(new Set("share", 0.3, ""), new Set("share", 0.4, "")), questions, 8);
    agree(script, List.of(new Set("xs", 0.3, "")), List.of("xs", "sum(xs)"), 9);
    agree(script, List.of(new Set("r", 3, "USD")), List.of("r"), 10);
  }

  @Test
  void theZeroThatFitsAnythingSaysNothingOfOtherNumbers() {
    Program program = TIDE.compile("cost = 5 USD\ntwice = 2 * cost");
    assertEquals(0, program.with("cost", 0).quantity("twice").in("USD"));
    for (int i = 0; i < OFTEN; i++) {
      assertTrue(answer(program.with("cost", 3), "twice").contains("E0207"));
    }
  }

  @Test
  void threadsDoNotDisturbEachOther() throws Exception {
    Program program = TIDE.compile(QuestionsTest.GAME);
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      expected.add(answer(program.with("r", i + 1 + " %/year"), "nash.time"));
    }
    ExecutorService threads = Executors.newFixedThreadPool(16);
    List<Future<?>> running = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      int own = i;
      Callable<Void> work =
          () -> {
            for (int k = 0; k < 300; k++) {
              int rate = (own + k) % 16;
              assertEquals(
                  expected.get(rate), answer(program.with("r", rate + 1, "%/year"), "nash.time"));
            }
            return null;
          };
      running.add(threads.submit(work));
    }
    for (Future<?> one : running) {
      one.get();
    }
    threads.shutdown();
  }
}
