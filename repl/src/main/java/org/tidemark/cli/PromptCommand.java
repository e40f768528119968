package org.tidemark.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.tidemark.render.ClaimText;
import org.tidemark.render.ResultText;
import org.tidemark.session.Answer;
import org.tidemark.session.Derivation;
import org.tidemark.session.Part;
import org.tidemark.session.Session;
import org.tidemark.spi.value.ValueText;

/** The prompt without arguments: reads lines, for people and for pipes. */
final class PromptCommand {
  private final Console console;
  private final Session session;

  private PromptCommand(Console console) {
    this.console = console;
    this.session = new Session(Execution.tide(), console.folder());
  }

  static int execute(Console console) {
    return new PromptCommand(console).converse();
  }

  private int converse() {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(console.in(), StandardCharsets.UTF_8));
    if (console.interactive()) {
      console.result(Version.text().concat(". :help explains, :quit leaves.\n"));
    }
    StringBuilder entry = new StringBuilder();
    while (true) {
      prompt(entry.length() == 0 ? "tide> " : "    | ");
      String line = read(lines);
      if (line == null) {
        answer(entry.toString());
        prompt("\n");
        return ExitStatus.FINE;
      }
      if (entry.length() == 0 && line.strip().startsWith(":")) {
        if (tell(() -> session.obey(line.strip()))) {
          return ExitStatus.FINE;
        }
        continue;
      }
      entry.append(line).append('\n');
      if (line.isBlank() || !Session.isIncomplete(entry.toString())) {
        answer(entry.toString());
        entry.setLength(0);
      }
      if (console.out().checkError()) {
        return ExitStatus.FINE;
      }
    }
  }

  private void prompt(String text) {
    if (console.interactive()) {
      console.result(text);
    }
    console.flush();
  }

  private static String read(BufferedReader lines) {
    try {
      return lines.readLine();
    } catch (IOException e) {
      return null;
    }
  }

  private void answer(String entry) {
    if (entry.isBlank()) {
      return;
    }
    tell(() -> session.evaluate(entry));
  }

  /** Says what came of something; true to leave. */
  private boolean tell(Supplier<Answer> work) {
    Answer answer;
    try {
      answer = work.get();
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError bug) {
      Bug.report(bug, console);
      return false;
    }
    for (Part part : answer.parts()) {
      if (part instanceof Part.Result result) {
        console.result(ResultText.of(result.shown()));
      } else if (part instanceof Part.Claims claims) {
        console.result(ClaimText.of(claims.claims()));
      } else if (part instanceof Part.Text text) {
        console.result(text.lines());
      } else if (part instanceof Part.Page page) {
        console.result(DocCommand.text(page.documentation()));
      } else if (part instanceof Part.Change change) {
        console.result(
            change.name()
                + ": "
                + change.before().map(ValueText::of).orElse("nothing")
                + " → "
                + change.after().map(ValueText::of).orElse("nothing")
                + "\n");
      } else if (part instanceof Part.Tree tree) {
        tree(tree.derivation(), "");
      }
    }
    console.report(answer.diagnostics());
    return answer.leaves();
  }

  private void tree(Derivation derivation, String indent) {
    console.result(
        indent
            + derivation.name()
            + " = "
            + ValueText.brief(derivation.value())
            + derivation.grade().map(grade -> "  (" + grade.word() + ")").orElse("")
            + (derivation.seen() ? "  (see above)" : "")
            + "\n");
    derivation.parts().forEach(part -> tree(part, indent + "  "));
    if (derivation.left() > 0) {
      console.result(indent + "  and " + derivation.left() + " more\n");
    }
  }
}
