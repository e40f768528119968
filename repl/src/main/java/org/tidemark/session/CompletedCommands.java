package org.tidemark.session;

import java.util.List;
import org.tidemark.session.command.Commands;
import org.tidemark.session.insight.CommandNames;

/** The commands as completion sees them: what may follow each is read off its usage. */
final class CompletedCommands implements CommandNames {
  @Override
  public List<CommandNames.Command> commands() {
    return Commands.standard().all().stream()
        .map(
            each ->
                new CommandNames.Command(each.name(), argument(each.arguments()), each.summary()))
        .toList();
  }

  private static Argument argument(String usage) {
    if (usage.contains("UNIT")) {
      return Argument.UNIT;
    }
    if (usage.contains("=")) {
      return Argument.SETTING;
    }
    if (usage.contains("EXPR") || usage.contains("ITEMS")) {
      return Argument.EXPRESSION;
    }
    if (usage.contains("FILE")) {
      return Argument.FILE;
    }
    if (usage.contains("COMMAND")) {
      return Argument.COMMAND;
    }
    if (usage.contains("NAME")) {
      return usage.startsWith("[") ? Argument.DEFINITION : Argument.TOPIC;
    }
    return Argument.NONE;
  }
}
