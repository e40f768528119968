package org.tidemark.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tidemark.api.Program;
import org.tidemark.api.Tide;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.model.Exported;
import org.tidemark.model.Outcome;
import org.tidemark.model.Shown;
import org.tidemark.render.ClaimText;
import org.tidemark.render.JsonReport;
import org.tidemark.render.PredictionText;
import org.tidemark.render.Report;
import org.tidemark.render.ResultText;
import org.tidemark.render.report.HtmlReport;
import org.tidemark.render.report.ReportContent;

/** {@code tide run}. */
final class RunCommand {
  private final Request.Run request;
  private final Console console;
  private final Watching watching;
  private PageFile report;
  private RenderedRun rendered;

  private RunCommand(Request.Run request, Console console) {
    this.request = request;
    this.console = console;
    this.watching = new Watching(console);
  }

  static int execute(Request.Run request, Console console) {
    return Execution.refusable(
        request.json(), console, () -> new RunCommand(request, console).execute());
  }

  private int execute() {
    if (!request.report().isEmpty()) {
      report = PageFile.of(PageFile.Sort.REPORT, request.report(), console);
    }
    return run();
  }

  private int run() {
    List<Setting> settings = Setting.all(request.settings());
    ScriptFile script = ScriptFile.read(request.file(), console);
    Tide tide = request.trust().tide(console);
    if (!request.format().isEmpty()) {
      rendered = RenderedRun.in(request.format(), tide, script, console);
    }
    List<Diagnostic> diagnostics;
    Outcome outcome;
    Backstop backstop = request.trust().backstop(console);
    try {
      Program program = Execution.compile(tide, script);
      diagnostics = new ArrayList<>(program.diagnostics());
      if (!program.isSound()) {
        return refuse(Execution.status(diagnostics), diagnostics, tide, script);
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
        return refuse(ExitStatus.COMMAND_LINE, rejected, tide, script);
      }
      outcome = program.run(watching.next());
    } finally {
      backstop.end();
    }
    return answer(tide, script, outcome, diagnostics);
  }

  private int answer(Tide tide, ScriptFile script, Outcome outcome, List<Diagnostic> warnings) {
    if (!request.json() && rendered == null) {
      print(outcome);
    }
    List<Diagnostic> diagnostics = new ArrayList<>(warnings);
    diagnostics.addAll(Execution.problems(outcome));
    int status = watching.isStopped() ? ExitStatus.STOPPED : Execution.status(outcome);
    List<String> written = List.of();
    if (request.trust().untrusted()) {
      for (Exported export : outcome.exports()) {
        diagnostics.add(notWritten(export));
        status = ExitStatus.worse(status, ExitStatus.WRONG);
      }
    } else if (!outcome.exports().isEmpty()) {
      ExportFiles files = new ExportFiles(tide, script, request.file(), console);
      files.write(outcome.exports());
      written = files.written();
      diagnostics.addAll(files.problems());
      status = ExitStatus.worse(status, files.status());
    }
    Report run =
        new Report(
            outcome.shown(),
            outcome.asserts(),
            outcome.claims(),
            outcome.predictions(),
            written,
            diagnostics);
    if (request.json()) {
      console.result(JsonReport.of(run));
    }
    if (rendered != null) {
      Optional<Diagnostic> failure = rendered.write(run);
      failure.ifPresent(diagnostics::add);
      status = failure.isEmpty() ? status : ExitStatus.worse(status, ExitStatus.WRONG);
    }
    console.report(diagnostics);
    return report == null ? status : report(tide, script, run, status);
  }

  private static Diagnostic notWritten(Exported export) {
    return Diagnostic.error(
            "E0936",
            export.file().concat(" is not written: nobody trusts this script"),
            export.location().source(),
            export.location().span())
        .withHelp("show it instead, and write down what is printed")
        .withHelp("to have it written, run the script without --untrusted");
  }

  private int refuse(int status, List<Diagnostic> diagnostics, Tide tide, ScriptFile script) {
    Report run = Report.of(diagnostics);
    if (request.json()) {
      console.result(JsonReport.of(run));
    }
    console.report(diagnostics);
    return report == null ? status : report(tide, script, run, status);
  }

  private int report(Tide tide, ScriptFile script, Report run, int status) {
    ReportContent content =
        new ReportContent(
            tide.outline(script.name(), script.text()),
            run,
            request.settings(),
            Version.text(),
            RunDate.now());
    boolean written = report.write(out -> HtmlReport.write(content, out));
    return written ? status : ExitStatus.NOT_WRITTEN;
  }

  private void print(Outcome outcome) {
    for (Shown shown : outcome.shown()) {
      console.result(ResultText.of(shown));
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
