package org.tidemark.session.command;

import java.util.List;
import org.tidemark.session.Answer;
import org.tidemark.session.Session;

/** {@code :quit}. */
final class QuitCommand implements Command {
  @Override
  public String name() {
    return "quit";
  }

  @Override
  public List<String> aliases() {
    return List.of("q", "exit");
  }

  @Override
  public String arguments() {
    return "";
  }

  @Override
  public String summary() {
    return "leave";
  }

  @Override
  public String help() {
    return "Ctrl-D leaves as well. What was not saved with `:save` is gone.";
  }

  @Override
  public List<String> examples() {
    return List.of(":quit");
  }

  @Override
  public Answer obey(Session session, String argument) {
    return new Answer(true, List.of(), true);
  }
}
