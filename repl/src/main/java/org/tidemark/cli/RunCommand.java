package org.tidemark.cli;

import java.util.ArrayList;
import java.util.List;
import org.tidemark.api.Program;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.model.Outcome;
import org.tidemark.model.Shown;
import org.tidemark.render.ClaimText;
import org.tidemark.render.JsonReport;
import org.tidemark.render.PredictionText;
import org.tidemark.render.Report;
import org.tidemark.render.ResultText;
import org.tidemark.spi.plot.Chart;

/** {@code tide run}. */
final class RunCommand {
  private final Request.Run request;
  private final Console console;

  private RunCommand(Request.Run request, Console console) {
    this.request = request;
    this.console = console;
  }

  static int execute(Request.Run request, Console console) {
    return new RunCommand(request, console).execute();
  }

  private int execute() {
    try {
      if (!request.report().isEmpty()) {
        throw NotAvailable.yet(
            "reports", "leave --report out; --json gives everything to a program");
      }
      return run();
    } catch (Refusal refusal) {
      if (request.json()) {
        console.result(JsonReport.of(Report.of(refusal.diagnostics())));
      }
      throw refusal;
    }
  }

  private int run() {
    List<Setting> settings = Setting.all(request.settings());
    ScriptFile script = ScriptFile.read(request.file(), console);
    Program program = Execution.compile(Execution.tide(), script);
    List<Diagnostic> diagnostics = new ArrayList<>(program.diagnostics());
    if (!program.isSound()) {
      return refuse(ExitStatus.WRONG, diagnostics);
    }
    List<Diagnostic> rejected = new ArrayList<>();
    for (Setting setting : settings) {
      Program amended = program.with(setting.path(), setting.expression());
      if (amended.isSound()) {
        program = amended;
      } else {
        amended.diagnostics().stream().filter(Diagnostic::isError).forEach(rejected::add);
      }
    }
    if (!rejected.isEmpty()) {
      // The script was right, so it is the command line that is wrong.
      return refuse(ExitStatus.COMMAND_LINE, rejected);
    }
    return answer(program.run(), diagnostics, new ExportFiles(script, request.file(), console));
  }

  private int refuse(int status, List<Diagnostic> diagnostics) {
    if (request.json()) {
      console.result(JsonReport.of(Report.of(diagnostics)));
    }
    console.report(diagnostics);
    return status;
  }

  private int answer(Outcome outcome, List<Diagnostic> warnings, ExportFiles files) {
    if (!request.json()) {
      print(outcome);
    }
    files.write(outcome.exports());
    List<Diagnostic> problems = Execution.problems(outcome);
    List<Diagnostic> all = new ArrayList<>(warnings);
    all.addAll(problems);
    all.addAll(files.problems());
    if (request.json()) {
      console.result(
          JsonReport.of(
              new Report(
                  outcome.shown(),
                  outcome.asserts(),
                  outcome.claims(),
                  outcome.predictions(),
                  files.written(),
                  all)));
    }
    console.report(all);
    return ExitStatus.worse(Execution.status(outcome), files.status());
  }

  private void print(Outcome outcome) {
    for (Shown shown : outcome.shown()) {
      console.result(
          shown.value() instanceof Chart chart ? ChartFiles.text(chart) : ResultText.of(shown));
    }
    if (!outcome.claims().isEmpty()) {
      console.result(outcome.shown().isEmpty() ? "" : "\n");
      console.result(ClaimText.of(outcome.claims()));
    }
    if (!outcome.predictions().isEmpty()) {
      boolean first = outcome.shown().isEmpty() && outcome.claims().isEmpty();
      console.result(first ? "" : "\n");
      console.result(PredictionText.of(outcome.predictions()));
    }
  }
}
