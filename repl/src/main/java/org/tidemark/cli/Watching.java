package org.tidemark.cli;

import org.tidemark.model.LongWork;
import org.tidemark.model.ProgressListener;
import org.tidemark.model.Watch;
import org.tidemark.render.progress.Looking;
import org.tidemark.render.progress.ProgressDisplay;
import org.tidemark.terminal.Interrupts;

/**
 * Watches a run for a command: shows long work on standard error, and lets Ctrl-C end it with what
 * is done, a second Ctrl-C at once. Loads what that needs when long work begins.
 */
final class Watching implements ProgressListener {
  /** From then on Ctrl-C is caught; before, there is little to keep. */
  private static final long CATCHING_NANOS = 200_000_000;

  private final Console console;
  private volatile Watch watch;
  private ProgressDisplay display;
  private volatile long began = Long.MAX_VALUE;
  private volatile boolean caught;

  Watching(Console console) {
    this.console = console;
  }

  /** For a run, the next one. */
  Watch next() {
    watch = new Watch(this);
    return watch;
  }

  /** Whether somebody ended the last run early. */
  boolean isStopped() {
    return watch.isAsked();
  }

  @Override
  public void begins(LongWork work) {
    if (console.progress() == Console.Showing.NOTHING) {
      return;
    }
    if (display == null) {
      display =
          switch (console.progress()) {
            case IN_PLACE ->
                ProgressDisplay.inPlace(this::write, System::nanoTime, new TerminalWidth());
            case LINES -> ProgressDisplay.lines(this::write, System::nanoTime);
            default -> ProgressDisplay.lines(text -> {}, System::nanoTime);
          };
      Looking.at(this::look);
    }
    began = System.nanoTime();
    display.begins(work);
  }

  @Override
  public void ends(LongWork work) {
    if (display != null) {
      began = Long.MAX_VALUE;
      display.ends(work);
    }
  }

  private void look() {
    long since = began;
    if (!caught && since != Long.MAX_VALUE && System.nanoTime() - since > CATCHING_NANOS) {
      caught = true;
      Interrupts.on(this::interrupted);
    }
    display.look();
  }

  private void interrupted() {
    if (watch.isAsked()) {
      Runtime.getRuntime().halt(ExitStatus.STOPPED);
    }
    watch.finish();
  }

  private synchronized void write(String text) {
    console.err().print(text);
    console.err().flush();
  }
}
