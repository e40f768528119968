package org.tidemark.render.progress;

import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import org.tidemark.model.LongWork;
import org.tidemark.model.ProgressListener;

/**
 * Shows how far long work has come once it takes over a second: on a terminal as a bar that is
 * drawn anew in place and gone when the work is done, elsewhere as a line now and then.
 *
 * <p>It draws when it is asked to {@link #look}, some ten times a second; see {@link Looking}.
 */
public final class ProgressDisplay implements ProgressListener {
  private static final double FIRST = 1;
  private static final double[] LINES = {5, 10};
  private static final double LONG = 30;
  private static final int USUAL_WIDTH = 80;
  private static final String ERASE = "\r\u001b[K";

  private final Consumer<String> out;
  private final LongSupplier nanos;
  private final IntSupplier width;
  private volatile Shown current;

  /** Some work while it is watched. */
  private static final class Shown {
    private final LongWork work;
    private final long began;
    private final Pace pace = new Pace();
    private double last = Double.NEGATIVE_INFINITY;
    private boolean drawn;

    Shown(LongWork work, long began) {
      this.work = work;
      this.began = began;
    }
  }

  private ProgressDisplay(Consumer<String> out, LongSupplier nanos, IntSupplier width) {
    this.out = out;
    this.nanos = nanos;
    this.width = width;
  }

  /**
   * A bar in place.
   *
   * @param out takes what is to be written to the terminal, and writes it at once
   * @param nanos a clock, such as {@link System#nanoTime}
   * @param width of the terminal in columns; 0 where it is not known
   */
  public static ProgressDisplay inPlace(
      Consumer<String> out, LongSupplier nanos, IntSupplier width) {
    return new ProgressDisplay(out, nanos, width);
  }

  /**
   * Lines, each ended.
   *
   * @param out takes what is to be written
   * @param nanos a clock, such as {@link System#nanoTime}
   */
  public static ProgressDisplay lines(Consumer<String> out, LongSupplier nanos) {
    return new ProgressDisplay(out, nanos, null);
  }

  @Override
  public void begins(LongWork work) {
    current = new Shown(work, nanos.getAsLong());
  }

  @Override
  public void ends(LongWork work) {
    Shown shown = current;
    if (shown == null) {
      return;
    }
    current = null;
    synchronized (shown) {
      if (shown.drawn && width != null) {
        out.accept(ERASE);
      }
      shown.drawn = false;
    }
  }

  /** Shows how far the work under way has come, where it is time for that. */
  public void look() {
    Shown shown = current;
    if (shown == null) {
      return;
    }
    double seconds = (nanos.getAsLong() - shown.began) / 1e9;
    synchronized (shown) {
      if (seconds < FIRST || shown != current) {
        return;
      }
      double rate = shown.pace.at(seconds, shown.work.done());
      Reading reading =
          new Reading(
              shown.work.what(),
              shown.work.done(),
              shown.work.total(),
              shown.work.unit(),
              seconds,
              rate);
      if (width != null) {
        int columns = width.getAsInt();
        // the last column stays free, so that no terminal begins a new line
        String line = ProgressLine.bar(reading, (columns > 0 ? columns : USUAL_WIDTH) - 1);
        out.accept("\r".concat(line).concat("\u001b[K"));
        shown.drawn = true;
      } else if (seconds - shown.last >= LINES[seconds < LONG ? 0 : 1]) {
        out.accept(ProgressLine.plain(reading).concat("\n"));
        shown.last = seconds;
      }
    }
  }
}
