package org.tidemark.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.tidemark.api.PluginProblem;
import org.tidemark.api.Tide;
import org.tidemark.grammar.diagnostic.Diagnostic;

/** The {@code tide} command. */
public final class Main {
  private Main() {}

  /** Runs the command in this process and ends it. */
  public static void main(String[] words) {
    WatchedOutput out = new WatchedOutput(new FileOutputStream(FileDescriptor.out));
    Console console = Console.ofProcess(out);
    // what plugins print must not come between results
    System.setOut(System.err);
    int status = run(words, console);
    console.flush();
    if (out.lost() != null) {
      console.say("tide: the results could not be written: ".concat(out.lost()));
      status = ExitStatus.NOT_WRITTEN;
    }
    System.exit(status);
  }

  /** Runs a command line in the folder of this process, without colour and without a terminal. */
  public static int run(String[] words, InputStream in, PrintStream out, PrintStream err) {
    return run(words, new Console(in, out, err, Path.of(""), false, false));
  }

  /**
   * Runs a command line; safe for several threads with a console each.
   *
   * @return the exit status
   */
  public static int run(String[] words, Console console) {
    try {
      Optional<Request> quick = QuickReader.read(words);
      return execute(quick.isPresent() ? quick.get() : FullReader.read(words), console);
    } catch (Refusal refusal) {
      console.report(refusal.diagnostics());
      return refusal.status();
    } catch (OutOfMemoryError full) {
      // what the script asks for is too much, which is no fault of the program
      console.report(
          List.of(
              Diagnostic.error("E0505", "this needs more memory than there is")
                  .withHelp("work with smaller lists, tables or texts")));
      return ExitStatus.WRONG;
    } catch (RuntimeException | StackOverflowError | LinkageError bug) {
      Optional<PluginProblem> plugin = Tide.blame(bug, "what it was asked for");
      if (plugin.isPresent()) {
        console.report(
            List.of(
                Diagnostic.error(plugin.get().code(), plugin.get().message())
                    .withHelp(
                        "this is a mistake in the plugin, not in the script; tell its makers")));
        return ExitStatus.WRONG;
      }
      Bug.report(bug, console);
      return ExitStatus.BUG;
    } finally {
      console.flush();
    }
  }

  private static int execute(Request request, Console console) {
    if (request instanceof Request.Run run) {
      return RunCommand.execute(run, console);
    }
    if (request instanceof Request.Check check) {
      return CheckCommand.execute(check, console);
    }
    if (request instanceof Request.Test test) {
      return TestCommand.execute(test, console);
    }
    if (request instanceof Request.Ledger ledger) {
      return LedgerCommand.execute(ledger, console);
    }
    if (request instanceof Request.Audit audit) {
      return AuditCommand.execute(audit, console);
    }
    if (request instanceof Request.Doc doc) {
      return DocCommand.execute(doc, console);
    }
    if (request instanceof Request.Explain explain) {
      return ExplainCommand.execute(explain, console);
    }
    if (request instanceof Request.Plugins plugins) {
      return PluginsCommand.execute(plugins, console);
    }
    if (request instanceof Request.Format) {
      throw NotAvailable.yet("canonical layouts", "lay the file out by hand for now");
    }
    if (request instanceof Request.Print print) {
      console.result(print.text());
      return ExitStatus.FINE;
    }
    return PromptCommand.execute(console);
  }
}
