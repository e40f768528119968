package org.tidemark.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Reads the plain forms of command lines without loading the full reader, which takes twice as long
 * as the rest of the start. Anything that it is not sure of it leaves to that one, mistakes
 * included.
 */
final class QuickReader {
  private static final String SET = "--set";

  private QuickReader() {}

  static Optional<Request> read(String[] words) {
    if (words.length == 0) {
      return Optional.of(new Request.Prompt());
    }
    List<String> arguments = Arrays.asList(words).subList(1, words.length);
    if (words[0].equals("run")) {
      return run(arguments);
    }
    for (String argument : arguments) {
      if (!isPlain(argument)) {
        return Optional.empty();
      }
    }
    return Optional.ofNullable(plain(words[0], arguments));
  }

  /** A command whose arguments are all plain; null where it is another, or wants others. */
  private static Request plain(String command, List<String> arguments) {
    int count = arguments.size();
    return switch (command) {
      case "check" -> count == 0 ? null : new Request.Check(arguments, Trust.FULL);
      case "test" -> count == 0 ? null : new Request.Test(arguments, Trust.FULL);
      case "audit" -> new Request.Audit(arguments, false, "", "");
      case "doc" -> count != 1 ? null : new Request.Doc(arguments.get(0));
      case "explain" -> count != 1 ? null : new Request.Explain(arguments.get(0));
      case "plugins" -> count != 0 ? null : new Request.Plugins(false);
      case "--version" -> count != 0 ? null : new Request.Print(Version.text().concat("\n"));
      default -> null;
    };
  }

  private static Optional<Request> run(List<String> arguments) {
    String file = null;
    boolean json = false;
    String report = "";
    List<String> settings = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      String word = arguments.get(i);
      if (word.equals("--json") && !json) {
        json = true;
      } else if (word.equals(SET) && i + 1 < arguments.size() && isPlain(arguments.get(i + 1))) {
        settings.add(arguments.get(++i));
      } else if (word.equals("--report")
          && report.isEmpty()
          && i + 1 < arguments.size()
          && isPlain(arguments.get(i + 1))) {
        report = arguments.get(++i);
      } else if (file == null && isPlain(word)) {
        file = word;
      } else {
        return Optional.empty();
      }
    }
    return file == null
        ? Optional.empty()
        : Optional.of(new Request.Run(file, settings, json, report, "", Trust.FULL));
  }

  private static boolean isPlain(String word) {
    return !word.isEmpty() && (!word.startsWith("-") || word.equals(ScriptFile.STANDARD_INPUT));
  }
}
