package org.tidemark.robustness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tidemark.api.Program;
import org.tidemark.api.Tide;
import org.tidemark.api.TideException;
import org.tidemark.model.Outcome;
import org.tidemark.spi.value.ValueText;

/** A run stops when its thread is interrupted, and runs side by side do not disturb each other. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class InterruptionTest {
  private static final String BUSY =
      "fn slow(n) = if n == 0 then 0 else slow(n - 1) + sum([k for k in 1..200_000])\n";

  @Test
  void anInterruptEndsARun() throws InterruptedException {
    stopsWhenInterrupted(BUSY + "show slow(4000)");
  }

  @Test
  void anInterruptReachesADeepEvaluation() throws InterruptedException {
    StringBuilder chain = new StringBuilder(BUSY).append("x0 = slow(4000)\n");
    for (int i = 1; i < 600; i++) {
      chain.append("x").append(i).append(" = x").append(i - 1).append(" + 1\n");
    }
    stopsWhenInterrupted(chain + "show x599");
  }

  @Test
  void anInterruptReachesAProcess() throws InterruptedException {
    stopsWhenInterrupted(
        """
        process wave {
          state x = 1
          state v = 0 /year
          der x = v
          der v = -1000000 /year^2 * x
          horizon = 1000 year
        }
        show wave.x.final
        """);
  }

  private static void stopsWhenInterrupted(String script) throws InterruptedException {
    Program program = Tide.builder().build().compile("busy", script);
    AtomicReference<Throwable> ended = new AtomicReference<>();
    Thread runner =
        new Thread(
            () -> {
              try {
                program.run();
              } catch (TideException stopped) {
                ended.set(stopped);
              }
            });
    runner.start();
    Thread.sleep(300);
    assertTrue(runner.isAlive(), "it was done before it could be stopped");
    runner.interrupt();
    runner.join(TimeUnit.SECONDS.toMillis(30));
    assertFalse(runner.isAlive(), "it goes on");
    TideException failure = (TideException) ended.get();
    assertTrue(failure.isStopped());
    assertEquals("E0516", failure.code());
  }

  @Test
  void oneProgramRunsInManyThreads() throws Exception {
    Program program =
        Tide.builder()
            .build()
            .compile("shared", "param r = 5\nfn f(x) = x * r\nshow [f(k) for k in 1..50] |> sum");
    ExecutorService threads = Executors.newFixedThreadPool(16);
    try {
      List<Callable<String>> asks =
          IntStream.range(0, 400)
              .<Callable<String>>mapToObj(
                  i ->
                      () -> {
                        Outcome outcome = program.with("r", Integer.toString(i)).run();
                        return ValueText.of(outcome.shown().get(0).value());
                      })
              .toList();
      List<Future<String>> answers = threads.invokeAll(asks);
      for (int i = 0; i < answers.size(); i++) {
        assertEquals(Integer.toString(1275 * i), answers.get(i).get());
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void aBrokenExampleInTheDocumentationFails() {
    Program program =
        Tide.builder()
            .build()
            .compile(
                "documented",
                "/// Doubles.\n/// ```tide\n/// assert twice(2) == 4\n/// ```\nfn twice(x) = 2 * x\n"
                    + "/// Wrong.\n/// ```tide\n/// assert twice(2) == 5\n/// ```\nz = 3\n"
                    + "/// Not even right.\n/// ```tide\n/// show twice(nothing)\n/// ```\ny = 4\n");
    List<Boolean> passed = program.test().asserts().stream().map(a -> a.passed()).toList();
    assertEquals(List.of(true, false, false), passed);
  }
}
