package org.tidemark.support;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tidemark.cli.Console;
import org.tidemark.cli.Main;

/**
 * Runs the command in this process, and shows no long work there: how long something takes is no
 * part of what a test expects. Needs nothing but the command itself, no test library.
 */
public final class Command {
  private Command() {}

  /**
   * What a command did.
   *
   * @param status its exit status
   * @param out its results
   * @param err everything else
   */
  public record Result(int status, String out, String err) {
    /** All of it, for messages. */
    @Override
    public String toString() {
      return "status " + status + "\n--- out\n" + out + "--- err\n" + err;
    }
  }

  /** Runs it in a folder without input. */
  public static Result run(Path folder, String... words) {
    return run(folder, new byte[0], words);
  }

  /** Runs it in a folder with input. */
  public static Result run(Path folder, byte[] input, String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        new Console(
            new ByteArrayInputStream(input),
            new PrintStream(out, false, StandardCharsets.UTF_8),
            new PrintStream(err, false, StandardCharsets.UTF_8),
            folder,
            false,
            false,
            Console.Showing.NOTHING);
    int status = Main.run(words, console);
    return new Result(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** Splits a command line as a shell does, as far as quotation marks go. */
  public static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    StringBuilder word = null;
    char quote = 0;
    for (char c : line.toCharArray()) {
      if (quote != 0 && c == quote) {
        quote = 0;
      } else if (quote == 0 && (c == '\'' || c == '"')) {
        quote = c;
        word = word == null ? new StringBuilder() : word;
      } else if (quote == 0 && c == ' ') {
        if (word != null) {
          words.add(word.toString());
        }
        word = null;
      } else {
        word = (word == null ? new StringBuilder() : word).append(c);
      }
    }
    if (word != null) {
      words.add(word.toString());
    }
    return words;
  }
}
