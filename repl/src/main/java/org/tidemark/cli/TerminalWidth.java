package org.tidemark.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.IntSupplier;

/** How wide the terminal of this process is: asked now and then, since it may be resized. */
final class TerminalWidth implements IntSupplier {
  private static final File TERMINAL = new File("/dev/tty");
  private static final long BETWEEN_NANOS = 2_000_000_000L;

  private int columns;
  private long asked;

  @Override
  public int getAsInt() {
    long now = System.nanoTime();
    if (asked == 0 || now - asked > BETWEEN_NANOS) {
      asked = now;
      columns = ask();
    }
    return columns;
  }

  /** 0 where nobody says. */
  private static int ask() {
    try {
      Process process =
          new ProcessBuilder("stty", "size")
              .redirectInput(TERMINAL)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String answer =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
      return Integer.parseInt(answer.substring(answer.indexOf(' ') + 1));
    } catch (IOException | NumberFormatException untold) {
      return 0;
    }
  }
}
