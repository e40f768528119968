package org.tidemark.golden;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.tidemark.support.Command;
import org.tidemark.support.Expectations;
import org.tidemark.support.Repository;

/**
 * A script and what running it has to give: beside {@code NAME.tide} stand {@code NAME.out}, {@code
 * NAME.err} and {@code NAME.status}, each absent where it would be empty or 0. {@code NAME.args}
 * has further words for the command line, one a line, {@code NAME.command} the command where it is
 * not {@code run}.
 *
 * @param script the script
 */
public record GoldenCase(Path script) {
  /** Where the cases are, seen from this module. */
  public static final Path FOLDER = Path.of("src", "test", "golden");

  private static final String EXTENSION = ".tide";

  /** All cases below a folder; files in a folder named {@code modules} are parts of others. */
  public static List<GoldenCase> all(Path folder) {
    return Repository.files(folder, GoldenCase::isCase).stream().map(GoldenCase::new).toList();
  }

  private static boolean isCase(Path file) {
    return file.toString().endsWith(EXTENSION)
        && !file.getParent().getFileName().toString().equals("modules");
  }

  /** The command line, started in the script's folder. */
  public String[] words() {
    String command = Repository.text(beside(".command")).strip();
    List<String> words = new ArrayList<>();
    words.add(command.isEmpty() ? "run" : command);
    words.add(script.getFileName().toString());
    words.addAll(Repository.text(beside(".args")).lines().toList());
    return words.toArray(new String[0]);
  }

  /** Runs it in this process; says what is wrong, nothing where all is well. */
  public String check() {
    return check(Command::run);
  }

  /** The same, run by something else. */
  public String check(BiFunction<Path, String[], Command.Result> runner) {
    Command.Result result = runner.apply(script.getParent(), words());
    String leak = Expectations.leak(result.out() + result.err());
    if (!leak.isEmpty()) {
      return "the output shows inner works: " + leak + "\n" + result;
    }
    if (Expectations.overwrite()) {
      Repository.write(beside(".out"), result.out());
      Repository.write(beside(".err"), result.err());
      Repository.write(beside(".status"), result.status() == 0 ? "" : result.status() + "\n");
      return "";
    }
    String status = Repository.text(beside(".status")).strip();
    int expected = status.isEmpty() ? 0 : Integer.parseInt(status);
    return difference("standard output", Repository.text(beside(".out")), result.out())
        + difference("standard error", Repository.text(beside(".err")), result.err())
        + (expected == result.status()
            ? ""
            : "status " + result.status() + " instead of " + expected + "\n");
  }

  private static String difference(String what, String expected, String actual) {
    return expected.equals(actual)
        ? ""
        : what + " is\n" + actual + "\ninstead of\n" + expected + "\n";
  }

  private Path beside(String extension) {
    String name = script.getFileName().toString();
    String stem = name.substring(0, name.length() - EXTENSION.length());
    return script.resolveSibling(stem + extension);
  }
}
