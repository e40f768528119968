package org.tidemark.cli;

import java.util.List;
import org.tidemark.api.Program;
import org.tidemark.api.Tide;
import org.tidemark.grammar.diagnostic.Diagnostic;

/** {@code tide check}: nothing is evaluated, and only the exit status is a result. */
final class CheckCommand {
  private CheckCommand() {}

  static int execute(Request.Check request, Console console) {
    Tide tide = request.trust().tide(console);
    int status = ExitStatus.FINE;
    for (String file : request.files()) {
      Backstop backstop = request.trust().backstop(console);
      try {
        status = ExitStatus.worse(status, check(tide, file, console));
      } finally {
        backstop.end();
      }
    }
    return status;
  }

  private static int check(Tide tide, String file, Console console) {
    Program program;
    try {
      program = Execution.compile(tide, ScriptFile.read(file, console));
    } catch (Refusal refusal) {
      console.report(refusal.diagnostics());
      return refusal.status();
    }
    List<Diagnostic> found = program.diagnostics();
    console.report(found);
    long errors = found.stream().filter(Diagnostic::isError).count();
    console.say(file.concat(": ").concat(verdict(errors, found.size() - errors)));
    return program.isSound() ? ExitStatus.FINE : Execution.status(found);
  }

  private static String verdict(long errors, long warnings) {
    if (errors == 0) {
      return warnings == 0 ? "fine" : "fine, with ".concat(count(warnings, "warning"));
    }
    String text = count(errors, "error");
    return warnings == 0 ? text : text.concat(", ").concat(count(warnings, "warning"));
  }

  private static String count(long number, String what) {
    return Long.toString(number).concat(" ").concat(what).concat(number == 1 ? "" : "s");
  }
}
