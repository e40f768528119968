package org.tidemark.session.command;

import java.util.ArrayList;
import java.util.List;
import org.tidemark.session.Answer;
import org.tidemark.session.Look;
import org.tidemark.session.Part;
import org.tidemark.session.Session;

/** {@code :type}. */
final class TypeCommand implements Command {
  @Override
  public String name() {
    return "type";
  }

  @Override
  public String arguments() {
    return "EXPR";
  }

  @Override
  public String summary() {
    return "what an expression is: its dimension and unit, or its kind";
  }

  @Override
  public String help() {
    return "Nothing is worked out for it.";
  }

  @Override
  public List<String> examples() {
    return List.of("price = 3 USD/GB", ":type price * 2 EB/year", ":type [1, 2]");
  }

  @Override
  public Answer obey(Session session, String argument) {
    if (argument.isEmpty()) {
      return Answers.lacking(this, "an expression", ":type 3 USD / 2 GB");
    }
    Look look = session.look(argument, false);
    if (look.type().isEmpty()) {
      return look.refusal();
    }
    List<Part> parts = new ArrayList<>();
    parts.add(new Part.Text(argument + ": " + look.type().get().describe() + "\n"));
    look.problems().forEach(problem -> parts.add(new Part.Problem(problem)));
    return Answers.parts(parts);
  }
}
