package org.tidemark.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.tidemark.session.Session;
import org.tidemark.terminal.Prompt;

/** What the launcher runs once to record the classes that runs and the prompt need. */
public final class Training {
  private Training() {}

  /** Runs a command line, then the prompt on a terminal that nobody sees. */
  public static void main(String[] words) throws IOException {
    Main.run(words, System.in, System.out, System.err);
    Version.text();
    Prompt.rehearse(() -> new Session(Execution.tide(), Path.of("")));
    System.exit(ExitStatus.FINE);
  }
}
