package org.tidemark.hostile;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tidemark.api.Limits;
import org.tidemark.support.Repository;

/**
 * A script that wants too much. Its first comment names the code that stops it, a second one may
 * name limits: {@code // --limit time=300ms}.
 *
 * @param name as reports call it
 * @param text the script
 * @param code that stops it
 * @param limits as the command line writes them
 */
record HostileScript(String name, String text, String code, List<String> limits) {
  private static final String LIMIT = "// --limit ";

  static final Path FOLDER = Repository.TOP.resolve("repl/src/test/hostile");

  static List<HostileScript> all() {
    List<HostileScript> scripts = new ArrayList<>();
    for (Path file : Repository.files(FOLDER, path -> path.toString().endsWith(".tide"))) {
      scripts.add(of(FOLDER.relativize(file).toString(), Repository.text(file)));
    }
    return scripts;
  }

  /** One whose comments say what stops it. */
  static HostileScript of(String name, String text) {
    String[] lines = text.split("\n", 3);
    List<String> limits =
        lines[1].startsWith(LIMIT) ? List.of(lines[1].substring(LIMIT.length())) : List.of();
    return new HostileScript(name, text, lines[0].split(" ")[1], limits);
  }

  Limits most() {
    Limits.Builder most = Limits.untrusted().toBuilder();
    limits.forEach(most::written);
    return most.build();
  }
}
