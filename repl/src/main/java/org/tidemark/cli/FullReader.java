package org.tidemark.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tidemark.grammar.diagnostic.Diagnostic;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** Reads any command line, and writes the help from the same description. */
final class FullReader {
  private static final String CODE = "E0802";

  private FullReader() {}

  /**
   * What the words ask for.
   *
   * @throws Refusal where they are not understood
   */
  static Request read(String[] words) {
    CommandLine root =
        new CommandLine(CommandDescription.root())
            .setExpandAtFiles(false)
            .setUsageHelpAutoWidth(false)
            .setUsageHelpWidth(CommandDescription.WIDTH);
    ParseResult result;
    try {
      result = root.parseArgs(words);
    } catch (CommandLine.ParameterException e) {
      throw Refusal.of(diagnostic(e, words));
    }
    return request(result);
  }

  private static Request request(ParseResult result) {
    CommandLine root = result.commandSpec().commandLine();
    if (result.isVersionHelpRequested()) {
      return new Request.Print(Version.text().concat("\n"));
    }
    if (result.isUsageHelpRequested()) {
      return help(root);
    }
    ParseResult sub = result.subcommand();
    if (sub == null) {
      return new Request.Prompt();
    }
    CommandLine command = sub.commandSpec().commandLine();
    if (sub.isUsageHelpRequested()) {
      return help(command);
    }
    return switch (sub.commandSpec().name()) {
      case "run" -> run(sub);
      case "check" -> new Request.Check(files(sub), trust(sub));
      case "test" -> new Request.Test(files(sub), trust(sub));
      case "ledger" -> ledger(sub);
      case "audit" ->
          new Request.Audit(
              sub.hasMatchedPositional(0) ? files(sub) : List.of(),
              sub.hasMatchedOption("--json"),
              file(sub, "--report", "report.html"),
              file(sub, "--coverage", "coverage.md"));
      case "fmt" -> new Request.Format(files(sub));
      case "doc" -> new Request.Doc(first(sub));
      case "explain" -> new Request.Explain(first(sub));
      case "plugins" -> new Request.Plugins(sub.hasMatchedOption("--json"));
      case "help" -> help(root);
      default -> throw new IllegalStateException(sub.commandSpec().name());
    };
  }

  private static Request run(ParseResult sub) {
    List<String> settings = new ArrayList<>();
    OptionSpec set = sub.matchedOption("--set");
    if (set != null) {
      settings.addAll(set.originalStringValues());
    }
    String format = sub.matchedOptionValue("--format", "");
    boolean json = sub.hasMatchedOption("--json") || format.equals("json");
    boolean builtIn = format.equals("json") || format.equals("text");
    return new Request.Run(
        first(sub),
        settings,
        json,
        file(sub, "--report", "report.html"),
        builtIn ? "" : format,
        trust(sub));
  }

  private static Trust trust(ParseResult sub) {
    List<String> limits = new ArrayList<>();
    OptionSpec limit = sub.matchedOption("--limit");
    if (limit != null) {
      limits.addAll(limit.originalStringValues());
    }
    return new Trust(
        sub.hasMatchedOption("--untrusted"), file(sub, "--root", "uploads"), List.copyOf(limits));
  }

  /** The file that an option names; empty where the option is not given. */
  private static String file(ParseResult sub, String option, String example) {
    String file = sub.matchedOptionValue(option, "");
    if (file.isEmpty() && sub.hasMatchedOption(option)) {
      throw Refusal.of(
          Diagnostic.error("E0802", option + " needs a file")
              .withHelp("for example " + option + " " + example));
    }
    return file;
  }

  private static Request ledger(ParseResult sub) {
    List<String> observations = new ArrayList<>();
    OptionSpec tables = sub.matchedOption("--observations");
    if (tables != null) {
      observations.addAll(tables.originalStringValues());
    }
    return new Request.Ledger(
        sub.hasMatchedPositional(0) ? files(sub) : List.of(),
        sub.matchedOptionValue("--on", ""),
        observations,
        !sub.hasMatchedOption("--no-library-observations"),
        sub.matchedOptionValue("--draws", ""),
        sub.matchedOptionValue("--seed", ""),
        sub.hasMatchedOption("--json"),
        file(sub, "--report", "report.html"));
  }

  private static Request help(CommandLine command) {
    return new Request.Print(command.getUsageMessage(Ansi.OFF));
  }

  private static List<String> files(ParseResult sub) {
    return sub.matchedPositional(0).originalStringValues();
  }

  private static String first(ParseResult sub) {
    return files(sub).get(0);
  }

  private static Diagnostic diagnostic(CommandLine.ParameterException problem, String[] words) {
    CommandLine command = problem.getCommandLine();
    String name = command.getCommandSpec().qualifiedName();
    Diagnostic diagnostic = Diagnostic.error(CODE, message(problem, name));
    List<String> near = suggestions(problem, command);
    if (!near.isEmpty()) {
      return diagnostic.withHelp("did you mean ".concat(String.join(" or ", near)).concat("?"));
    }
    if (command.getParent() == null && words.length > 0 && words[0].endsWith(".tide")) {
      return diagnostic.withHelp("to run it: tide run ".concat(words[0]));
    }
    return diagnostic.withHelp(name.concat(" --help says how to use it"));
  }

  private static String message(CommandLine.ParameterException problem, String command) {
    if (problem instanceof CommandLine.UnmatchedArgumentException unmatched) {
      String word = unmatched.getUnmatched().get(0);
      if (unmatched.isUnknownOption()) {
        return command.concat(" has no option ").concat(word);
      }
      return unmatched.getCommandLine().getParent() == null
          ? "there is no command ".concat(word)
          : command.concat(" does not know what to do with ").concat(word);
    }
    if (problem instanceof CommandLine.MissingParameterException missing) {
      List<String> labels = new ArrayList<>();
      for (ArgSpec argument : missing.getMissing()) {
        boolean option = argument instanceof OptionSpec;
        labels.add(option ? ((OptionSpec) argument).longestName() : argument.paramLabel());
      }
      boolean option = missing.getMissing().stream().anyMatch(OptionSpec.class::isInstance);
      String what = String.join(" and ", labels);
      return option
          ? what.concat(" of ").concat(command).concat(" needs a value")
          : command.concat(" needs ").concat(what);
    }
    if (problem instanceof CommandLine.OverwrittenOptionException twice
        && twice.getOverwritten() instanceof OptionSpec option) {
      return option.longestName().concat(" is given twice");
    }
    return command.concat(" does not understand its arguments");
  }

  /** The commands or options that are spelled most like the unknown word. */
  private static List<String> suggestions(
      CommandLine.ParameterException problem, CommandLine command) {
    if (!(problem instanceof CommandLine.UnmatchedArgumentException unmatched)) {
      return List.of();
    }
    String word = unmatched.getUnmatched().get(0);
    List<String> known = new ArrayList<>();
    if (word.startsWith("-")) {
      for (OptionSpec option : command.getCommandSpec().options()) {
        known.addAll(Arrays.asList(option.names()));
      }
    } else if (command.getParent() == null) {
      known.addAll(command.getSubcommands().keySet());
    }
    return Spelling.nearest(word, known);
  }
}
