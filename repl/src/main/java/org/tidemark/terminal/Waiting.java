package org.tidemark.terminal;

import org.tidemark.model.LongWork;
import org.tidemark.model.ProgressListener;
import org.tidemark.render.progress.Looking;
import org.tidemark.render.progress.ProgressDisplay;

/** Shows those who wait for an answer how far long work has come. */
final class Waiting implements ProgressListener, AutoCloseable {
  private final ProgressDisplay display;
  private Looking looking;

  Waiting(ProgressDisplay display) {
    this.display = display;
  }

  @Override
  public synchronized void begins(LongWork work) {
    display.begins(work);
    if (looking == null) {
      looking = Looking.at(display::look);
    }
  }

  @Override
  public void ends(LongWork work) {
    display.ends(work);
  }

  /** The answer is there: nobody looks until long work begins again. */
  @Override
  public synchronized void close() {
    if (looking != null) {
      looking.close();
      looking = null;
    }
  }
}
