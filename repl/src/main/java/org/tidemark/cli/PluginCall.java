package org.tidemark.cli;

import java.io.IOException;
import org.tidemark.api.PluginProblem;
import org.tidemark.api.Tide;
import org.tidemark.spi.Problem;

/** Calls of what plugins add to the command: where they fail, the plugin is named. */
final class PluginCall {
  private PluginCall() {}

  /** What is done. */
  @FunctionalInterface
  interface Work {
    /** Does it. */
    void run() throws IOException;
  }

  /**
   * Does it.
   *
   * @throws Problem where the plugin says that it cannot be, or fails
   * @throws IOException where the plugin throws it
   */
  static void of(String what, Work work) throws IOException {
    try {
      work.run();
    } catch (RuntimeException | LinkageError | StackOverflowError | OutOfMemoryError failed) {
      if (failed instanceof Problem) {
        throw failed;
      }
      PluginProblem blamed = Tide.blame(failed, what).orElse(null);
      if (blamed == null) {
        throw failed;
      }
      throw Problem.of(blamed.code(), blamed.message())
          .withHelp("this is a mistake in the plugin, not in the script; tell its makers");
    }
  }
}
