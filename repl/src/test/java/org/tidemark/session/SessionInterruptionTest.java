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
import org.tidemark.api.Tide;

/** Whatever an entry is busy with, an interrupt ends it soon and leaves the conversation whole. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class SessionInterruptionTest {
  private static final Tide TIDE = Tide.builder().build();

  private static final List<String> KEPT = List.of("a sample", "ranks of inputs", "a sweep");

  private static final List<List<String>> BUSY =
      List.of(
          List.of(
              "a recursion", "fn fib(n) = if n < 2 then n else fib(n - 1) + fib(n - 2)", "fib(60)"),
          List.of("nested lists", "", "[sum([sin(k * j) for j in 1..20_000]) for k in 1..20_000]"),
          List.of("long lists", "", "sum([sum([k^0.5 for k in 1..900_000]) for j in 1..1000])"),
          List.of("sorting", "", "[length(sort([sin(k) for k in 1..900_000])) for j in 1..100]"),
          List.of("texts", "", "[\"{k} and {[k, 1, 2]}\" for k in 1..900_000]"),
          List.of("a huge power", "", "sum([sum(1..1_000_000) for k in 1..100_000])"),
          List.of("a sample", "x = lognormal(1, 2)", "sample(x * x + exp(-x), draws: 1_000_000)"),
          List.of(
              "ranks of inputs",
              "x = lognormal(1, 2)\ny = normal(1, 0.2)",
              "sobol(sum([x^k * y for k in 1..100]), n: 16384)"),
          List.of(
              "a sweep",
              "a = 1\nf = sum([sin(a * k) for k in 1..2000])",
              "sweep(f, over: { a: 1..2 by 0.00001 })"),
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
              "a process in steps",
              """
              process walk {
                state x = 1
                next x = if x > 3 then x / 2 else x * 1.1
                step = 0.00001 year
                horizon = 1000 year
              }""",
              "walk.x.final"),
          List.of(
              "a minimum",
              "fn bowl(x, y) = sum([(x - k / 1000)^2 + (y + k)^2 for k in 1..20_000])",
              "minimise(bowl, in: [-10..10, -10..10], method: \"global\")"),
          List.of(
              "equations",
              "fn far(x) = sum([cos(x * k) for k in 1..300_000])",
              "solve(far, in: 0.1..100, all: true)"),
          List.of("an integral", "", "integrate(x => sin(1 / x) / x, 0.00000001, 1)"),
          List.of(
              "a table", "", "[t.y for t in [table(x, y) { 1, 2; 3, 4 }, table(x, y) { 1, 2 }]]"));

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
    AtomicReference<Answer> answer = new AtomicReference<>();
    AtomicReference<Boolean> flag = new AtomicReference<>();
    Thread asking =
        new Thread(
            () -> {
              answer.set(session.evaluate("late = 1\n" + busy.get(2)));
              flag.set(Thread.currentThread().isInterrupted());
            });
    asking.start();
    Thread.sleep(400);
    if (!asking.isAlive()) {
      System.out.println("STOP " + busy.get(0) + " DONE " + answer.get());
    }
    assertTrue(asking.isAlive(), "it was done before it could be stopped");
    long from = System.nanoTime();
    session.interrupt();
    asking.join(TimeUnit.SECONDS.toMillis(30));
    double took = (System.nanoTime() - from) * 1e-6;
    System.out.println("STOP " + busy.get(0) + ": " + took + " ms");
    assertFalse(asking.isAlive(), "it goes on");
    List<String> codes = answer.get().diagnostics().stream().map(d -> d.code()).toList();
    // what is of use when it is ended early is kept
    assertEquals(List.of(KEPT.contains(busy.get(0)) ? "W0301" : "E0516"), codes);
    assertFalse(flag.get(), "the interrupt must not reach what comes after");
    assertEquals(List.of(), session.evaluate("kept + late").diagnostics());
  }
}
