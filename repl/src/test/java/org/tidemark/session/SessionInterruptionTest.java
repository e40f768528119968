package org.tidemark.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.tidemark.api.Tide;
import org.tidemark.model.LongWork;
import org.tidemark.model.ProgressListener;
import org.tidemark.spi.value.ValueText;

/** Whatever an entry is busy with, an interrupt ends it soon and leaves the conversation whole. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
@Execution(ExecutionMode.SAME_THREAD)
class SessionInterruptionTest {
  /** A hundred or two on a machine that does nothing else; the builds of others take their time. */
  private static final double MOST_MILLIS = 3000;

  private static final Tide TIDE = Tide.builder().build();

  private static final List<String> KEPT = List.of("a sample", "ranks of inputs", "a sweep");

  /** Whether these have met a point worth keeping depends on when they are ended. */
  private static final List<String> SEARCHES =
      List.of("a linear programme", "a quadratic programme", "a minimum");

  private static final List<List<String>> BUSY =
      List.of(
          List.of(
              "a recursion", "fn fib(n) = if n < 2 then n else fib(n - 1) + fib(n - 2)", "fib(60)"),
          List.of("nested lists", "", "[sum([sin(k * j) for j in 1..50_000]) for k in 1..100_000]"),
          List.of("long lists", "", "sum([sum([k^0.5 for k in 1..900_000]) for j in 1..1000])"),
          List.of("sorting", "", "[length(sort([sin(k) for k in 1..900_000])) for j in 1..1000]"),
          List.of(
              "texts",
              "",
              "[length([\"{k} and {[k, 1, 2, j]}\" for k in 1..9000]) for j in 1..9000]"),
          List.of("sums", "", "sum([sum(1..1_000_000) for k in 1..100_000])"),
          List.of(
              "a linear system",
              "a = [[sin(k * j + k) for k in 1..300] for j in 1..300]",
              "[linsolve(a, a[1])[1] for j in 1..100_000]"),
          List.of(
              "a linear programme",
              "",
              "minimise({ q: [0..10 for i in 1..300] }, sum([q[i] * (1 + sin(i)) for i in 0..299]),"
                  + " subject: [q[i] + q[mod(i * 7 + 3, 300)] >= 5 + sin(i) for i in 0..299])"),
          List.of(
              "a quadratic programme",
              "",
              "minimise({ q: [0..10 for i in 1..200] }, sum([(q[i] - sin(i))^2 for i in 0..199])"
                  + " + sum(q)^2, subject: [q[i] + q[mod(i * 7 + 3, 200)] >= 5 + sin(i)"
                  + " for i in 0..199])"),
          List.of(
              "a fit",
              "few = table([{ at: date(1000 + k), cost: (2 + sin(k * k)) * 1 USD } for k in 1..900])",
              "[fit(few, cost ~ moore(at)).break_test.statistic for j in 1..10_000]"),
          List.of(
              "a sample",
              "x = lognormal(1, 2)",
              "sample(x * x + exp(-x), draws: 10_000_000).draws"),
          List.of(
              "ranks of inputs",
              "x = lognormal(1, 2)\ny = normal(1, 0.2)",
              "sobol(sum([x^k * y for k in 1..100]), samples: 200_000)"),
          List.of(
              "a sweep",
              "a = 1\nf = sum([sin(a * k) for k in 1..2000])",
              "sweep(f, over: { a: 1..2 by 0.000_01 })"),
          List.of(
              "a process",
              """
              process wave {
                state x = 1
                state v = 0 /year
                der x = v
                der v = -1000000 /year^2 * x
                horizon = 1000 year
              }""",
              "wave.x.final"),
          List.of(
              "a minimum",
              "fn bowl(x, y) = sum([(x - k / 1000)^2 + (y + k)^2 for k in 1..50_000])",
              "minimise({ x: -10..10, y: -10..10 }, bowl(x, y))"),
          List.of(
              "equations",
              "fn far(x) = sum([cos(x * k) for k in 1..100_000])",
              "solve({ x: 0.1..100 }, far(x) == 0.3)"),
          List.of("a picture", "", "plot sum([sin(x * k) for k in 1..200_000]) over x in 0..1"));

  @TestFactory
  Stream<DynamicTest> anInterruptEndsIt() {
    return BUSY.stream().map(busy -> DynamicTest.dynamicTest(busy.get(0), () -> stops(busy)));
  }

  private static void stops(List<String> busy) throws InterruptedException {
    Session session = new Session(TIDE, Path.of(""));
    session.evaluate("kept = 41");
    if (!busy.get(1).isEmpty()) {
      assertTrue(session.evaluate(busy.get(1)).accepted());
    }
    AtomicReference<LongWork> work = new AtomicReference<>();
    session.tell(
        new ProgressListener() {
          @Override
          public void begins(LongWork begun) {
            work.set(begun);
          }

          @Override
          public void ends(LongWork ended) {}
        });
    AtomicReference<Answer> answer = new AtomicReference<>();
    AtomicReference<Boolean> flag = new AtomicReference<>();
    Thread asking =
        new Thread(
            () -> {
              answer.set(session.evaluate("late = 1\n" + busy.get(2)));
              flag.set(Thread.currentThread().isInterrupted());
            });
    asking.start();
    Thread.sleep(250);
    while (KEPT.contains(busy.get(0)) && (work.get() == null || work.get().done() < 1000)) {
      assertTrue(asking.isAlive(), "it was done before anything was there to keep");
      Thread.sleep(5);
    }
    assertTrue(asking.isAlive(), "it was done before it could be stopped");
    long from = System.nanoTime();
    session.interrupt();
    asking.join(TimeUnit.SECONDS.toMillis(30));
    double took = (System.nanoTime() - from) * 1e-6;
    System.out.printf("%s: stopped after %.0f ms%n", busy.get(0), took);
    assertTrue(took < MOST_MILLIS, took + " ms");
    assertFalse(asking.isAlive(), "it goes on");
    List<String> codes = answer.get().diagnostics().stream().map(d -> d.code()).toList();
    // what is of use when it is ended early is kept
    if (!SEARCHES.contains(busy.get(0)) || !codes.equals(List.of("W0301"))) {
      assertEquals(List.of(KEPT.contains(busy.get(0)) ? "W0301" : "E0516"), codes);
    }
    assertFalse(flag.get(), "the interrupt must not reach what comes after");
    // one that comes between entries hits nobody
    assertFalse(session.interrupt());
    Answer after = session.evaluate("kept + late");
    assertEquals(List.of(), after.diagnostics());
    assertEquals(1, after.parts().size());
    assertEquals("42", ValueText.of(((Part.Result) after.parts().get(0)).shown().value()));
  }
}
