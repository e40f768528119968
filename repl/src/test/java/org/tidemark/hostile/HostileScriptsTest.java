package org.tidemark.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.tidemark.api.Limits;
import org.tidemark.api.Program;
import org.tidemark.api.Tide;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.grammar.diagnostic.DiagnosticRenderer;
import org.tidemark.model.AssertOutcome;
import org.tidemark.model.Outcome;
import org.tidemark.model.Shown;
import org.tidemark.render.ResultText;

/** Scripts that want too much are each stopped by a limit that has a name; the host lives on. */
class HostileScriptsTest {
  private static final Duration MOST = Duration.ofSeconds(2);
  private static final String TIME = "E0920";

  private static final ExecutorService RUNNER =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "runs hostile scripts");
            thread.setDaemon(true);
            return thread;
          });

  private final Map<Limits, Tide> tides = new HashMap<>();

  @AfterAll
  static void endRunner() {
    RUNNER.shutdownNow();
  }

  /** What came of one: the codes of its errors and how much there was to read. */
  private record End(Set<String> codes, long characters, long millis) {}

  private static End end(Tide tide, HostileScript script) {
    long from = System.nanoTime();
    Program program = tide.compile(script.name(), script.text());
    List<Diagnostic> found = new ArrayList<>(program.diagnostics());
    long characters = 0;
    if (program.isSound()) {
      Outcome outcome = program.run();
      found.addAll(outcome.problems());
      for (AssertOutcome one : outcome.asserts()) {
        one.failure().ifPresent(found::add);
      }
      for (Shown shown : outcome.shown()) {
        characters += ResultText.of(shown).length();
      }
    }
    Set<String> codes = new TreeSet<>();
    for (Diagnostic one : found) {
      characters += DiagnosticRenderer.render(one, false).length();
      if (one.isError()) {
        codes.add(one.code());
      }
    }
    return new End(codes, characters, (System.nanoTime() - from) / 1_000_000);
  }

  /** Does some work on another thread; fails where that does not end by itself. */
  private static <T> T watched(String name, Callable<T> work) throws Exception {
    Future<T> future = RUNNER.submit(work);
    try {
      return future.get(30, TimeUnit.SECONDS);
    } catch (TimeoutException endless) {
      StringBuilder where = new StringBuilder(name).append(" does not end:\n");
      Thread.getAllStackTraces()
          .forEach(
              (thread, stack) -> {
                if (thread.getName().matches("runs hostile.*|tide-.*") && stack.length > 0) {
                  where.append(thread.getName()).append('\n');
                  List.of(stack)
                      .subList(0, Math.min(12, stack.length))
                      .forEach(frame -> where.append("  ").append(frame).append('\n'));
                }
              });
      throw new AssertionError(where.toString());
    } catch (ExecutionException failed) {
      throw new AssertionError(name + ": " + failed.getCause(), failed.getCause());
    }
  }

  private static long tideThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("tide-"))
        .count();
  }

  @Test
  void eachIsStoppedByItsLimitWithinTwoSecondsAndTheHostLivesOn() throws Exception {
    List<HostileScript> scripts = new ArrayList<>(HostileScript.all());
    scripts.addAll(GeneratedScripts.all());
    assertTrue(scripts.size() >= 60, scripts.size() + " scripts");
    long before = tideThreads();
    List<String> wrong = new ArrayList<>();
    Map<Long, String> slowest = new TreeMap<>();
    for (HostileScript script : scripts) {
      Tide tide =
          tides.computeIfAbsent(
              script.most(), limits -> Tide.builder().untrusted().limits(limits).build());
      End end = watched(script.name(), () -> end(tide, script));
      if (end.millis() > MOST.toMillis()) {
        // a machine that is busy with something else is no fault of the script's
        end = watched(script.name(), () -> end(tide, script));
      }
      if (!end.codes().contains(script.code()) && end.codes().contains(TIME)) {
        // on such a machine time may run out first; which limit it would be is seen with more
        Limits longer = script.most().toBuilder().time(Duration.ofSeconds(20)).build();
        Tide patient = Tide.builder().untrusted().limits(longer).build();
        long millis = end.millis();
        End later = watched(script.name(), () -> end(patient, script));
        end = new End(later.codes(), later.characters(), millis);
      }
      slowest.put(-end.millis(), script.name() + " " + end.codes());
      if (!end.codes().contains(script.code())) {
        wrong.add(script.name() + " ends with " + end.codes() + ", not with " + script.code());
      }
      if (end.millis() > MOST.toMillis()) {
        wrong.add(script.name() + " takes " + end.millis() + " ms");
      }
      if (end.characters() > 2_000_000) {
        wrong.add(script.name() + " prints " + end.characters() + " characters");
      }
      Program next = tide.compile("next", "show 1 + 1");
      for (int i = 0; i < 10 && !next.isSound(); i++) {
        // some of the limits leave a busy machine no time for anything
        next = tide.compile("next", "show 1 + 1");
      }
      Outcome answer = watched("what comes after " + script.name(), next::run);
      for (int i = 0; i < 10 && !answer.problems().isEmpty(); i++) {
        answer = watched("what comes after " + script.name(), next::run);
      }
      if (answer.shown().size() != 1 || !answer.problems().isEmpty()) {
        wrong.add("after " + script.name() + " nothing is answered: " + answer.problems());
      }
    }
    slowest.entrySet().stream()
        .limit(10)
        .forEach(one -> System.out.println(-one.getKey() + " ms " + one.getValue()));
    assertEquals("", String.join("\n", wrong));
    for (int i = 0; i < 50 && tideThreads() > before; i++) {
      // what is done aside looks every ten milliseconds whether it is wanted
      Thread.sleep(20);
    }
    assertTrue(tideThreads() <= before, "threads that are left behind");
  }

  @Test
  void aScriptThatIsStoppedKeepsWhatItHasShown() {
    Outcome outcome =
        Tide.builder()
            .untrusted()
            .build()
            .compile("model", "show 1 + 1\nshow sum(1..1e9)\nshow 2 + 2")
            .run();
    assertEquals(1, outcome.shown().size());
    assertEquals("E0924", outcome.problems().get(0).code());
    assertFalse(outcome.noSolution());
  }

  @Test
  void otherThreadsAreNotHinderedByAScriptThatIsStopped() throws Exception {
    Limits patient = Limits.untrusted().toBuilder().time(Duration.ofSeconds(20)).build();
    Tide tide = Tide.builder().untrusted().limits(patient).build();
    HostileScript hostile =
        HostileScript.of(
            "hostile",
            "// E0921 memory\n// --limit memory=30MB\n"
                + "show length([[x * y for x in 1..90_000] for y in 1..10_000])");
    Limits most = hostile.most().toBuilder().time(Duration.ofSeconds(20)).build();
    Tide limited = Tide.builder().untrusted().limits(most).build();
    Program good =
        tide.compile("good", "param a = 1 to 10\nshow sample(a * 2, draws: 500, seed: 1).mean");
    String alone = ResultText.of(good.run().shown().get(0));
    Future<End> bad = RUNNER.submit(() -> end(limited, hostile));
    int answers = 0;
    do {
      Outcome outcome = good.run();
      assertEquals(List.of(), outcome.problems());
      assertEquals(alone, ResultText.of(outcome.shown().get(0)));
      answers++;
    } while (!bad.isDone());
    assertTrue(answers > 0);
    assertEquals(Set.of("E0921"), bad.get().codes());
  }

  @Test
  void anOverrideFromStrangersIsHeldToTheLimitsAsWell() {
    Limits patient = Limits.untrusted().toBuilder().time(Duration.ofSeconds(20)).build();
    Tide tide = Tide.builder().untrusted().limits(patient).build();
    Program program = tide.compile("model", "param r = 5\nfn f(n: 1) -> 1 = f(n + 1)\nshow 2 * r");
    assertEquals(List.of(), codes(program.with("r", "6")));
    assertEquals(List.of("E0929"), codes(program.with("r", "(".repeat(80) + "1")));
    assertEquals(List.of("E0928"), codes(program.with("r", " ".repeat(400_000) + "1")));
    assertEquals("E0923", program.with("r", "f(1)").run().problems().get(0).code());
    // and the program is as good as it was
    assertEquals(1, program.run().shown().size());
  }

  private static List<String> codes(Program program) {
    return program.diagnostics().stream().map(Diagnostic::code).toList();
  }

  @Test
  void limitsAreReadAsTheCommandLineWritesThem() {
    Limits limits =
        Limits.untrusted().toBuilder().written("time=2s").written("memory=64MB").build();
    assertEquals(Duration.ofSeconds(2), limits.time().orElseThrow());
    assertEquals(64_000_000, limits.of("memory"));
    assertFalse(limits.allowsForeignCode());
    assertTrue(Limits.none().allowsForeignCode());
    Limits exact =
        limits.toBuilder()
            .time(Duration.ofNanos(1_234_567))
            .memoryBytes(1_234_567_890_123L)
            .fileBytes(1_234)
            .draws(Long.MAX_VALUE - 1)
            .foreignCode(true)
            .build();
    for (Limits written : List.of(limits, exact, Limits.none(), Limits.untrusted())) {
      Limits.Builder read = Limits.untrusted().toBuilder();
      written.toString().lines().forEach(read::written);
      assertEquals(written, read.build());
    }
    Limits.Builder longest = Limits.untrusted().toBuilder().time(Duration.ofDays(200_000));
    assertTrue(longest.build().time().isEmpty());
    for (String wrong : List.of("time=2", "memory=-1MB", "draws=many", "speed=3", "draws=0", "x")) {
      try {
        Limits.untrusted().toBuilder().written(wrong);
        throw new AssertionError(wrong + " is taken");
      } catch (IllegalArgumentException expected) {
        assertFalse(expected.getMessage().isBlank());
      }
    }
  }
}
