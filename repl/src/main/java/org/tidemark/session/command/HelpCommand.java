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
      An entry goes on to the next line while a bracket is open.

      """;

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
    int width = 0;
    for (Command command : Commands.standard().all()) {
      width = Math.max(width, command.usage().length());
    }
    StringBuilder text = new StringBuilder();
    for (Command command : Commands.standard().all()) {
      text.append("  ")
          .append(command.usage())
          .append(" ".repeat(width - command.usage().length() + 2))
          .append(command.summary())
          .append('\n');
    }
    return text.toString();
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
