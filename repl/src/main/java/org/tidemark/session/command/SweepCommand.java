package org.tidemark.session.command;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tidemark.model.Shown;
import org.tidemark.session.Answer;
import org.tidemark.session.Look;
import org.tidemark.session.Part;
import org.tidemark.session.Session;

/** {@code :sweep}. */
final class SweepCommand implements Command {
  private static final Pattern FORM =
      Pattern.compile("(.+)\\bover\\s+([\\p{L}_][\\p{L}\\d_.]*)\\s+in\\b(.+)", Pattern.DOTALL);

  /** Values of the input where the interval has no step. */
  private static final int POINTS = 11;

  @Override
  public String name() {
    return "sweep";
  }

  @Override
  public String arguments() {
    return "EXPR over NAME in INTERVAL";
  }

  @Override
  public String summary() {
    return "the values of an expression as one input moves: a table and a picture";
  }

  @Override
  public String help() {
    return "A short form of `sweep(EXPR, over: { NAME: INTERVAL })`. An interval without a step is"
        + " taken in ten steps; a list of values will do as well.";
  }

  @Override
  public List<String> examples() {
    return List.of(
        "r = 5 %/year",
        "worth = exp(-r * 10 year)", ":sweep worth over r in 1 %/year..9 %/year by 2 %/year");
  }

  @Override
  public Answer obey(Session session, String argument) {
    Matcher form = FORM.matcher(argument);
    if (!form.matches()) {
      return Answers.lacking(
          this, "an expression, an input and where it moves", ":sweep price over r in 1..9");
    }
    String what = form.group(1).strip();
    String name = form.group(2);
    String values = inSteps(form.group(3).strip());
    String sweep = "sweep(" + what + ", over: { " + name + ": " + values + " })";
    Look table = session.look(sweep, true);
    if (table.result().isEmpty()) {
      return table.refusal();
    }
    Shown shown = table.result().get().shown();
    List<Part> parts = new ArrayList<>();
    parts.add(new Part.Result(new Shown(what + " over " + name, shown.value(), shown.evidence())));
    table.problems().forEach(problem -> parts.add(new Part.Problem(problem)));
    parts.addAll(session.evaluate("plot " + sweep + wishes(what, name)).parts());
    return Answers.parts(parts);
  }

  /** Names the picture by what was asked, where that can stand in a text. */
  private static String wishes(String what, String name) {
    boolean plain = what.chars().noneMatch(c -> c == '"' || c == '{' || c == '\\' || c < ' ');
    return plain ? " @title(\"" + what + " over " + name + "\") @labels(y: \"" + what + "\")" : "";
  }

  /** An interval with steps; anything else as it is. */
  private static String inSteps(String values) {
    int dots = values.indexOf("..");
    if (dots < 0 || values.startsWith("[") || values.matches("(?s).*\\bby\\b.*")) {
      return values;
    }
    String from = values.substring(0, dots).strip();
    String to = values.substring(dots + 2).strip();
    return "[("
        + from
        + ") + k / "
        + (POINTS - 1)
        + " * (("
        + to
        + ") - ("
        + from
        + ")) for k in 0.."
        + (POINTS - 1)
        + "]";
  }
}
