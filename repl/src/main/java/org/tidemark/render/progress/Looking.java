package org.tidemark.render.progress;

/** A thread that has a display look at the work under way ten times a second. */
public final class Looking implements AutoCloseable {
  private static final long BETWEEN_MILLIS = 100;

  private final Thread thread;
  private volatile boolean over;

  private Looking(Runnable look) {
    thread =
        new Thread(
            () -> {
              try {
                while (!over) {
                  Thread.sleep(BETWEEN_MILLIS);
                  look.run();
                }
              } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
              }
            },
            "tide-progress");
    thread.setDaemon(true);
    thread.start();
  }

  /** Begins; what is done each time is to be quick. */
  public static Looking at(Runnable look) {
    return new Looking(look);
  }

  /** Ends, without waiting. */
  @Override
  public void close() {
    over = true;
    thread.interrupt();
  }
}
