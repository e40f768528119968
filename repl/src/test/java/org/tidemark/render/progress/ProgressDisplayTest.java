package org.tidemark.render.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tidemark.api.Tide;
import org.tidemark.model.LongWork;
import org.tidemark.model.ProgressListener;
import org.tidemark.model.Watch;
import org.tidemark.render.PlainText;

class ProgressDisplayTest {
  private static final Reading HALF =
      new Reading("sampling nash.time", 61_842, 100_000, "draws", 8.7, 7_123);

  private final List<String> written = new ArrayList<>();
  private long nanos = 5_000_000_000L;

  @Test
  void aBarSaysAllThatFits() {
    assertEquals(
        "sampling nash.time  ████████████░░░░░░░░  61 %  61,842 of 100,000 draws  7,100/s  6 s left",
        ProgressLine.bar(HALF, 100));
    assertEquals(
        "sampling nash.time  ████████████░░░░░░░░  61 %  61,842 of 100,000 draws  6 s left",
        ProgressLine.bar(HALF, 84));
    assertEquals("sampling nash.time  ████░░░░  61 %  6 s left", ProgressLine.bar(HALF, 50));
    assertEquals("sampling nash…  ████░░░░  61 %  6 s left", ProgressLine.bar(HALF, 40));
    for (int width = 5; width < 120; width++) {
      int taken = PlainText.width(ProgressLine.bar(HALF, width));
      assertTrue(taken <= width, width + " columns, and it takes " + taken);
    }
  }

  @Test
  void aLineIsHonestAboutWhatIsNotKnown() {
    assertEquals(
        "sampling nash.time: 61 % (61,842 of 100,000 draws), 6 s left", ProgressLine.plain(HALF));
    assertEquals(
        "minimising cost: 1,234 points so far, 75 s".replace("75 s", "1 min 15 s"),
        ProgressLine.plain(new Reading("minimising cost", 1234, 0, "points", 75.9, 10)));
    assertEquals(
        "solving the game duopoly: 12 s",
        ProgressLine.plain(new Reading("solving the game duopoly", 0, 0, "", 12.3, Double.NaN)));
    assertEquals(
        "integrating wave: 99 %, 1 s left",
        ProgressLine.plain(new Reading("integrating wave", 9_999, 10_000, "", 40, 100)));
    assertEquals(
        "a b: 0 % (0 of 5 rows), 3 s",
        ProgressLine.plain(new Reading("a\nb", 0, 5, "rows", 3, Double.NaN)));
    assertEquals(
        "sweeping r: 10 % (1 of 10 rows), 2 h 30 min left",
        ProgressLine.plain(new Reading("sweeping r", 1, 10, "rows", 1000, 0.001)));
  }

  @Test
  void thePaceFollowsAChangeAndNotAStumble() {
    Pace pace = new Pace();
    assertTrue(Double.isNaN(pace.at(1, 1_000)));
    assertTrue(Double.isNaN(pace.at(2, 2_000)));
    for (int i = 3; i < 100; i++) {
      assertEquals(1_000, pace.at(i, 1_000L * i), 1e-6);
    }
    double stumbled = pace.at(100, 99_000);
    assertTrue(stumbled > 700 && stumbled < 1_000, "after a second without any: " + stumbled);
    double faster = 0;
    for (int i = 1; i <= 20; i++) {
      faster = pace.at(100 + i, 99_000 + 5_000L * i);
    }
    assertEquals(5_000, faster, 50);
  }

  /** Work that gathers speed for some seconds, as all work does: what is told is nearly right. */
  @Test
  void noTimeIsToldWhileWorkGathersSpeed() {
    for (double warm = 0.5; warm <= 8; warm *= 2) {
      Pace pace = new Pace();
      double full = 250_000;
      long total = Math.round(full * 40);
      double left = Double.NaN;
      double first = Double.NaN;
      double seconds = 1;
      for (; gathered(seconds, warm, full) < total; seconds += 0.1) {
        long done = Math.round(gathered(seconds, warm, full));
        left = new Reading("w", done, total, "draws", seconds, pace.at(seconds, done)).left();
        if (!Double.isNaN(left)) {
          double truth = 40 - gathered(seconds, warm, full) / full;
          truth += Math.max(0, warm - seconds) / 2;
          assertTrue(
              left < 2 * truth + 1 && left > truth / 2 - 1, warm + ": " + left + " " + truth);
          first = Double.isNaN(first) ? seconds : first;
        }
      }
      assertTrue(first < 4 + warm, "told from " + first + " s on, warm after " + warm + " s");
      assertEquals(0, left, 0.3);
    }
  }

  /** What is done after some seconds of work that is a hundredth as fast at first. */
  private static double gathered(double seconds, double warm, double full) {
    double rising = Math.min(seconds, warm);
    double slow = full / 100;
    double growth = Math.log(full / slow) / warm;
    return slow * Math.expm1(growth * rising) / growth + full * (seconds - rising);
  }

  @Test
  void ofLongStepsSeveralCount() {
    Pace pace = new Pace();
    double rate = Double.NaN;
    for (double seconds = 1; seconds < 100; seconds += 0.1) {
      // a step of 6 s behind one of 4 s
      long done = (long) (seconds / 10) * 2 + (seconds % 10 >= 4 ? 1 : 0);
      rate = pace.at(seconds, done);
      assertTrue(Double.isNaN(rate) || rate > 0.13 && rate < 0.3, seconds + " s: " + rate);
    }
    assertEquals(0.2, rate, 0.04);
  }

  @Test
  void linesComeAfterASecondAndThenNowAndThen() {
    ProgressDisplay display = ProgressDisplay.lines(written::add, () -> nanos);
    watched(
        display,
        work -> {
          for (int tenth = 0; tenth < 600; tenth++) {
            display.look();
            nanos += 100_000_000L;
          }
        });
    // at 1, 6, 11, 16, 21, 26, then every ten seconds
    assertEquals(9, written.size());
    assertTrue(written.get(0).startsWith("sampling 2 * a: "), written.get(0));
    assertTrue(written.stream().allMatch(line -> line.endsWith("\n")));
    display.look();
    assertEquals(9, written.size());
  }

  @Test
  void shortWorkIsNotShown() {
    ProgressDisplay display = ProgressDisplay.inPlace(written::add, () -> nanos, () -> 60);
    watched(
        display,
        work -> {
          nanos += 990_000_000L;
          display.look();
        });
    assertEquals(List.of(), written);
  }

  @Test
  void aBarIsDrawnInPlaceAndErased() {
    ProgressDisplay display = ProgressDisplay.inPlace(written::add, () -> nanos, () -> 60);
    watched(
        display,
        work -> {
          nanos += 1_100_000_000L;
          display.look();
          nanos += 100_000_000L;
          display.look();
        });
    assertEquals(3, written.size());
    for (String drawn : written) {
      assertTrue(drawn.startsWith("\r") && drawn.endsWith("\u001b[K") && !drawn.contains("\n"));
    }
    assertEquals("\r\u001b[K", written.get(2));
  }

  private interface Meanwhile {
    void at(LongWork work);
  }

  /** Does something in the middle of a short sample. */
  private static void watched(ProgressDisplay display, Meanwhile meanwhile) {
    ProgressListener listener =
        new ProgressListener() {
          @Override
          public void begins(LongWork work) {
            display.begins(work);
            meanwhile.at(work);
          }

          @Override
          public void ends(LongWork work) {
            display.ends(work);
          }
        };
    Tide.builder()
        .build()
        .compile("work", "param a = 1 to 10\nshow sample(2 * a, draws: 10).mean")
        .run(new Watch(listener));
  }
}
