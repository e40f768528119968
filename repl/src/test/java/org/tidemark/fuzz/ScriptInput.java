package org.tidemark.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tidemark.api.Program;
import org.tidemark.api.Tide;
import org.tidemark.grammar.TideParser;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.grammar.source.Location;
import org.tidemark.grammar.source.SourceText;
import org.tidemark.grammar.tree.Statement;

/**
 * A script and settings from arbitrary bytes. Bytes that begin with a zero are the choices from
 * which a script is made up, others are its text. A line {@code //set r = 3 %/year} of a text is a
 * setting as well as a comment.
 *
 * @param text the script
 * @param settings what is set from outside
 */
record ScriptInput(String text, List<Setting> settings) {
  private static final String SET = "//set ";
  private static final int MOST_SETTINGS = 4;
  private static final int REPAIRS = 4;

  /** Something that is set from outside. */
  record Setting(String path, String expression) {}

  static ScriptInput of(byte[] input) {
    String text =
        input.length > 0 && input[0] == 0
            ? new MadeUpScript(new Choices(input, 1)).text()
            : FuzzText.of(input, 0);
    List<Setting> settings = new ArrayList<>();
    text.lines()
        .filter(line -> line.startsWith(SET) && line.indexOf('=') > 0)
        .limit(MOST_SETTINGS)
        .forEach(
            line ->
                settings.add(
                    new Setting(
                        line.substring(SET.length(), line.indexOf('=')).strip(),
                        line.substring(line.indexOf('=') + 1).strip())));
    return new ScriptInput(text, settings);
  }

  /** The program with its settings; those that are refused are left out. */
  static Program set(Program program, List<Setting> settings) {
    Program with = program;
    for (Setting setting : settings) {
      Program more = with.with(setting.path(), setting.expression());
      Wording.of(more.diagnostics());
      if (more.isSound()) {
        with = more;
      }
    }
    return with;
  }

  /**
   * The program of what is left of a script without its statements that have errors; absent where
   * that is not sound either. Most scripts that are come upon by chance have one.
   */
  static Optional<Program> sound(Tide tide, String script) {
    String text = script;
    for (int i = 0; i < REPAIRS; i++) {
      String tried = text;
      Program program = Bounds.within("compiling", () -> tide.compile("fuzz", tried));
      if (program.isSound()) {
        return Optional.of(program);
      }
      text = without(text, program.diagnostics());
      if (text.equals(tried)) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static String without(String text, List<Diagnostic> diagnostics) {
    StringBuilder left = new StringBuilder(text);
    List<Statement> statements =
        TideParser.parse(new SourceText("fuzz", text)).script().statements();
    for (Diagnostic diagnostic : diagnostics) {
      Optional<Location> place = diagnostic.location().filter(at -> diagnostic.isError());
      for (Statement statement : statements) {
        int start = statement.span().start();
        int end = statement.span().end();
        if (place.isPresent()
            && place.get().span().start() >= start
            && place.get().span().start() <= end) {
          for (int i = start; i < end; i++) {
            if (left.charAt(i) != '\n') {
              left.setCharAt(i, ' ');
            }
          }
        }
      }
    }
    return left.toString();
  }
}
