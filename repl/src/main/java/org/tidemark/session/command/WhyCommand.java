package org.tidemark.session.command;

import java.util.ArrayList;
import java.util.List;
import org.tidemark.model.Origin;
import org.tidemark.session.Answer;
import org.tidemark.session.Derivation;
import org.tidemark.session.Look;
import org.tidemark.session.Part;
import org.tidemark.session.Session;

/** {@code :why}. */
final class WhyCommand implements Command {
  @Override
  public String name() {
    return "why";
  }

  @Override
  public String arguments() {
    return "EXPR";
  }

  @Override
  public String summary() {
    return "the definitions behind a value, each with its value and how it is known";
  }

  @Override
  public String help() {
    return "A definition that has been told further above is not told again.";
  }

  @Override
  public List<String> examples() {
    return List.of(
        "price = 3 USD/GB @measured(\"invoice\")", "cost = 0.8 * price", "cost", ":why cost");
  }

  @Override
  public Answer obey(Session session, String argument) {
    if (argument.isEmpty()) {
      return Answers.lacking(this, "a name or an expression", ":why a + b");
    }
    Look look = session.look(argument, true);
    if (look.origin().isEmpty()) {
      return look.refusal();
    }
    List<Part> parts = new ArrayList<>();
    parts.add(new Part.Tree(derivation(look.origin().get())));
    look.problems().forEach(problem -> parts.add(new Part.Problem(problem)));
    return Answers.parts(parts);
  }

  private static Derivation derivation(Origin origin) {
    return new Derivation(
        origin.name(),
        origin.text().equals(origin.name()) ? "" : origin.text(),
        origin.value(),
        origin.grade(),
        origin.source(),
        origin.parts().stream().map(WhyCommand::derivation).toList(),
        origin.left(),
        origin.seen());
  }
}
