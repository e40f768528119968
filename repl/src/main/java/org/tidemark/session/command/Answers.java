package org.tidemark.session.command;

import java.util.List;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.session.Answer;
import org.tidemark.session.Part;
import org.tidemark.spi.Problem;

/** Answers of commands. */
final class Answers {
  private static final String COMMAND_LINE = "E0802";

  private Answers() {}

  static Answer parts(List<? extends Part> parts) {
    return new Answer(true, List.copyOf(parts), false);
  }

  static Answer text(String lines) {
    return parts(List.of(new Part.Text(lines.endsWith("\n") ? lines : lines + "\n")));
  }

  static Answer refused(String code, String message, String... help) {
    Diagnostic diagnostic = Diagnostic.error(code, message);
    for (String way : help) {
      diagnostic = diagnostic.withHelp(way);
    }
    return new Answer(false, List.of(new Part.Problem(diagnostic)), false);
  }

  static Answer refused(Problem problem) {
    return refused(problem.code(), problem.getMessage(), problem.help().toArray(String[]::new));
  }

  /** A command that lacks what it needs. */
  static Answer lacking(Command command, String what, String example) {
    return refused(COMMAND_LINE, ":" + command.name() + " needs " + what, "for example " + example);
  }
}
