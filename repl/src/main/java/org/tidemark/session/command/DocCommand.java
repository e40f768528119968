package org.tidemark.session.command;

import java.util.List;
import java.util.Optional;
import org.tidemark.api.Documentation;
import org.tidemark.session.Answer;
import org.tidemark.session.Part;
import org.tidemark.session.Session;

/** {@code :doc}. */
final class DocCommand implements Command {
  @Override
  public String name() {
    return "doc";
  }

  @Override
  public String arguments() {
    return "NAME";
  }

  @Override
  public String summary() {
    return "documentation of a name, a unit or an error code";
  }

  @Override
  public String help() {
    return "The name may be one of yours, a function, a kind, a field such as `firm.cost`, a"
        + " reserved word, a unit, a module such as `std.endogenous`, or a code such as `E0301`;"
        + " else it is looked for among the names in the library and their numbers. `std` lists the"
        + " modules, `mechanisms` what has a number.";
  }

  @Override
  public List<String> examples() {
    return List.of("/// What a wafer costs.\ncost = 3 USD", ":doc cost", ":doc sqrt", ":doc E0301");
  }

  @Override
  public Answer obey(Session session, String argument) {
    if (argument.isEmpty()) {
      return Answers.lacking(this, "a name", ":doc sqrt");
    }
    Optional<Documentation> page = session.describe(argument);
    if (page.isPresent()) {
      return Answers.parts(List.of(new Part.Page(page.get())));
    }
    List<String> near = session.tide().suggestions(argument);
    return Answers.refused(
        "E0805",
        "there is no documentation of " + argument,
        near.isEmpty()
            ? ":list has the names defined here"
            : "did you mean " + String.join(", ", near) + "?");
  }
}
