package org.tidemark.session.command;

import java.util.List;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.quantity.Spelling;
import org.tidemark.session.Answer;
import org.tidemark.session.Part;
import org.tidemark.session.Session;

/** {@code :reset}. */
final class ResetCommand implements Command {
  /** What is said of a name that nothing has. */
  private static final String UNKNOWN = "E0201";

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
    Answer answer = session.forget(argument);
    List<Part> parts = answer.parts().stream().map(part -> used(part, argument)).toList();
    return new Answer(answer.accepted(), parts, answer.leaves());
  }

  /** What lacks the name without it uses it, and that is what keeps it. */
  private static Part used(Part part, String name) {
    if (!(part instanceof Part.Problem problem)
        || !problem.diagnostic().code().equals(UNKNOWN)
        || !problem.diagnostic().message().endsWith(" " + name)) {
      return part;
    }
    Diagnostic lacking = problem.diagnostic();
    return new Part.Problem(
        new Diagnostic(
            "E0802",
            lacking.severity(),
            name + " is used here, and stays",
            lacking.location(),
            lacking.note(),
            lacking.labels(),
            List.of("forget or change first what uses it")));
  }
}
