package org.tidemark.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.tidemark.api.Program;
import org.tidemark.api.Tide;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.model.Batch;
import org.tidemark.model.Outcome;
import org.tidemark.model.Watch;
import org.tidemark.render.JsonReport;
import org.tidemark.render.Report;
import org.tidemark.render.audit.AuditJson;
import org.tidemark.render.audit.AuditText;
import org.tidemark.render.audit.Audited;
import org.tidemark.render.audit.Coverage;
import org.tidemark.render.audit.Registered;

/** {@code tide audit}: the claims of modules, each module a program of its own. */
final class AuditCommand {
  private static final String AUDITS = "std.audit.";
  private static final String SOURCES = "std.sources.";
  private static final String UNKNOWN = "E0831";

  private static final String ONE_FILE = "E0833";

  private final Request.Audit request;
  private final Console console;
  private final Tide tide = Execution.tide();
  private final Watching watching;
  private int status = ExitStatus.FINE;

  private AuditCommand(Request.Audit request, Console console) {
    this.request = request;
    this.console = console;
    this.watching = new Watching(console);
  }

  static int execute(Request.Audit request, Console console) {
    try {
      return new AuditCommand(request, console).execute();
    } catch (Refusal refusal) {
      if (request.json()) {
        console.result(JsonReport.of(Report.of(refusal.diagnostics())));
      }
      throw refusal;
    }
  }

  private int execute() {
    // what cannot be written is told before anything is worked out
    ReportFile report =
        request.report().isEmpty() ? null : ReportFile.of(request.report(), console);
    CoverageFile coverage =
        request.coverage().isEmpty() ? null : CoverageFile.of(request.coverage(), console);
    if (coverage != null && report != null && isOneFile()) {
      throw Refusal.of(
          Diagnostic.error(ONE_FILE, request.report() + " cannot be both the report and the page")
              .withHelp("give the page of coverage a name of its own"));
    }
    List<Task> tasks = new ArrayList<>();
    for (String target : targets()) {
      tasks.add(new Task(target, !isFile(target)));
    }
    int audits = tasks.size();
    if (coverage != null) {
      modules(SOURCES).forEach(module -> tasks.add(new Task(module, true)));
    }
    Watch watch = watching.next();
    Batch.run(
        "auditing",
        "modules",
        tasks.size(),
        i -> {
          if (i < audits) {
            tasks.get(i).audit(watch);
          } else {
            tasks.get(i).register(watch);
          }
        },
        watch);
    List<Audited> audited =
        tasks.stream().map(task -> task.audited).filter(Objects::nonNull).toList();
    console.result(request.json() ? AuditJson.of(audited) : AuditText.of(audited));
    tell(audited, audits);
    if (report != null && !report.write(audited)) {
      status = ExitStatus.worse(status, ExitStatus.NOT_WRITTEN);
    }
    if (coverage != null && !watching.isStopped()) {
      List<Registered> registry =
          tasks.stream().map(task -> task.registered).filter(Objects::nonNull).toList();
      if (!coverage.write(Coverage.of(registry, audited))) {
        status = ExitStatus.worse(status, ExitStatus.NOT_WRITTEN);
      }
    }
    return status;
  }

  private boolean isOneFile() {
    return console
        .folder()
        .resolve(request.report())
        .normalize()
        .equals(console.folder().resolve(request.coverage()).normalize());
  }

  /** What is wrong with the modules, and whether some were left out. */
  private void tell(List<Audited> audited, int asked) {
    Set<Diagnostic> diagnostics = new LinkedHashSet<>();
    audited.forEach(module -> diagnostics.addAll(module.diagnostics()));
    console.report(diagnostics);
    if (diagnostics.stream().anyMatch(Diagnostic::isError)) {
      status = ExitStatus.WRONG;
    }
    if (watching.isStopped()) {
      status = ExitStatus.STOPPED;
      console.say("stopped: " + audited.size() + " of " + asked + " modules were audited");
    }
  }

  // ---- what is asked for

  private List<String> targets() {
    if (request.targets().isEmpty()) {
      return modules(AUDITS);
    }
    Set<String> targets = new LinkedHashSet<>();
    for (String target : request.targets()) {
      List<String> below = isFile(target) ? List.of(target) : tide.modules(target);
      if (below.isEmpty()) {
        throw unknown(target);
      }
      targets.addAll(below);
    }
    return List.copyOf(targets);
  }

  private Refusal unknown(String target) {
    Diagnostic diagnostic = Diagnostic.error(UNKNOWN, "the library has no module " + target);
    List<String> near = Spelling.modules(target, tide.modules(), AUDITS);
    return Refusal.of(
        near.isEmpty()
            ? diagnostic.withHelp("a script is named with its ending, model.tide")
            : diagnostic.withHelp("did you mean " + String.join(" or ", near) + "?"));
  }

  private List<String> modules(String prefix) {
    return tide.modules().stream().filter(module -> module.startsWith(prefix)).toList();
  }

  /** Whether a word names a file; a missing one is told of when it is read. */
  private static boolean isFile(String target) {
    return target.equals(ScriptFile.STANDARD_INPUT)
        || target.endsWith(".tide")
        || target.indexOf('/') >= 0;
  }

  // ---- one module or file

  private final class Task {
    private final String target;
    private final boolean library;
    private volatile Audited audited;
    private volatile Registered registered;

    Task(String target, boolean library) {
      this.target = target;
      this.library = library;
    }

    void audit(Watch watch) {
      Program program;
      try {
        program = program();
      } catch (Refusal refusal) {
        audited = new Audited(target, List.of(), refusal.diagnostics());
        return;
      }
      List<Diagnostic> diagnostics = new ArrayList<>(program.diagnostics());
      if (!program.isSound()) {
        audited = new Audited(target, List.of(), diagnostics);
        return;
      }
      Outcome outcome = program.judge(watch);
      if (!watch.isAsked()) {
        diagnostics.addAll(outcome.problems());
      }
      audited = new Audited(target, outcome.claims(), diagnostics);
    }

    void register(Watch watch) {
      Program program = program();
      if (program.isSound()) {
        registered = new Registered(target, program.definitions(watch));
      }
    }

    private Program program() {
      if (!library) {
        return Execution.compile(tide, ScriptFile.read(target, console));
      }
      try {
        return tide.compileModule(target).orElseThrow();
      } catch (IOException unreadable) {
        throw new Refusal(
            ExitStatus.WRONG,
            List.of(
                Diagnostic.error(UNKNOWN, "the module " + target + " cannot be read")
                    .withHelp("the installation may be broken: install Tidemark again")));
      }
    }
  }
}
