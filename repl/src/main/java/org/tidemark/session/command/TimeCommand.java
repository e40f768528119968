package org.tidemark.session.command;

import java.util.List;
import java.util.Locale;
import org.tidemark.session.Answer;
import org.tidemark.session.Look;
import org.tidemark.session.Session;

/** {@code :time}. */
final class TimeCommand implements Command {
  private static final double MILLI = 1e-3;

  @Override
  public String name() {
    return "time";
  }

  @Override
  public String arguments() {
    return "EXPR";
  }

  @Override
  public String summary() {
    return "how long an expression takes, from nothing and with what is known";
  }

  @Override
  public String help() {
    return "The first figure is for working out everything that the expression needs, the second"
        + " for asking again when that is known.";
  }

  @Override
  public List<String> examples() {
    return List.of("xs = [k^2 for k in 1..1000]", ":time sum(xs)");
  }

  @Override
  public Answer obey(Session session, String argument) {
    if (argument.isEmpty()) {
      return Answers.lacking(this, "an expression", ":time 2 + 2");
    }
    List<Look> looks = session.time(argument);
    Look first = looks.get(0);
    if (first.result().isEmpty()) {
      return first.refusal();
    }
    return Answers.text(
        "from nothing " + text(first.seconds()) + ", again " + text(looks.get(1).seconds()));
  }

  private static String text(double seconds) {
    return seconds >= 1
        ? String.format(Locale.ROOT, "%.2f s", seconds)
        : String.format(Locale.ROOT, "%.2f ms", seconds / MILLI);
  }
}
