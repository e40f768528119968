package org.tidemark.cli;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.render.audit.Coverage;
import org.tidemark.render.audit.CoveragePage;
import org.tidemark.session.WholeFile;

/** Where a page of coverage goes. Nothing but such a page, or an empty file, is replaced. */
final class CoverageFile {
  private static final String NO_FILE = "E0832";
  private static final String TAKEN = "E0833";
  private static final String NOT_WRITTEN = "E0834";

  private final String name;
  private final Path path;
  private final Console console;

  private CoverageFile(String name, Path path, Console console) {
    this.name = name;
    this.path = path;
    this.console = console;
  }

  /**
   * The file of a name.
   *
   * @throws Refusal where no page can be written there
   */
  static CoverageFile of(String name, Console console) {
    Path path;
    try {
      path = console.folder().resolve(name).toAbsolutePath();
    } catch (InvalidPathException e) {
      throw refusal(NO_FILE, "no file can have the name " + name, "give another, coverage.md");
    }
    if (name.equals(ScriptFile.STANDARD_INPUT) || Files.isDirectory(path)) {
      throw refusal(
          NO_FILE,
          name + (name.equals("-") ? " is no file" : " is a folder") + ", and the page is one file",
          "name a file, for example --coverage coverage.md");
    }
    if (!Files.exists(path) && !Files.isDirectory(path.getParent())) {
      throw refusal(
          NO_FILE,
          "there is no folder for the page " + name,
          "make it first, or write the page somewhere else");
    }
    if (Files.exists(path) && !Files.isRegularFile(path)) {
      throw refusal(
          NO_FILE,
          name + " is no ordinary file, so no page can take its place",
          "name a file, for example --coverage coverage.md");
    }
    if (name.endsWith(".tide") || Files.exists(path) && !isCoverage(path)) {
      throw refusal(
          TAKEN,
          name + " is there already, or the name of a script, and is no page of coverage",
          "choose another name for the page, or remove the file first");
    }
    try {
      // the file behind a link is written, and not in place of the link
      return new CoverageFile(name, Files.exists(path) ? path.toRealPath() : path, console);
    } catch (IOException gone) {
      return new CoverageFile(name, path, console);
    }
  }

  private static boolean isCoverage(Path path) {
    try (Reader in = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
      char[] start = new char[CoveragePage.TITLE.length()];
      int length = in.read(start);
      return length < 0 || new String(start, 0, length).equals(CoveragePage.TITLE);
    } catch (IOException unreadable) {
      return false;
    }
  }

  /**
   * Writes the page and says so.
   *
   * @return whether it could be written; where not, that has been said
   */
  boolean write(Coverage coverage) {
    byte[] page = CoveragePage.of(coverage).getBytes(StandardCharsets.UTF_8);
    try {
      WholeFile.write(path, out -> out.write(page));
      console.say("wrote ".concat(name));
      return true;
    } catch (IOException lost) {
      console.report(
          List.of(
              Diagnostic.error(NOT_WRITTEN, "the page " + name + " could not be written")
                  .withHelp("see whether you may write there and whether the disk is full")));
      return false;
    }
  }

  private static Refusal refusal(String code, String message, String help) {
    return Refusal.of(Diagnostic.error(code, message).withHelp(help));
  }
}
