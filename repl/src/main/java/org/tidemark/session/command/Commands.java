package org.tidemark.session.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tidemark.quantity.Spelling;
import org.tidemark.session.Answer;
import org.tidemark.session.Session;

/** All commands, in the order in which help lists them. */
public final class Commands {
  private static final int NEAR = 2;

  private final Map<String, Command> byName = new LinkedHashMap<>();
  private final List<Command> all;

  /** Defers making them until somebody asks. */
  private static final class Standard {
    static final Commands ALL =
        new Commands(
            List.of(
                new HelpCommand(),
                new DocCommand(),
                new TypeCommand(),
                new UnitsCommand(),
                new WhyCommand(),
                new EvidenceCommand(),
                new ListCommand(),
                new SetCommand(),
                new ResetCommand(),
                new LoadCommand(),
                new ReloadCommand(),
                new SaveCommand(false),
                new SaveCommand(true),
                new PlotCommand(),
                new SweepCommand(),
                new TimeCommand(),
                new PluginsCommand(),
                new QuitCommand()));
  }

  private Commands(List<Command> commands) {
    this.all = List.copyOf(commands);
    for (Command command : commands) {
      byName.put(command.name(), command);
      command.aliases().forEach(alias -> byName.put(alias, command));
    }
  }

  /** The commands of the prompt. */
  public static Commands standard() {
    return Standard.ALL;
  }

  /** All of them, in the order in which help lists them. */
  public List<Command> all() {
    return all;
  }

  /** The command of a name, with its colon or without. */
  public Optional<Command> find(String name) {
    return Optional.ofNullable(byName.get(name.startsWith(":") ? name.substring(1) : name));
  }

  /** Obeys a line that begins with a colon. */
  public Answer obey(Session session, String line) {
    String text = line.strip();
    int end = 0;
    while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    String name = text.substring(0, end);
    Optional<Command> command = find(name);
    return command.isPresent()
        ? command.get().obey(session, text.substring(end).strip())
        : unknown(name);
  }

  /** Says that there is no such command, and which ones are near. */
  Answer unknown(String name) {
    String bare = name.startsWith(":") ? name.substring(1) : name;
    List<String> near = new ArrayList<>();
    Spelling.closest(bare, byName.keySet(), NEAR).forEach(each -> near.add(":" + each));
    return near.isEmpty()
        ? Answers.refused("E0802", "there is no command :" + bare, ":help lists the commands")
        : Answers.refused(
            "E0802",
            "there is no command :" + bare,
            "did you mean " + String.join(" or ", near) + "?",
            ":help lists the commands");
  }
}
