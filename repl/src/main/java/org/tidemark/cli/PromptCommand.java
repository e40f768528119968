package org.tidemark.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.tidemark.api.Documentation;
import org.tidemark.api.Tide;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.render.ClaimText;
import org.tidemark.render.ResultText;
import org.tidemark.session.Answer;
import org.tidemark.session.Part;
import org.tidemark.session.Session;

/** The prompt without arguments: reads lines, for people and for pipes. */
final class PromptCommand {
  private static final String HELP =
      """
      Type a definition to keep it, an expression to see its value.
        r = 5 %/year        a definition; typed again, it replaces the first
        2 * r               an expression
        :doc NAME           documentation of a name
        :list               the names defined so far
        :help               this page
        :quit               leave; so does Ctrl-D
      An entry goes on to the next line while a bracket is open; an empty line ends it.
      """;

  private final Console console;
  private final Tide tide;
  private final Session session;

  private PromptCommand(Console console) {
    this.console = console;
    this.tide = Execution.tide();
    this.session = new Session(tide, console.folder());
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
        if (!command(line.strip())) {
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

  /** Obeys a line that begins with a colon; false to leave. */
  private boolean command(String line) {
    String[] words = line.split("\\s+", 2);
    switch (words[0]) {
      case ":quit", ":q", ":exit" -> {
        return false;
      }
      case ":help", ":h", ":?" -> console.result(HELP);
      case ":list" -> {
        for (String name : session.definitions()) {
          console.result(name.concat("\n"));
        }
      }
      case ":doc" -> document(words.length < 2 ? "" : words[1].strip());
      default ->
          console.report(
              List.of(
                  Diagnostic.error("E0802", "there is no command ".concat(words[0]))
                      .withHelp(":help lists the commands")));
    }
    return true;
  }

  private void document(String name) {
    if (name.isEmpty()) {
      console.report(
          List.of(
              Diagnostic.error("E0802", ":doc needs a name").withHelp("for example :doc sqrt")));
      return;
    }
    Optional<Documentation> page = session.describe(name);
    if (page.isPresent()) {
      console.result(DocCommand.text(page.get()));
    } else {
      console.report(List.of(DocCommand.unknown(name, tide.suggestions(name))));
    }
  }

  private void answer(String entry) {
    if (entry.isBlank()) {
      return;
    }
    Answer answer;
    try {
      answer = session.evaluate(entry);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError bug) {
      Bug.report(bug, console);
      return;
    }
    for (Part part : answer.parts()) {
      if (part instanceof Part.Result result) {
        console.result(ResultText.of(result.shown()));
      } else if (part instanceof Part.Claims claims) {
        console.result(ClaimText.of(claims.claims()));
      }
    }
    console.report(answer.diagnostics());
  }
}
