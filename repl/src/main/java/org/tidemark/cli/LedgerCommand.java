package org.tidemark.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.tidemark.api.Library;
import org.tidemark.api.Program;
import org.tidemark.api.Tide;
import org.tidemark.api.TideException;
import org.tidemark.api.ledger.Ledger;
import org.tidemark.api.ledger.LedgerRun;
import org.tidemark.api.ledger.Observation;
import org.tidemark.api.ledger.ObservationTable;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.model.PredictionRun;
import org.tidemark.quantity.CalendarDate;
import org.tidemark.render.JsonLedger;
import org.tidemark.render.LedgerText;
import org.tidemark.render.report.LedgerReport;

/** {@code tide ledger}: predictions, held against what has been observed. */
final class LedgerCommand {
  /** What the command line asks for cannot be. */
  private static final String WRONG = "E0835";

  private static final int USUAL_DRAWS = 1_000;
  private static final int MOST_DRAWS = 1_000_000;

  private final Request.Ledger request;
  private final Console console;
  private final Watching watching;
  private final Tide tide = Execution.tide();
  private final Set<Diagnostic> diagnostics = new LinkedHashSet<>();
  private int status = ExitStatus.FINE;

  private LedgerCommand(Request.Ledger request, Console console) {
    this.request = request;
    this.console = console;
    this.watching = new Watching(console);
  }

  static int execute(Request.Ledger request, Console console) {
    return Execution.refusable(
        request.json(), console, () -> new LedgerCommand(request, console).execute());
  }

  /** A script, or modules of the library together, with the predictions in it. */
  private record Asked(Program program, PredictionRun run) {}

  private int execute() {
    PageFile report =
        request.report().isEmpty()
            ? null
            : PageFile.of(PageFile.Sort.REPORT, request.report(), console);
    double on = date();
    int draws = number("--draws", request.draws(), USUAL_DRAWS, 1, MOST_DRAWS);
    int seed = number("--seed", request.seed(), 1, 0, Integer.MAX_VALUE);
    Ledger ledger;
    try {
      ledger = ledger(asked(programs()), on, draws, seed);
    } catch (TideException stopped) {
      if (!stopped.isStopped()) {
        throw stopped;
      }
      console.report(stopped.diagnostics());
      return ExitStatus.STOPPED;
    }
    List<Diagnostic> said = List.copyOf(diagnostics);
    console.result(request.json() ? JsonLedger.of(ledger, said) : LedgerText.of(ledger));
    console.report(said);
    if (watching.isStopped()) {
      status = ExitStatus.STOPPED;
    }
    boolean written =
        report == null
            || report.write(out -> LedgerReport.write(ledger, said, Version.text(), out));
    return written ? status : ExitStatus.NOT_WRITTEN;
  }

  // ---- what is asked for

  private double date() {
    if (request.on().isEmpty()) {
      return RunDate.today();
    }
    OptionalDouble date = CalendarDate.parse(request.on().strip());
    if (date.isEmpty()) {
      throw wrong("--on is a date, and this is " + request.on(), "write --on 2027-06-30");
    }
    return date.getAsDouble();
  }

  private static int number(String option, String word, int usual, int least, int most) {
    if (word.isEmpty()) {
      return usual;
    }
    try {
      int number = Integer.parseInt(word.strip());
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException noNumber) {
      // told below as one that is too large or too small is
    }
    throw wrong(
        option + " is a whole number from " + least + " to " + most + ", and this is " + word,
        "for example " + option + " " + usual);
  }

  private static Refusal wrong(String message, String help) {
    return Refusal.of(Diagnostic.error(WRONG, message).withHelp(help));
  }

  private List<Program> programs() {
    Set<Target> targets = new LinkedHashSet<>();
    request
        .targets()
        .forEach(word -> targets.addAll(Target.of(word, Library.PREDICTIONS, tide, console)));
    if (request.targets().isEmpty()) {
      targets.addAll(Target.modules(Library.PREDICTIONS, tide));
    }
    List<Program> programs = new ArrayList<>();
    List<String> modules = targets.stream().filter(Target::ofLibrary).map(Target::name).toList();
    if (!modules.isEmpty()) {
      programs.add(tide.compileModules(modules));
    }
    targets.stream()
        .filter(target -> !target.ofLibrary())
        .forEach(script -> programs.add(script.compile(tide, console)));
    return programs;
  }

  private List<Asked> asked(List<Program> programs) {
    boolean sound = true;
    for (Program program : programs) {
      diagnostics.addAll(program.diagnostics());
      sound &= program.isSound();
    }
    if (!sound) {
      throw new Refusal(ExitStatus.WRONG, List.copyOf(diagnostics));
    }
    List<Asked> asked = new ArrayList<>();
    for (Program program : programs) {
      asked.add(new Asked(program, program.predictions(watching.next())));
    }
    return asked;
  }

  // ---- the ledger

  private Ledger ledger(List<Asked> asked, double on, int draws, long seed) {
    List<List<Observation>> observations = observations(asked);
    List<Ledger> ledgers = new ArrayList<>();
    for (int i = 0; i < asked.size(); i++) {
      PredictionRun run = asked.get(i).run();
      LedgerRun made = new LedgerRun(run, observations.get(i), on, draws, seed);
      ledgers.add(made.ledger());
      diagnostics.addAll(made.problems());
      if (made.problems().stream().anyMatch(Diagnostic::isError)) {
        status =
            ExitStatus.worse(status, run.noSolution() ? ExitStatus.NO_SOLUTION : ExitStatus.WRONG);
      }
    }
    return Ledger.together(on, draws, seed, ledgers);
  }

  private List<List<Observation>> observations(List<Asked> asked) {
    Set<String> names = new LinkedHashSet<>();
    asked.forEach(target -> names.addAll(ObservationTable.names(target.run())));
    List<ScriptFile> files = new ArrayList<>();
    for (String file : new LinkedHashSet<>(request.observations())) {
      files.add(ScriptFile.read(file, console));
    }
    Set<Diagnostic> wrong = new LinkedHashSet<>();
    List<List<Observation>> observations = new ArrayList<>();
    for (Asked target : asked) {
      ObservationTable table = new ObservationTable(target.run(), target.program().units(), names);
      if (request.withLibrary()) {
        library().ifPresent(text -> table.readLibrary(Library.OBSERVATIONS, text));
      }
      files.forEach(file -> table.read(file.name(), file.text()));
      wrong.addAll(table.problems());
      observations.add(table.observations());
    }
    if (!wrong.isEmpty()) {
      throw new Refusal(ExitStatus.WRONG, List.copyOf(wrong));
    }
    return observations;
  }

  private Optional<String> library() {
    try {
      return tide.libraryFile(Library.OBSERVATIONS);
    } catch (IOException unreadable) {
      throw wrong(
          "the library's observations cannot be read", "leave them out: --no-library-observations");
    }
  }
}
