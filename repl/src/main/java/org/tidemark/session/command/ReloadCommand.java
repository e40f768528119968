package org.tidemark.session.command;

import java.util.List;
import org.tidemark.session.Answer;
import org.tidemark.session.Session;

/** {@code :reload}. */
final class ReloadCommand implements Command {
  @Override
  public String name() {
    return "reload";
  }

  @Override
  public String arguments() {
    return "";
  }

  @Override
  public String summary() {
    return "load the file again that was loaded last, and say what changed";
  }

  @Override
  public String help() {
    return "Definitions that the file no longer has are forgotten. What it does not change keeps"
        + " its value.";
  }

  @Override
  public List<String> examples() {
    return List.of("r = 5 %/year", ":save rates.tide", ":load rates.tide", ":reload");
  }

  @Override
  public Answer obey(Session session, String argument) {
    return session.loaded().isEmpty()
        ? Answers.refused("E0822", "no file has been loaded yet", ":load FILE loads one")
        : LoadCommand.load(session, session.loaded().get(), true);
  }
}
