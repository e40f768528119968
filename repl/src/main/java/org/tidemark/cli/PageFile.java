package org.tidemark.cli;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.render.audit.CoveragePage;
import org.tidemark.session.WholeFile;

/**
 * Where a page goes. What would go wrong is found before anything is worked out; what is there is
 * replaced as a whole once the page is complete.
 */
final class PageFile {
  /** What a page says near its beginning, and others do not. */
  private static final int BEGINNING = 2_000;

  private final Sort sort;
  private final String name;
  private final Path path;
  private final Console console;

  private PageFile(Sort sort, String name, Path path, Console console) {
    this.sort = sort;
    this.name = name;
    this.path = path;
    this.console = console;
  }

  /** What is written. */
  enum Sort {
    /** A report. */
    REPORT("report", "--report", "report.html", List.of("E0811", "E0812", "E0813", "E0814")) {
      @Override
      boolean isOne(String beginning) {
        return beginning.contains("<meta name=\"generator\" content=\"Tide ");
      }
    },
    /** A page of coverage. */
    COVERAGE(
        "page of coverage",
        "--coverage",
        "coverage.md",
        List.of("E0832", "E0833", "E0832", "E0834")) {
      @Override
      boolean isOne(String beginning) {
        return beginning.startsWith(CoveragePage.TITLE);
      }
    };

    private final String noun;
    private final String option;
    private final String example;
    private final List<String> codes;

    Sort(String noun, String option, String example, List<String> codes) {
      this.noun = noun;
      this.option = option;
      this.example = example;
      this.codes = codes;
    }

    /** Whether a file that begins so is one, and may be replaced by a newer one. */
    abstract boolean isOne(String beginning);

    private String noFile() {
      return codes.get(0);
    }

    private String taken() {
      return codes.get(1);
    }

    private String noFolder() {
      return codes.get(2);
    }

    private String notWritten() {
      return codes.get(3);
    }

    private String forExample() {
      return "name a file, for example " + option + " " + example;
    }
  }

  /** A page. */
  interface Page {
    /** Writes it; what it is written to stays open. */
    void write(Writer out) throws IOException;
  }

  /**
   * The file of a name.
   *
   * @throws Refusal where no page can be written there
   */
  static PageFile of(Sort sort, String name, Console console) {
    Path path;
    try {
      path = console.folder().resolve(name).toAbsolutePath();
    } catch (InvalidPathException e) {
      throw refusal(
          sort.noFile(), "no file can have the name " + name, "give another, " + sort.example);
    }
    if (name.equals(ScriptFile.STANDARD_INPUT) || Files.isDirectory(path)) {
      throw refusal(
          sort.noFile(),
          name
              + (name.equals(ScriptFile.STANDARD_INPUT) ? " is no file" : " is a folder")
              + ", a "
              + sort.noun
              + " is one file",
          sort.forExample());
    }
    if (Files.exists(path)) {
      return replacing(sort, name, path, console);
    }
    refuseScript(sort, name);
    if (!Files.isDirectory(path.getParent())) {
      throw refusal(
          sort.noFolder(),
          "there is no folder for the " + sort.noun + " " + name,
          "make it first, or write the " + sort.noun + " somewhere else");
    }
    return new PageFile(sort, name, path, console);
  }

  private static PageFile replacing(Sort sort, String name, Path path, Console console) {
    if (!Files.isRegularFile(path)) {
      throw refusal(
          sort.noFile(),
          name + " is no ordinary file, so no " + sort.noun + " can take its place",
          sort.forExample());
    }
    refuseScript(sort, name);
    if (!mayBeReplaced(sort, path)) {
      throw refusal(
          sort.taken(),
          name + " is there already and is no " + sort.noun,
          "choose another name for the " + sort.noun + ", or remove the file first");
    }
    try {
      return new PageFile(sort, name, path.toRealPath(), console);
    } catch (IOException gone) {
      // then there is nothing to replace
      return new PageFile(sort, name, path, console);
    }
  }

  private static void refuseScript(Sort sort, String name) {
    if (name.endsWith(Target.ENDING)) {
      throw refusal(
          sort.taken(),
          "a " + sort.noun + " is not written to " + name + ", which is the name of a script",
          "end its name in " + sort.example.substring(sort.example.indexOf('.')));
    }
  }

  /** Whether a file is empty, or a page of the sort itself. */
  private static boolean mayBeReplaced(Sort sort, Path path) {
    try (Reader in = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
      char[] start = new char[BEGINNING];
      int length = 0;
      for (int read = 0; read >= 0 && length < start.length; length += Math.max(0, read)) {
        read = in.read(start, length, start.length - length);
      }
      return length == 0 || sort.isOne(new String(start, 0, length));
    } catch (IOException unreadable) {
      return false;
    }
  }

  /**
   * Writes the page and says so.
   *
   * @return whether it could be written; where not, that has been said
   */
  boolean write(Page page) {
    try {
      WholeFile.write(
          path,
          bytes -> {
            try (Writer out = new OutputStreamWriter(bytes, StandardCharsets.UTF_8)) {
              page.write(out);
            }
          });
      console.say("wrote ".concat(name));
      return true;
    } catch (IOException lost) {
      console.report(
          List.of(
              Diagnostic.error(
                      sort.notWritten(), "the " + sort.noun + " " + name + " could not be written")
                  .withHelp("see whether you may write there and whether the disk is full")));
      return false;
    }
  }

  private static Refusal refusal(String code, String message, String help) {
    return Refusal.of(Diagnostic.error(code, message).withHelp(help));
  }
}
