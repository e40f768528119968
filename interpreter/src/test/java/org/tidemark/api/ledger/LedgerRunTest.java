package org.tidemark.api.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tidemark.api.Tide;
import org.tidemark.api.TideException;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.model.LongWork;
import org.tidemark.model.PredictionRun;
import org.tidemark.model.ProgressListener;
import org.tidemark.model.Watch;

/** A ledger says how far its draws have come, and ends early with those that are done. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class LedgerRunTest {
  private static final int MANY = 1_000_000;
  private static final double ON = 2027;
  private static final String SCRIPT =
      """
      param rate = 1 to 4
      fn slow(x) = x + 0 * sum([k for k in 1..300])
      prediction fast "it is fast" { window = date(2026)..date(2029); event = slow(rate) > 2.5 }
      prediction sure "it comes" { window = date(2026)..date(2029); event = date(2028) }
      """;

  /** Asks to end when some draws are done. */
  private static final class Impatient implements ProgressListener {
    private final int enough;
    private final List<LongWork> seen = new ArrayList<>();
    private Watch watch;

    Impatient(int enough) {
      this.enough = enough;
    }

    @Override
    public void begins(LongWork work) {
      seen.add(work);
      Thread waiting =
          new Thread(
              () -> {
                while (work.done() < enough) {
                  Thread.onSpinWait();
                }
                watch.finish();
              });
      waiting.setDaemon(true);
      waiting.start();
    }

    @Override
    public void ends(LongWork work) {
      assertTrue(seen.contains(work));
    }
  }

  private static LedgerRun run(Watch watch, int draws) {
    PredictionRun run = Tide.builder().build().compile("slow.tide", SCRIPT).predictions(watch);
    return new LedgerRun(run, List.of(), ON, draws, 1);
  }

  @Test
  void keepsTheDrawsThatAreDone() {
    Impatient impatient = new Impatient(500);
    Watch watch = new Watch(impatient);
    impatient.watch = watch;
    LedgerRun run = run(watch, MANY);
    Ledger ledger = run.ledger();

    assertEquals(1, impatient.seen.size());
    LongWork work = impatient.seen.get(0);
    assertEquals("drawing for the predictions", work.what());
    assertEquals(MANY, work.total());
    assertEquals("draws", work.unit());
    assertTrue(work.isKeepable());

    long done = ledger.partial().orElseThrow().done();
    assertTrue(done >= 1 && done < MANY, () -> "" + done);
    Chance kept = ledger.entries().get(0).chance().orElseThrow();
    assertEquals(done, kept.draws() + kept.failed());
    List<String> said = run.problems().stream().map(Diagnostic::code).toList();
    assertEquals(List.of("W0301"), said);

    Ledger whole = run(Watch.none(), (int) done).ledger();
    assertEquals(kept, whole.entries().get(0).chance().orElseThrow());
    assertTrue(whole.partial().isEmpty());
  }

  /** What rests on nothing uncertain needs no draws, and is there all the same. */
  @Test
  void saysWhatNeedsNoDraws() {
    Impatient impatient = new Impatient(100);
    Watch watch = new Watch(impatient);
    impatient.watch = watch;
    Ledger ledger = run(watch, MANY).ledger();
    Chance sure = ledger.entries().get(1).chance().orElseThrow();
    assertEquals(1, sure.value());
    assertTrue(sure.error().isEmpty());
  }

  @Test
  void endsAtOnceBeforeAnythingIsDone() {
    Watch watch = Watch.none();
    watch.quit();
    TideException failure = assertThrows(TideException.class, () -> run(watch, MANY).ledger());
    assertTrue(failure.isStopped());
  }

  /** Rows of a joint prediction differ in words and have one chance; in what it says, their own. */
  @Test
  void rowsOfOnePredictionHoldTogether() {
    String script =
        """
        param rate = 1 to 4
        prediction one "one" { window = date(2026)..date(2029); event = rate > 2 }
        prediction row "other words" extends one { item = "a row"; rows = ["r"]; credence = 10 % }
        prediction other extends one { event = rate > 3 }
        prediction again extends other { item = "a row of the other" }
        """;
    PredictionRun run =
        Tide.builder().build().compile("rows.tide", script).predictions(Watch.none());
    Ledger ledger = new LedgerRun(run, List.of(), ON, 4000, 1).ledger();
    List<Double> chances =
        ledger.entries().stream().map(entry -> entry.chance().orElseThrow().value()).toList();
    // the median is 2, and P(rate > 3) = 1 - Phi(1.645 ln(3/2) / ln 2)
    assertEquals(0.5, chances.get(0), 0.05);
    assertEquals(chances.get(0), chances.get(1));
    assertEquals(0.168, chances.get(2), 0.03);
    assertEquals(chances.get(2), chances.get(3));
  }
}
