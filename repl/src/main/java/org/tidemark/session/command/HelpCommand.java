package org.tidemark.session.command;

import java.util.List;
import java.util.Optional;
import org.tidemark.api.Documentation;
import org.tidemark.session.Answer;
import org.tidemark.session.Part;
import org.tidemark.session.Session;

/** {@code :help}. */
final class HelpCommand implements Command {
  private static final String INTRODUCTION =
      """
      Type a definition to keep it, an expression to see its value.
        r = 5 %/year    a definition; typed again, it replaces the first
        2 * r           an expression; `ans` is its value afterwards
        2 * ?           says what would fit where a value belongs
      An entry goes on to the next line while a bracket is open. Tab completes names,
      fields, units, files and commands; Ctrl-C stops what is running.

      """;

  /** Where the right column of the list begins. */
  private static final int COLUMN = 24;

  private static final int GAP = 2;

  /** No line is longer, so that none is broken on a terminal of 80 columns. */
  private static final int WIDTH = 79;

  @Override
  public String name() {
    return "help";
  }

  @Override
  public List<String> aliases() {
    return List.of("h", "?");
  }

  @Override
  public String arguments() {
    return "[COMMAND]";
  }

  @Override
  public String summary() {
    return "the commands, or more about one of them";
  }

  @Override
  public String help() {
    return "";
  }

  @Override
  public List<String> examples() {
    return List.of(":help", ":help why");
  }

  @Override
  public Answer obey(Session session, String argument) {
    if (argument.isEmpty()) {
      return Answers.text(INTRODUCTION + table());
    }
    Optional<Command> command = Commands.standard().find(argument);
    return command.isPresent()
        ? Answers.parts(List.of(new Part.Page(page(command.get()))))
        : Commands.standard().unknown(argument);
  }

  private static String table() {
    StringBuilder text = new StringBuilder();
    for (Command command : Commands.standard().all()) {
      String usage = "  " + command.usage();
      text.append(usage);
      if (usage.length() + GAP > COLUMN) {
        text.append('\n').append(" ".repeat(COLUMN));
      } else {
        text.append(" ".repeat(COLUMN - usage.length()));
      }
      wrap(command.summary(), text);
    }
    return text.toString();
  }

  /** Breaks words of the right column into lines that fit narrow terminals. */
  private static void wrap(String words, StringBuilder text) {
    int column = COLUMN;
    for (String word : words.split(" ")) {
      if (column > COLUMN && column + 1 + word.length() > WIDTH) {
        text.append('\n').append(" ".repeat(COLUMN));
        column = COLUMN;
      } else if (column > COLUMN) {
        text.append(' ');
        column++;
      }
      text.append(word);
      column += word.length();
    }
    text.append('\n');
  }

  private static Documentation page(Command command) {
    StringBuilder text = new StringBuilder();
    text.append(Character.toUpperCase(command.summary().charAt(0)))
        .append(command.summary().substring(1))
        .append(".\n");
    if (!command.help().isEmpty()) {
      text.append('\n').append(command.help().strip()).append('\n');
    }
    text.append("\n```\n");
    command.examples().forEach(line -> text.append(line).append('\n'));
    text.append("```\n");
    return new Documentation(command.usage(), "command", text.toString());
  }
}
