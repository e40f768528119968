package org.tidemark.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tidemark.model.Outcome;
import org.tidemark.model.Shown;
import org.tidemark.model.Watch;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.ValueText;

/**
 * Many threads ask one program, each with values of its own, while some are ended in the middle:
 * what is answered is what would be answered alone, to the last bit.
 */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class SharedProgramTest {
  private static final int THREADS = 16;
  private static final int ROUNDS = 9;

  private static final String NUMBERS =
      """
      param r = 2
      fn f(x) = sqrt(x) + r * x^2 / 100
      total = sum([f(k) for k in 1..150])
      root = solve({ x: 0..10 }, f(x) == 1 + r / 10).x
      process wave {
        state x = 1
        state v = 0 /year
        der x = v
        der v = -r * x / year^2
        horizon = 1 year
      }
      answer = total + root + wave.x.final
      show answer
      """;

  private static final String GAME =
      """
      param r = 5
      curve hbm = wright(cost: 12 USD/GB, at: 2.49 EB, as_of: date(2025), elasticity: 0.23)
      crossing parity when hbm <= 5 USD/GB
      firm hyperscaler[5] { discount_rate = r * 1 %/year }
      market inference {
        demand = linear(choke: 30 USD/GB, slope: 0.6 USD/GB/(EB/year))
        firms = [hyperscaler]
        drives = hbm
        until = parity
        start = date(2025)
      }
      nash = equilibrium(inference)
      answer = nash.time
      show answer
      """;

  private static final String DRAWS =
      """
      param r = 3
      a = 1 to 4
      b = 0.1 to 0.5
      mc = sample({ t: r * a^2 + sqrt(b) }, draws: 100, seed: 7)
      answer = mc.t.mean + mc.t.quantile(0.9)
      show answer
      """;

  /** How one thread asks in one round. */
  private enum Way {
    OFTEN {
      @Override
      String ask(Program program, double r, Watch watch) {
        return bits(program.with("r", r).quantity("answer"));
      }
    },
    WATCHED {
      @Override
      String ask(Program program, double r, Watch watch) {
        Program amended = program.with("r", Double.toString(r));
        return bits(amended.answer(((QuantityValue) amended.value("answer", watch)).quantity()));
      }
    },
    RUN {
      @Override
      String ask(Program program, double r, Watch watch) {
        Program amended = program.with("r", r);
        Outcome outcome = amended.run(watch);
        assertEquals(List.of(), outcome.problems());
        Shown shown = outcome.shown().get(0);
        assertTrue(!ValueText.of(shown.value()).isEmpty());
        return bits(amended.answer(((QuantityValue) shown.value()).quantity()));
      }
    },
    MODEL {
      @Override
      String ask(Program program, double r, Watch watch) {
        Model model = program.model(watch).with(Map.of("r", r));
        return bits(model.answer(((QuantityValue) model.get("answer")).quantity()));
      }
    };

    abstract String ask(Program program, double r, Watch watch);

    private static String bits(QuantityAnswer answer) {
      return Double.toHexString(answer.magnitude()) + " " + answer.unit();
    }
  }

  @Test
  void answersAreThoseThatEachWouldGetAlone() throws Exception {
    Tide tide = Tide.builder().build();
    AtomicInteger ended = new AtomicInteger();
    AtomicInteger answered = new AtomicInteger();
    for (String script : List.of(NUMBERS, GAME, DRAWS)) {
      String[] alone = new String[THREADS];
      for (int i = 0; i < THREADS; i++) {
        alone[i] = Way.WATCHED.ask(tide.compile(script), r(i), Watch.none());
      }
      assertTrue(Arrays.stream(alone).distinct().count() == THREADS, () -> Arrays.toString(alone));
      Program program = tide.compile(script);
      ask(program, alone, ended, answered);
      for (int i = 0; i < THREADS; i++) {
        for (Way way : Way.values()) {
          assertEquals(alone[i], way.ask(program, r(i), Watch.none()), way + " afterwards");
        }
      }
    }
    assertTrue(ended.get() > 5 && answered.get() > 200, () -> ended + " of " + answered);
  }

  private static double r(int thread) {
    return 2 + thread / 8.0;
  }

  private static void ask(
      Program program, String[] alone, AtomicInteger ended, AtomicInteger answered)
      throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    ScheduledExecutorService clock = Executors.newScheduledThreadPool(2);
    try {
      CyclicBarrier together = new CyclicBarrier(THREADS);
      List<Callable<Void>> work = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        int number = i;
        work.add(
            () -> {
              Random random = new Random(number);
              together.await();
              for (int round = 0; round < ROUNDS; round++) {
                Way way = Way.values()[(number + round) % Way.values().length];
                Watch watch = Watch.none();
                Thread self = Thread.currentThread();
                Ending ending = new Ending(round % 2 == 0 ? watch::quit : self::interrupt);
                if (round % 3 == 0) {
                  clock.schedule(ending, random.nextInt(6000), TimeUnit.MICROSECONDS);
                }
                String answer = null;
                try {
                  answer = way.ask(program, r(number), watch);
                } catch (TideException stopped) {
                  if (!stopped.isStopped() || round % 3 != 0) {
                    throw new AssertionError(way + " with " + r(number), stopped);
                  }
                  ended.incrementAndGet();
                } finally {
                  ending.tooLate();
                }
                if (answer != null) {
                  answered.incrementAndGet();
                  assertEquals(alone[number], answer, () -> way + " with " + r(number));
                }
              }
              return null;
            });
      }
      for (Future<Void> done : threads.invokeAll(work)) {
        done.get();
      }
    } finally {
      threads.shutdownNow();
      clock.shutdownNow();
    }
  }

  /** Ends what a thread asks, unless that is done. */
  private static final class Ending implements Runnable {
    private final Runnable end;
    private boolean late;

    Ending(Runnable end) {
      this.end = end;
    }

    @Override
    public synchronized void run() {
      if (!late) {
        end.run();
      }
    }

    /** After this no interrupt is on its way. */
    synchronized void tooLate() {
      late = true;
      Thread.interrupted();
    }
  }
}
