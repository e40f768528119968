package org.tidemark.fuzz;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.tidemark.api.Limits;
import org.tidemark.api.Program;
import org.tidemark.api.Tide;
import org.tidemark.api.TideException;
import org.tidemark.model.Outcome;
import org.tidemark.model.Shown;
import org.tidemark.model.Watch;
import org.tidemark.render.ClaimText;
import org.tidemark.render.JsonReport;
import org.tidemark.render.PredictionText;
import org.tidemark.render.Report;
import org.tidemark.render.ResultText;
import org.tidemark.render.report.HtmlReport;
import org.tidemark.render.report.ReportContent;

/** Answers of any sound script: the same each time, in time, and they can be shown. */
public final class EvaluatorFuzz {
  /** A run that takes longer is asked to quit, and then has the rest of a second to do so. */
  private static final long BUDGET_MILLIS = 400;

  /** What is no longer than this is run twice. */
  private static final long QUICK_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  /** What a stranger's script may cost; a second and 512 MB are not to be reached. */
  private static final Limits LIMITS =
      Limits.untrusted().toBuilder()
          .time(Duration.ofMillis(BUDGET_MILLIS))
          .memoryBytes(400_000_000)
          .build();

  /** Time and memory that a run takes are not the same each time. */
  private static final Set<String> PASSING = Set.of("E0920", "E0921");

  /** It holds more than there is room for. */
  private static final String FULL = "more memory than there is";

  private static final Tide TRUSTED = Tide.builder().build();
  private static final Tide UNTRUSTED = Tide.builder().untrusted().limits(LIMITS).build();

  private static final ScheduledExecutorService CLOCK =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "fuzz-clock");
            thread.setDaemon(true);
            return thread;
          });

  private EvaluatorFuzz() {}

  /** Tries one input. */
  public static void fuzzerTestOneInput(byte[] input) {
    ScriptInput script = ScriptInput.of(input);
    // most within the limits for strangers, some without, as the command runs them
    boolean trusted = (script.text().hashCode() & 3) == 0;
    Tide tide = trusted ? TRUSTED : UNTRUSTED;
    Optional<Program> sound = ScriptInput.sound(tide, script.text());
    if (sound.isEmpty()) {
      return;
    }
    Program program = ScriptInput.set(sound.get(), script.settings());
    long start = System.nanoTime();
    // nothing limits what those allocate in all whom one trusts
    Optional<String> first =
        trusted
            ? Bounds.inTime("running", () -> shown(program))
            : Bounds.within("running", () -> shown(program));
    boolean quick = System.nanoTime() - start < QUICK_NANOS;
    Optional<String> second = quick ? shown(program) : Optional.empty();
    if (first.isPresent() && second.isPresent() && !first.equals(second)) {
      throw new AssertionError("it runs otherwise the second time:\n" + first + second);
    }
  }

  /** All that is shown of a run; absent where it took too long. */
  private static Optional<String> shown(Program program) {
    Watch watch = Watch.none();
    ScheduledFuture<?> bell = CLOCK.schedule(watch::quit, BUDGET_MILLIS, TimeUnit.MILLISECONDS);
    Outcome outcome;
    try {
      outcome = program.run(watch);
    } catch (TideException stopped) {
      if (stopped.isStopped()) {
        return Optional.empty();
      }
      throw stopped;
    } finally {
      bell.cancel(false);
    }
    StringBuilder all = new StringBuilder(Wording.of(outcome.problems()));
    for (Shown shown : outcome.shown()) {
      all.append(ResultText.of(shown));
    }
    all.append(ClaimText.of(outcome.claims())).append(PredictionText.of(outcome.predictions()));
    Report report =
        new Report(
            outcome.shown(),
            outcome.asserts(),
            outcome.claims(),
            outcome.predictions(),
            List.of(),
            outcome.problems());
    String json = JsonReport.of(report);
    all.append(json);
    if ((json.hashCode() & 7) == 0) {
      // ten times the work of all the rest
      all.append(html(report));
    }
    if (outcome.problems().stream().anyMatch(problem -> problem.message().contains(FULL))) {
      throw new AssertionError("it holds more than the heap has room for: " + outcome.problems());
    }
    boolean passing =
        watch.isAsked()
            || outcome.problems().stream().anyMatch(problem -> PASSING.contains(problem.code()));
    return passing ? Optional.empty() : Optional.of(all.toString());
  }

  private static String html(Report report) {
    StringWriter page = new StringWriter();
    try {
      HtmlReport.write(
          new ReportContent(TRUSTED.outline("fuzz", ""), report, List.of(), "Tide", Instant.EPOCH),
          page);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return page.toString();
  }
}
