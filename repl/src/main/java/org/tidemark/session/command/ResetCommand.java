package org.tidemark.session.command;

import java.util.List;
import org.tidemark.quantity.Spelling;
import org.tidemark.session.Answer;
import org.tidemark.session.Session;

/** {@code :reset}. */
final class ResetCommand implements Command {
  @Override
  public String name() {
    return "reset";
  }

  @Override
  public String arguments() {
    return "[NAME]";
  }

  @Override
  public String summary() {
    return "forget everything, or one definition";
  }

  @Override
  public String help() {
    return "A definition that another one needs is not forgotten; the message says which.";
  }

  @Override
  public List<String> examples() {
    return List.of("a = 1", "b = a + 1", ":reset b", ":reset");
  }

  @Override
  public Answer obey(Session session, String argument) {
    if (argument.isEmpty()) {
      session.reset();
      return Answers.parts(List.of());
    }
    if (session.text(argument).isEmpty()) {
      List<String> near = Spelling.closest(argument, session.definitions(), 1);
      return Answers.refused(
          "E0802",
          argument + " is not defined here",
          near.isEmpty() ? ":list has the names" : "did you mean " + near.get(0) + "?");
    }
    return session.forget(argument);
  }
}
