package org.tidemark.session.command;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.tidemark.model.Shown;
import org.tidemark.session.Answer;
import org.tidemark.session.Look;
import org.tidemark.session.Part;
import org.tidemark.session.Session;
import org.tidemark.spi.Evidence;
import org.tidemark.spi.value.TableValue;
import org.tidemark.spi.value.TextValue;
import org.tidemark.spi.value.Value;

/** {@code :evidence}. */
final class EvidenceCommand implements Command {
  private static final List<String> COLUMNS = List.of("grade", "input", "value", "source");

  @Override
  public String name() {
    return "evidence";
  }

  @Override
  public String arguments() {
    return "EXPR";
  }

  @Override
  public String summary() {
    return "the inputs that a value rests on, by how they are known";
  }

  @Override
  public String help() {
    return "The weakest come first: a value is known no better than they are.";
  }

  @Override
  public List<String> examples() {
    return List.of(
        "price = 3 USD/GB @measured(\"invoice\")",
        "volume = 2 EB/year @assumed",
        ":evidence price * volume");
  }

  @Override
  public Answer obey(Session session, String argument) {
    if (argument.isEmpty()) {
      return Answers.lacking(this, "a name or an expression", ":evidence price * volume");
    }
    Look look = session.look(argument, true);
    if (look.result().isEmpty()) {
      return look.refusal();
    }
    Shown shown = look.result().get().shown();
    List<Evidence.Input> inputs = new ArrayList<>(shown.evidence().inputs());
    if (inputs.isEmpty()) {
      return Answers.text(argument + " rests on no input");
    }
    inputs.sort(Comparator.comparing(Evidence.Input::grade).reversed());
    List<List<Value>> rows = new ArrayList<>();
    for (Evidence.Input input : inputs) {
      rows.add(
          List.of(
              new TextValue(input.grade().word()),
              new TextValue(input.name()),
              new TextValue(input.value()),
              new TextValue(input.source())));
    }
    List<Part> parts = new ArrayList<>();
    parts.add(
        new Part.Result(
            new Shown("evidence of " + argument, new TableValue(COLUMNS, rows), shown.evidence())));
    if (shown.evidence().atMedians()) {
      parts.add(new Part.Text("uncertain inputs stand at their medians\n"));
    }
    look.problems().forEach(problem -> parts.add(new Part.Problem(problem)));
    return Answers.parts(parts);
  }
}
