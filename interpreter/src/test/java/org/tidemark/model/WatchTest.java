package org.tidemark.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.tidemark.api.Program;
import org.tidemark.api.Tide;
import org.tidemark.api.TideException;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.spi.value.ValueText;

/** Long work is told of, and can be ended keeping what is done. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class WatchTest {
  private static final Tide TIDE = Tide.builder().build();
  private static final String SLOW = "fn slow(x) = x * (1 + 0 * sum([k for k in 1..300]))\n";
  private static final String INPUT = "param a = 1 to 10\n";

  /** Ends a run when enough of its first long work is done. */
  private static final class Impatient implements ProgressListener {
    private final LongPredicate enough;
    private final AtomicBoolean ended = new AtomicBoolean();
    private Watch watch;

    Impatient(LongPredicate enough) {
      this.enough = enough;
    }

    @Override
    public void begins(LongWork work) {
      Thread thread =
          new Thread(
              () -> {
                while (!ended.get() && !enough.test(work.done())) {
                  LockSupport.parkNanos(200_000);
                }
                if (!ended.get()) {
                  watch.finish();
                }
              });
      thread.setDaemon(true);
      thread.start();
    }

    @Override
    public void ends(LongWork work) {
      ended.set(true);
    }
  }

  private static Outcome stopped(String script, LongPredicate enough) {
    Impatient listener = new Impatient(enough);
    Watch watch = new Watch(listener);
    listener.watch = watch;
    return TIDE.compile("long", script).run(watch);
  }

  private static List<String> codes(Outcome outcome) {
    return outcome.problems().stream().map(Diagnostic::code).toList();
  }

  private static String text(Outcome outcome, int i) {
    return ValueText.of(outcome.shown().get(i).value());
  }

  private static Outcome run(String script) {
    return TIDE.compile("short", script).run();
  }

  @Test
  void aSampleKeepsItsFirstDraws() {
    String asked = "s = sample(slow(a), draws: ";
    String shown = ")\nshow s.draws, s.mean, s.values[17], s.histogram, s\n";
    Outcome outcome = stopped(SLOW + INPUT + asked + "1_000_000" + shown, done -> done >= 2_000);
    assertEquals(List.of("W0301"), codes(outcome));
    long draws = Math.round(Double.parseDouble(text(outcome, 0)));
    assertTrue(draws > 0 && draws < 1_000_000, "draws: " + draws);
    Outcome whole = run(SLOW + INPUT + asked + draws + shown);
    for (int i = 1; i < 4; i++) {
      assertEquals(whole.shown().get(i).value(), outcome.shown().get(i).value());
    }
    String said = outcome.problems().get(0).message();
    assertTrue(said.startsWith("sampling slow(a) was stopped after "), said);
    assertTrue(said.endsWith(" of 1,000,000 draws"), said);
    assertTrue(text(outcome, 4).contains("stopped after "), text(outcome, 4));
  }

  @Test
  void whatDoesNotRestOnItIsNotBegunWhereItIsLong() {
    Outcome outcome =
        stopped(
            SLOW
                + INPUT
                + "s = sample(slow(a), draws: 1_000_000)\n"
                + "show s.mean, 2 * 3\nshow probability(slow(a) > 2, draws: 1_000_000)\nshow 7",
            done -> done >= 1_000);
    assertEquals(List.of("E0580", "W0301"), codes(outcome));
    assertEquals(3, outcome.shown().size());
    assertEquals("7", text(outcome, 2));
    assertFalse(outcome.noSolution());
  }

  @Test
  void aProbabilityKeepsItsFirstDraws() {
    String asked = "p = probability(slow(a) > 4, draws: ";
    Outcome outcome =
        stopped(SLOW + INPUT + asked + "1_000_000)\nshow p.draws, p.low", done -> done >= 1_000);
    String draws = text(outcome, 0);
    assertEquals(List.of("W0301"), codes(outcome));
    Outcome whole = run(SLOW + INPUT + asked + draws + ")\nshow p.draws, p.low");
    assertEquals(whole.shown().get(1).value(), outcome.shown().get(1).value());
  }

  @Test
  void aSweepKeepsItsFirstRows() {
    Outcome outcome =
        stopped(
            SLOW
                + "param b = 1\nt = sweep({ y: slow(b) }, over: { b: 1..900_000 by 1 })\nshow length(t), sum(t.y)",
            done -> done >= 500);
    assertEquals(List.of("W0301"), codes(outcome));
    double rows = Double.parseDouble(text(outcome, 0));
    assertTrue(rows > 0 && rows < 900_000, "rows: " + rows);
    Outcome whole = run("show " + rows + " * (" + rows + " + 1) / 2");
    assertEquals(text(whole, 0), text(outcome, 1));
  }

  @Test
  void rankingsKeepWholeBlocks() {
    String both = SLOW + INPUT + "param c = 1 to 10\n";
    Outcome outcome =
        stopped(both + "show sobol(slow(a) + c, samples: 100_000)", done -> done >= 3_000);
    assertEquals(List.of("W0301"), codes(outcome));
    String[] words = outcome.problems().get(0).message().split("stopped after ");
    long evaluations = Long.parseLong(words[1].split(" ")[0].replace(",", ""));
    Outcome whole = run(both + "show sobol(slow(a) + c, samples: " + evaluations / 4 + ")");
    assertEquals(whole.shown().get(0).value(), outcome.shown().get(0).value());

    outcome = stopped(both + "show morris(slow(a) + c, trajectories: 20_000)", d -> d >= 900);
    assertEquals(List.of("W0301"), codes(outcome));
    words = outcome.problems().get(0).message().split("stopped after ");
    evaluations = Long.parseLong(words[1].split(" ")[0].replace(",", ""));
    whole = run(both + "show morris(slow(a) + c, trajectories: " + evaluations / 3 + ")");
    assertEquals(whole.shown().get(0).value(), outcome.shown().get(0).value());
  }

  @Test
  void searchesKeepTheirBestPoint() {
    String slow = "fn slow(x) = x * (1 + 0 * sum([sum([k for k in 1..900]) for j in 1..9]))\n";
    Outcome outcome =
        stopped(
            slow
                + "best = minimise({ x: -3..3, y: -3..3 }, slow((x - 1)^2 + sin(9 * y) + abs(y)),"
                + " subject: [x + y >= 0])\nshow best.x + best.y >= 0, best.search, best.value,"
                + " (best.x - 1)^2 + sin(9 * best.y) + abs(best.y) == best.value, best.proven",
            done -> done >= 40);
    assertEquals(List.of("W0301"), codes(outcome));
    assertEquals("true", text(outcome, 0));
    assertTrue(text(outcome, 1).startsWith("stopped after "), text(outcome, 1));
    assertEquals("true", text(outcome, 3));
    assertEquals("false", text(outcome, 4));

    outcome =
        stopped(
            slow
                + "param a = 1\nparam b = 2\nt = slow(a * b + sin(9 * a))\n"
                + "c = calibrate({ a: 0..9, b: 0..9 }, [t ≈ 3 within 0.001])\n"
                + "show c.search, c.identified",
            done -> done >= 70);
    assertEquals(List.of("W0301"), codes(outcome));
    assertTrue(text(outcome, 0).startsWith("stopped after "), text(outcome, 0));
    assertEquals("false", text(outcome, 1));
  }

  @Test
  void whatCannotBeKeptEndsTheRunWithWhatWasShown() {
    Outcome outcome =
        stopped(
            """
            show 5
            process wave {
              state x = 1
              state v = 0 /year
              der x = v
              der v = -1000000 /year^2 * x
              horizon = 1000 year
            }
            show wave.x.final
            show 6
            """,
            done -> done >= 1);
    assertEquals(1, outcome.shown().size());
    assertEquals(List.of("E0516"), codes(outcome));
  }

  @Test
  void quittingKeepsNothing() throws InterruptedException {
    Watch watch = new Watch(ProgressListener.NONE);
    Thread impatient =
        new Thread(
            () -> {
              try {
                Thread.sleep(300);
              } catch (InterruptedException ended) {
                return;
              }
              watch.finish();
              watch.quit();
            });
    impatient.start();
    String script = SLOW + INPUT + "show sample(slow(a), draws: 10_000_000)";
    TideException failure =
        assertThrows(TideException.class, () -> TIDE.compile("long", script).run(watch));
    impatient.join();
    assertTrue(failure.isStopped());
  }

  /** However it is asked, what was ended is told as the interface says. */
  @Test
  void whatQuitsIsToldAlike() {
    Program program =
        TIDE.compile(
            "long",
            INPUT + "b = 2 * a\nassert b > 0\nclaim c { reported = 3; computed = b }\nshow b");
    Watch watch = Watch.none();
    watch.quit();
    List<Executable> asks =
        List.of(
            () -> program.run(watch),
            () -> program.judge(watch),
            () -> program.test(watch),
            () -> program.definitions(watch),
            () -> program.value("b", watch),
            () -> program.model(watch).run());
    for (Executable ask : asks) {
      TideException failure = assertThrows(TideException.class, ask);
      assertTrue(failure.isStopped());
      assertEquals("E0516", failure.code());
    }
    assertEquals(1, program.run().shown().size());
  }

  @Test
  void onlyTheOutermostWorkIsToldOf() {
    List<String> told = new ArrayList<>();
    ProgressListener listener =
        new ProgressListener() {
          @Override
          public void begins(LongWork work) {
            told.add(work.what());
          }

          @Override
          public void ends(LongWork work) {
            told.add(work.done() + " of " + work.total() + " " + work.unit());
          }
        };
    TIDE.compile(
            "nested",
            INPUT
                + "param b = 1\nshow sweep({ y: sample(a * b, draws: 10).mean }, over: { b: 1..5 })\n"
                + "show probability(a > 2, draws: 100_100)")
        .run(new Watch(listener));
    assertEquals(
        List.of(
            "sweeping b",
            "5 of 5 rows",
            "drawing for the probability of a > 2",
            "100100 of 100100 draws"),
        told);
  }
}
