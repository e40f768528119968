package org.tidemark.terminal;

import org.jline.utils.Signals;

/** Ctrl-C of a process that shows no prompt. */
public final class Interrupts {
  private Interrupts() {}

  /** From now on, Ctrl-C does this instead of ending the process. */
  public static void on(Runnable action) {
    Signals.register("INT", action);
  }
}
