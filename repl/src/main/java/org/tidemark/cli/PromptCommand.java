package org.tidemark.cli;

import java.util.List;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.model.Exported;
import org.tidemark.session.Session;
import org.tidemark.terminal.Prompt;
import org.tidemark.terminal.Streams;

/** The command without arguments: the prompt, for people and for pipes. */
final class PromptCommand {
  private PromptCommand() {}

  static int execute(Console console) {
    Streams streams = new Streams(console.in(), console.out(), console.err(), console.colour());
    Prompt prompt =
        new Prompt(
            streams,
            () -> new Session(Execution.tide(), console.folder()),
            exports -> write(exports, console),
            bug -> Bug.report(bug, console));
    if (console.interactive()) {
      prompt.converse(Version.text().concat(". :help explains, :quit leaves."));
    } else {
      prompt.readAll();
    }
    return ExitStatus.FINE;
  }

  private static List<Diagnostic> write(List<Exported> exports, Console console) {
    ExportFiles files = new ExportFiles(console.folder(), console);
    files.write(exports);
    return files.problems();
  }
}
