package org.tidemark.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tidemark.api.Program;
import org.tidemark.grammar.diagnostic.Diagnostic;

/**
 * A value from the command line.
 *
 * @param path of the definition that it replaces
 * @param expression as a script would write it
 */
record Setting(String path, String expression) {
  private static final String CODE = "E0803";
  private static final String EXAMPLE = "write --set NAME=EXPR, for example --set r='3 %/year'";

  /**
   * Reads all of them.
   *
   * @throws Refusal where one is not of the form, or two are for the same name
   */
  static List<Setting> all(List<String> words) {
    List<Setting> settings = new ArrayList<>();
    List<Diagnostic> problems = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (String word : words) {
      int equals = word.indexOf('=');
      String path = equals < 0 ? word.strip() : word.substring(0, equals).strip();
      String expression = equals < 0 ? "" : word.substring(equals + 1).strip();
      if (equals < 0) {
        problems.add(problem("--set ".concat(word).concat(" gives no value")).withHelp(EXAMPLE));
      } else if (path.isEmpty()) {
        problems.add(problem("--set ".concat(word).concat(" names nothing")).withHelp(EXAMPLE));
      } else if (!Program.isPath(path)) {
        problems.add(
            problem("--set cannot set ".concat(path).concat(", which is not a name"))
                .withHelp("names are like r or edge_owner.cost"));
      } else if (expression.isEmpty()) {
        problems.add(
            problem("--set ".concat(path).concat("= gives ").concat(path).concat(" no value"))
                .withHelp(EXAMPLE));
      } else if (!seen.add(path)) {
        problems.add(
            problem("--set gives ".concat(path).concat(" twice"))
                .withHelp("leave one of them out"));
      } else {
        settings.add(new Setting(path, expression));
      }
    }
    if (!problems.isEmpty()) {
      throw new Refusal(ExitStatus.COMMAND_LINE, problems);
    }
    return settings;
  }

  private static Diagnostic problem(String message) {
    return Diagnostic.error(CODE, message);
  }
}
