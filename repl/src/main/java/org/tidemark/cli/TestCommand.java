package org.tidemark.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.tidemark.api.Program;
import org.tidemark.api.Tide;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.model.AssertOutcome;
import org.tidemark.model.Outcome;

/** {@code tide test}: a line for each file or module of the library and one for all. */
final class TestCommand {
  private final Console console;
  private final Tide tide;
  private final Trust trust;
  private final Watching watching;
  private int passed;
  private int failed;
  private int wrong;
  private int status = ExitStatus.FINE;
  private boolean stopped;

  private TestCommand(Trust trust, Console console) {
    this.tide = trust.tide(console);
    this.trust = trust;
    this.console = console;
    this.watching = new Watching(console);
  }

  static int execute(Request.Test request, Console console) {
    TestCommand command = new TestCommand(request.trust(), console);
    List<Target> all = new ArrayList<>();
    for (String name : request.files()) {
      for (Target target : Target.of(name, "", command.tide, console)) {
        all.addAll(target.ofLibrary() ? List.of(target) : scripts(target.name(), console));
      }
    }
    for (Target one : all) {
      if (!command.stopped) {
        command.test(one);
      }
    }
    if (all.size() != 1) {
      command.total(all);
    }
    return command.status;
  }

  /** A file, or all scripts in a folder and those below, in order. */
  private static List<Target> scripts(String name, Console console) {
    if (name.equals(ScriptFile.STANDARD_INPUT)) {
      return List.of(new Target(name, false));
    }
    Path path = ScriptFile.path(name, console);
    if (!Files.exists(path)) {
      throw ScriptFile.missing(name, path);
    }
    if (!Files.isDirectory(path)) {
      return List.of(new Target(name, false));
    }
    try (Stream<Path> files = Files.walk(path)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(Target.ENDING))
          .filter(Files::isRegularFile)
          .map(file -> Path.of(name).resolve(path.relativize(file)).normalize().toString())
          .sorted()
          .map(file -> new Target(file, false))
          .toList();
    } catch (IOException | UncheckedIOException e) {
      throw Refusal.of(
          Diagnostic.error("E0801", "the folder ".concat(name).concat(" cannot be read"))
              .withHelp("see whether you are allowed to: ls -l ".concat(name)));
    }
  }

  private void test(Target one) {
    Backstop backstop = trust.backstop(console);
    try {
      testWithin(one);
    } finally {
      backstop.end();
    }
  }

  private void testWithin(Target one) {
    String file = one.name();
    Program program;
    try {
      program = one.compile(tide, console);
    } catch (Refusal refusal) {
      wrong(file, refusal.diagnostics(), refusal.status());
      return;
    }
    if (!program.isSound()) {
      wrong(file, program.diagnostics(), Execution.status(program.diagnostics()));
      return;
    }
    Outcome outcome = program.test(watching.next());
    int held = (int) outcome.asserts().stream().filter(AssertOutcome::passed).count();
    int broken = outcome.asserts().size() - held;
    passed += held;
    failed += broken;
    String line = held + broken == 0 ? "no tests" : counts(held, broken);
    if (!outcome.problems().isEmpty()) {
      wrong++;
      line = line.concat(", could not be evaluated");
    }
    console.result(file.concat(": ").concat(line).concat("\n"));
    console.report(Execution.problems(outcome));
    stopped = watching.isStopped();
    status = stopped ? ExitStatus.STOPPED : ExitStatus.worse(status, Execution.status(outcome));
  }

  private void wrong(String file, List<Diagnostic> diagnostics, int newStatus) {
    wrong++;
    console.result(file.concat(": wrong\n"));
    console.report(diagnostics);
    status = ExitStatus.worse(status, newStatus);
  }

  private void total(List<Target> all) {
    boolean modules = all.stream().allMatch(Target::ofLibrary) && !all.isEmpty();
    String text =
        "all: "
            .concat(counts(passed, failed))
            .concat(" in ")
            .concat(Integer.toString(all.size()))
            .concat(modules ? " module" : " file")
            .concat(all.size() == 1 ? "" : "s");
    console.result(
        wrong == 0
            ? text.concat("\n")
            : text.concat(", ").concat(Integer.toString(wrong)).concat(" of them wrong\n"));
  }

  private static String counts(int passed, int failed) {
    String text = Integer.toString(passed).concat(" passed");
    return failed == 0
        ? text
        : text.concat(", ").concat(Integer.toString(failed)).concat(" failed");
  }
}
