package org.tidemark.cli;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The commands and their options, as picocli wants them described. */
final class CommandDescription {
  static final int WIDTH = 80;
  private static final String FILE = "FILE";

  private CommandDescription() {}

  static CommandSpec root() {
    CommandSpec root = CommandSpec.create().name("tide");
    root.usageMessage()
        .description("Runs models written in Tide. Without a command, it starts the prompt.")
        .footer(
            "",
            "FILE may be - for standard input. Results go to standard output, all else",
            "to standard error.",
            "Exit status: 0 fine, 1 an assert or test failed, 2 the script is wrong, 3 the",
            "model has no solution, 4 a limit of --limit or --untrusted was reached, 64 the",
            "command line is wrong, 70 a bug in Tidemark.")
        .synopsisSubcommandLabel("COMMAND")
        .commandListHeading("%nCommands:%n");
    root.addOption(help());
    root.addOption(
        OptionSpec.builder("--version")
            .versionHelp(true)
            .description("Say which Tide this is.")
            .build());
    root.addSubcommand("run", runCommand());
    root.addSubcommand(
        "check",
        trusting(command("Check names and dimensions, and lint; nothing runs.", FILE, true)));
    root.addSubcommand(
        "test",
        trusting(command("Run tests, asserts and the examples of docs.", "FILE|DIR|MODULE", true)));
    root.addSubcommand("audit", auditCommand());
    root.addSubcommand("ledger", ledgerCommand());
    root.addSubcommand(
        "fmt",
        command("Give scripts the canonical layout.", FILE, true)
            .addOption(flag("--check", "Only say whether they have it.")));
    root.addSubcommand(
        "doc",
        command(
            "Show the documentation of a function, unit, kind, module, mechanism.", "NAME", false));
    root.addSubcommand(
        "explain", command("Show what an error means, and its cure.", "CODE", false));
    root.addSubcommand(
        "plugins",
        command("List what is loaded, and from where.", "", false)
            .addOption(flag("--json", "Print one JSON object.")));
    root.addSubcommand("help", command("Show this help.", "", false));
    return root;
  }

  private static CommandSpec runCommand() {
    CommandSpec run =
        command("Run a script and show its results.", FILE, false)
            .addOption(
                OptionSpec.builder("--set")
                    .paramLabel("NAME=EXPR")
                    .type(List.class)
                    .auxiliaryTypes(String.class)
                    .arity("1")
                    .description("Give a definition another value: --set r='3 %%/year'.")
                    .build())
            .addOption(flag("--json", "Print one JSON object."))
            .addOption(
                valued("--format", "NAME", "text, json, or what a plugin adds: see tide plugins."))
            .addOption(valued("--report", "out.html", "Write a report."));
    return trusting(run);
  }

  /** Adds how far scripts are trusted. */
  private static CommandSpec trusting(CommandSpec command) {
    return command
        .addOption(flag("--untrusted", "Run it within limits; it reads and writes no files."))
        .addOption(valued("--root", "DIR", "With --untrusted: it may read in this folder."))
        .addOption(
            OptionSpec.builder("--limit")
                .paramLabel("NAME=VALUE")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .arity("1")
                .description("Allow more or less: --limit time=5s --limit memory=64MB.")
                .build());
  }

  private static CommandSpec auditCommand() {
    return command("Hold what the sources claim against what modules compute.", "", false)
        .addPositional(targets("Scripts and library modules; else the library's audits."))
        .addOption(flag("--json", "Print one JSON object."))
        .addOption(valued("--report", "out.html", "Write a report."))
        .addOption(valued("--coverage", "out.md", "Write which rows of the sources are checked."));
  }

  private static CommandSpec ledgerCommand() {
    return command("Hold predictions against what has been observed.", "", false)
        .addPositional(targets("Scripts and library modules; else the library's predictions."))
        .addOption(valued("--on", "DATE", "Where they stand on a date, 2027-06; else today."))
        .addOption(
            OptionSpec.builder("--observations")
                .paramLabel("FILE.csv")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .arity("1")
                .description("Add a table: observable,date,value,unit,source.")
                .build())
        .addOption(flag("--no-library-observations", "Leave the library's own out."))
        .addOption(valued("--draws", "N", "How many draws, 1000 by default."))
        .addOption(valued("--seed", "N", "Which draws, 1 by default."))
        .addOption(flag("--json", "Print one JSON object."))
        .addOption(valued("--report", "out.html", "Write a report."));
  }

  private static PositionalParamSpec targets(String description) {
    return PositionalParamSpec.builder()
        .paramLabel("FILE|MODULE")
        .index("0..*")
        .arity("0..*")
        .type(List.class)
        .auxiliaryTypes(String.class)
        .description(description)
        .build();
  }

  private static OptionSpec valued(String name, String label, String description) {
    return OptionSpec.builder(name)
        .paramLabel(label)
        .type(String.class)
        .arity("1")
        .description(description)
        .build();
  }

  private static CommandSpec command(String description, String argument, boolean several) {
    CommandSpec command = CommandSpec.create();
    command.usageMessage().description(description);
    command.addOption(help());
    if (!argument.isEmpty()) {
      command.addPositional(
          PositionalParamSpec.builder()
              .paramLabel(argument)
              .index(several ? "0..*" : "0")
              .arity(several ? "1..*" : "1")
              .type(several ? List.class : String.class)
              .auxiliaryTypes(String.class)
              .required(true)
              .build());
    }
    return command;
  }

  private static OptionSpec help() {
    return flag("--help", "Show this help.").toBuilder()
        .names("-h", "--help")
        .usageHelp(true)
        .build();
  }

  private static OptionSpec flag(String name, String description) {
    return OptionSpec.builder(name).type(boolean.class).description(description).build();
  }
}
