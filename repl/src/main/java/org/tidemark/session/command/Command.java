package org.tidemark.session.command;

import java.util.List;
import org.tidemark.session.Answer;
import org.tidemark.session.Session;

/** A command of the prompt. Immutable; all that it knows it finds in the session. */
public interface Command {
  /** Its name without the colon. */
  String name();

  /** Other names that it goes by. */
  default List<String> aliases() {
    return List.of();
  }

  /** What follows it, {@code "NAME = EXPR"}; square brackets around what may be left out. */
  String arguments();

  /** What it does, in one line without a full stop. */
  String summary();

  /** More about it, in Markdown; may be empty. */
  String help();

  /** Lines of a conversation that shows it at work; they run in the tests. */
  List<String> examples();

  /**
   * Obeys it.
   *
   * @param argument what followed its name, without spaces around it
   */
  Answer obey(Session session, String argument);

  /** Its name and arguments as they are typed. */
  default String usage() {
    return arguments().isEmpty() ? ":" + name() : ":" + name() + " " + arguments();
  }
}
