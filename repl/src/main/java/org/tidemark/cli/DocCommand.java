package org.tidemark.cli;

import java.util.List;
import java.util.Optional;
import org.tidemark.api.Documentation;
import org.tidemark.api.Tide;
import org.tidemark.grammar.diagnostic.Diagnostic;

/** {@code tide doc}. */
final class DocCommand {
  private static final String UNKNOWN = "E0805";

  private DocCommand() {}

  static int execute(Request.Doc request, Console console) {
    String name = request.name().strip();
    if (ExplainCommand.isCode(name)) {
      return ExplainCommand.execute(new Request.Explain(name), console);
    }
    Tide tide = Execution.tide();
    Optional<Documentation> found = tide.describe(name);
    if (found.isEmpty()) {
      throw Refusal.of(unknown(name, tide.suggestions(name)));
    }
    console.result(text(found.get()));
    return ExitStatus.FINE;
  }

  /** Nothing of that name is known. */
  static Diagnostic unknown(String name, List<String> suggestions) {
    Diagnostic diagnostic = Diagnostic.error(UNKNOWN, "there is no documentation of ".concat(name));
    if (!suggestions.isEmpty()) {
      return diagnostic.withHelp(
          "did you mean ".concat(String.join(" or ", suggestions)).concat("?"));
    }
    return diagnostic
        .withHelp("name a function, a unit, a kind, a module or an error code")
        .withHelp(
            "tide doc std lists the modules of the library, tide doc mechanisms what has a number");
  }

  /** The page: a heading, then what there is to say. */
  static String text(Documentation page) {
    String sort = page.sort().isEmpty() ? "" : " (".concat(page.sort()).concat(")");
    String body = page.markdown().strip();
    return page.title()
        .concat(sort)
        .concat("\n")
        .concat(body.isEmpty() ? "" : "\n".concat(body).concat("\n"));
  }
}
