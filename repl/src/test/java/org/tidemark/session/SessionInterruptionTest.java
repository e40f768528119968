package org.tidemark.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
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

/** Whatever an entry is busy with, an interrupt ends it soon and leaves the conversation whole. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
@Execution(ExecutionMode.SAME_THREAD)
class SessionInterruptionTest {
  /** A hundred or two on a machine that does nothing else; the builds of others take their time. */
  private static final double MOST_MILLIS = 3000;

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
              "sobol(sum([x^k * y for k in 1..100]), samples: 16384)"),
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
    AtomicReference<Answer> answer = new AtomicReference<>();
    AtomicReference<Boolean> flag = new AtomicReference<>();
    Thread asking =
        new Thread(
            () -> {
              answer.set(session.evaluate("late = 1\n" + busy.get(2)));
              flag.set(Thread.currentThread().isInterrupted());
            });
    Begun begun = new Begun();
    session.tell(begun);
    asking.start();
    if (KEPT.contains(busy.get(0))) {
      begun.await();
    } else {
      // nothing tells when it has begun; it may be stopped before that as well
      Thread.sleep(250);
    }
    assertTrue(asking.isAlive(), "it was done before it could be stopped");
    long from = System.nanoTime();
    session.interrupt();
    asking.join(TimeUnit.SECONDS.toMillis(30));
    double took = (System.nanoTime() - from) * 1e-6;
    assertTrue(took < MOST_MILLIS, took + " ms");
    assertFalse(asking.isAlive(), "it goes on");
    List<String> codes = answer.get().diagnostics().stream().map(d -> d.code()).toList();
    // what is of use when it is ended early is kept
    assertEquals(List.of(KEPT.contains(busy.get(0)) ? "W0301" : "E0516"), codes);
    assertFalse(flag.get(), "the interrupt must not reach what comes after");
    assertEquals(List.of(), session.evaluate("kept + late").diagnostics());
  }

  /** Lets a thread wait until work that can be kept is under way. */
  private static final class Begun implements ProgressListener {
    /** So much done is of use. */
    private static final long ENOUGH = 100;

    private final CountDownLatch begun = new CountDownLatch(1);
    private volatile LongWork work;

    @Override
    public void begins(LongWork one) {
      work = one;
      begun.countDown();
    }

    @Override
    public void ends(LongWork one) {}

    void await() throws InterruptedException {
      begun.await();
      while (work.done() < ENOUGH) {
        Thread.onSpinWait();
      }
    }
  }
}
