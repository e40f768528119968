package org.tidemark.cli;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.tidemark.api.Tide;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.model.Exported;
import org.tidemark.session.Session;
import org.tidemark.terminal.Prompt;
import org.tidemark.terminal.Streams;

/** The command without arguments: the prompt, for people and for pipes. */
final class PromptCommand {
  private PromptCommand() {}

  static int execute(Console console) {
    if (console.interactive()) {
      prompt(console).converse(Version.text().concat(". :help explains, :quit leaves."));
    } else {
      prompt(console).readAll();
    }
    return ExitStatus.FINE;
  }

  /** A prompt that has yet to begin. */
  static Prompt prompt(Console console) {
    // a plugin must not meet the values of another copy of itself
    AtomicReference<Tide> tide = new AtomicReference<>();
    return new Prompt(
        new Streams(console.in(), console.out(), console.err(), console.colour()),
        () -> new Session(once(tide), console.folder()),
        exports -> write(exports, once(tide), console),
        bug -> Bug.report(bug, console),
        console.progress() == Console.Showing.LINES
            || console.progress() == Console.Showing.IN_PLACE);
  }

  private static Tide once(AtomicReference<Tide> made) {
    return made.updateAndGet(tide -> tide == null ? Execution.tide() : tide);
  }

  private static List<Diagnostic> write(List<Exported> exports, Tide tide, Console console) {
    ExportFiles files = new ExportFiles(tide, console.folder(), console);
    files.write(exports);
    return files.problems();
  }
}
