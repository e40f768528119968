package org.tidemark.session.command;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tidemark.session.Answer;
import org.tidemark.session.Session;

/** {@code :set}. */
final class SetCommand implements Command {
  /** What is said where there is nothing of that name to set. */
  private static final String UNKNOWN = "E0206";

  @Override
  public String name() {
    return "set";
  }

  @Override
  public String arguments() {
    return "[NAME [= EXPR]]";
  }

  @Override
  public String summary() {
    return "set a definition from outside, as `--set` does; without a value, let it hold again";
  }

  @Override
  public String help() {
    return "The definition itself stays as it is, and is what `:save` writes. A name may have dots,"
        + " as in `firm.cost`. Without a name, lists what is set.";
  }

  @Override
  public List<String> examples() {
    return List.of("r = 5 %/year", "2 * r", ":set r = 3 %/year", ":set", ":set r");
  }

  @Override
  public Answer obey(Session session, String argument) {
    if (argument.isEmpty()) {
      return list(session);
    }
    int equals = argument.indexOf('=');
    String path = (equals < 0 ? argument : argument.substring(0, equals)).strip();
    String expression = equals < 0 ? "" : argument.substring(equals + 1).strip();
    if (!isPath(path)) {
      return Answers.lacking(this, "a name such as r or firm.cost", ":set r = 3 %/year");
    }
    if (equals >= 0 && expression.isEmpty()) {
      return Answers.lacking(this, "a value behind the =", ":set " + path + " = 3");
    }
    if (equals < 0 && !session.settings().containsKey(path)) {
      return Answers.refused(
          "E0802", path + " is not set", "a value goes behind a =: :set " + path + " = 3");
    }
    Answer answer = session.set(path, equals < 0 ? Optional.empty() : Optional.of(expression));
    boolean unknown = answer.diagnostics().stream().anyMatch(d -> d.code().equals(UNKNOWN));
    int dot = path.indexOf('.');
    String owner = dot < 0 ? path : path.substring(0, dot);
    if (unknown && session.text(owner).isEmpty()) {
      return Answers.refused("E0802", owner + " is not defined here", ":list has the names");
    }
    return answer;
  }

  private static Answer list(Session session) {
    StringBuilder text = new StringBuilder();
    for (Map.Entry<String, String> setting : session.settings().entrySet()) {
      text.append(setting.getKey()).append(" = ").append(setting.getValue()).append('\n');
    }
    return Answers.text(text.length() == 0 ? "nothing is set" : text.toString());
  }

  private static boolean isPath(String path) {
    boolean start = true;
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      boolean fits =
          Character.isLetter(c) || c == '_' || !start && (Character.isDigit(c) || c == '.');
      if (!fits) {
        return false;
      }
      start = c == '.';
    }
    return !start;
  }
}
