package org.tidemark.cli;

import java.io.IOException;
import java.nio.file.Path;

/** What the launcher runs once to record the classes that runs and the prompt need. */
public final class Training {
  private Training() {}

  /** Runs a command line, then the prompt on a terminal that nobody sees. */
  public static void main(String[] words) throws IOException {
    Main.run(words, System.in, System.out, System.err);
    Version.text();
    PromptCommand.prompt(new Console(System.in, System.out, System.err, Path.of(""), true, true))
        .rehearse();
    System.exit(ExitStatus.FINE);
  }
}
