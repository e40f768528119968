package org.tidemark.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.tidemark.api.Library;
import org.tidemark.api.Program;
import org.tidemark.api.Tide;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.model.Batch;
import org.tidemark.model.Outcome;
import org.tidemark.model.Watch;
import org.tidemark.render.audit.AuditJson;
import org.tidemark.render.audit.AuditText;
import org.tidemark.render.audit.Audited;
import org.tidemark.render.audit.Coverage;
import org.tidemark.render.audit.CoveragePage;
import org.tidemark.render.audit.Registered;
import org.tidemark.render.report.AuditReport;

/** {@code tide audit}: the claims of modules, each module a program of its own. */
final class AuditCommand {
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
    return Execution.refusable(
        request.json(), console, () -> new AuditCommand(request, console).execute());
  }

  private int execute() {
    // what cannot be written is told before anything is worked out
    PageFile report = page(PageFile.Sort.REPORT, request.report());
    PageFile coverage = page(PageFile.Sort.COVERAGE, request.coverage());
    if (coverage != null && report != null && isOneFile()) {
      throw Refusal.of(
          Diagnostic.error(ONE_FILE, request.report() + " cannot be both the report and the page")
              .withHelp("give the page of coverage a name of its own"));
    }
    List<Task> tasks = new ArrayList<>();
    targets().forEach(target -> tasks.add(new Task(target)));
    int audits = tasks.size();
    if (coverage != null) {
      Target.modules(Library.SOURCES, tide).forEach(module -> tasks.add(new Task(module)));
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
    for (Task task : tasks) {
      status = ExitStatus.worse(status, task.refused);
    }
    if (report != null
        && !report.write(out -> AuditReport.write(audited, Version.text(), RunDate.now(), out))) {
      status = ExitStatus.worse(status, ExitStatus.NOT_WRITTEN);
    }
    if (coverage != null && !watching.isStopped()) {
      List<Registered> registry =
          tasks.stream().map(task -> task.registered).filter(Objects::nonNull).toList();
      String page = CoveragePage.of(Coverage.of(registry, audited));
      if (!coverage.write(out -> out.write(page))) {
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

  private PageFile page(PageFile.Sort sort, String name) {
    return name.isEmpty() ? null : PageFile.of(sort, name, console);
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

  private List<Target> targets() {
    if (request.targets().isEmpty()) {
      return Target.modules(Library.AUDITS, tide);
    }
    Set<Target> targets = new LinkedHashSet<>();
    request
        .targets()
        .forEach(word -> targets.addAll(Target.of(word, Library.AUDITS, tide, console)));
    return List.copyOf(targets);
  }

  // ---- one module or file

  private final class Task {
    private final Target target;
    private volatile Audited audited;
    private volatile Registered registered;
    private volatile int refused = ExitStatus.FINE;

    Task(Target target) {
      this.target = target;
    }

    void audit(Watch watch) {
      Program program;
      try {
        program = target.compile(tide, console);
      } catch (Refusal refusal) {
        refused = refusal.status();
        audited = new Audited(target.name(), List.of(), refusal.diagnostics());
        return;
      }
      List<Diagnostic> diagnostics = new ArrayList<>(program.diagnostics());
      if (!program.isSound()) {
        audited = new Audited(target.name(), List.of(), diagnostics);
        return;
      }
      Outcome outcome = program.judge(watch);
      if (!watch.isAsked()) {
        diagnostics.addAll(outcome.problems());
      }
      audited = new Audited(target.name(), outcome.claims(), diagnostics);
    }

    void register(Watch watch) {
      Program program = target.compile(tide, console);
      if (program.isSound()) {
        registered = new Registered(target.name(), program.definitions(watch));
      }
    }
  }
}
