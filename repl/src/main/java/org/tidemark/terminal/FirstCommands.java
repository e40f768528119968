package org.tidemark.terminal;

import java.util.List;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.session.Answer;
import org.tidemark.session.Part;
import org.tidemark.session.Session;

/** The commands, as far as the session does not obey them itself. */
final class FirstCommands {
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

  private FirstCommands() {}

  static Answer obey(Session session, String line) {
    String[] words = line.split("\\s+", 2);
    return switch (words[0]) {
      case ":quit", ":q", ":exit" -> new Answer(true, List.of(), true);
      case ":help", ":h", ":?" -> text(HELP);
      case ":list" -> text(String.join("\n", session.definitions()));
      case ":doc" -> document(session, words.length < 2 ? "" : words[1].strip());
      default -> session.obey(line);
    };
  }

  private static Answer text(String lines) {
    return new Answer(true, List.of(new Part.Text(lines)), false);
  }

  private static Answer document(Session session, String name) {
    return session
        .describe(name)
        .map(page -> new Answer(true, List.of(new Part.Page(page)), false))
        .orElseGet(
            () ->
                new Answer(
                    false,
                    List.of(
                        new Part.Problem(
                            Diagnostic.error("E0805", "there is no documentation of ".concat(name))
                                .withHelp("name a function, a unit, a kind or a module"))),
                    false));
  }
}
