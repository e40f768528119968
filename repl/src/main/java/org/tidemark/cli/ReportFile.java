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
import org.tidemark.api.ScriptOutline;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.render.Report;
import org.tidemark.render.audit.Audited;
import org.tidemark.render.report.AuditReport;
import org.tidemark.render.report.HtmlReport;
import org.tidemark.render.report.ReportContent;
import org.tidemark.session.WholeFile;

/**
 * Where a report goes. What would go wrong is found before the script is run; what is there is
 * replaced as a whole once the report is complete.
 */
final class ReportFile {
  private static final String NO_FILE = "E0811";
  private static final String TAKEN = "E0812";
  private static final String NO_FOLDER = "E0813";
  private static final String NOT_WRITTEN = "E0814";

  private static final String EXTENSION = ".tide";

  /** What a report says near its beginning, and other pages do not. */
  private static final String MADE_BY = "<meta name=\"generator\" content=\"Tide ";

  private static final int BEGINNING = 2_000;

  private final String name;
  private final Path path;
  private final Console console;

  private ReportFile(String name, Path path, Console console) {
    this.name = name;
    this.path = path;
    this.console = console;
  }

  /**
   * The file of a name.
   *
   * @throws Refusal where no report can be written there
   */
  static ReportFile of(String name, Console console) {
    Path path;
    try {
      path = console.folder().resolve(name).toAbsolutePath();
    } catch (InvalidPathException e) {
      throw refusal(NO_FILE, "no file can have the name " + name, "give another, report.html");
    }
    if (name.equals(ScriptFile.STANDARD_INPUT) || Files.isDirectory(path)) {
      throw refusal(
          NO_FILE,
          name + (name.equals("-") ? " is no file" : " is a folder") + ", a report is one file",
          "name a file, for example --report report.html");
    }
    if (Files.exists(path)) {
      return replacing(name, path, console);
    }
    refuseScript(name);
    if (!Files.isDirectory(path.getParent())) {
      throw refusal(
          NO_FOLDER,
          "there is no folder for the report " + name,
          "make it first, or write the report somewhere else");
    }
    return new ReportFile(name, path, console);
  }

  private static ReportFile replacing(String name, Path path, Console console) {
    if (!Files.isRegularFile(path)) {
      throw refusal(
          NO_FILE,
          name + " is no ordinary file, so no report can take its place",
          "name a file, for example --report report.html");
    }
    refuseScript(name);
    if (!isReport(path)) {
      throw refusal(
          TAKEN,
          name + " is there already and is no report",
          "choose another name for the report, or remove the file first");
    }
    try {
      return new ReportFile(name, path.toRealPath(), console);
    } catch (IOException gone) {
      return new ReportFile(name, path, console);
    }
  }

  private static void refuseScript(String name) {
    if (name.endsWith(EXTENSION)) {
      throw refusal(
          TAKEN,
          "a report is not written to " + name + ", which is the name of a script",
          "end its name in .html");
    }
  }

  /** Whether a file may be replaced: it is empty, or a report itself. */
  private static boolean isReport(Path path) {
    try (Reader in = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
      char[] start = new char[BEGINNING];
      int length = 0;
      for (int read = 0; read >= 0 && length < start.length; length += Math.max(0, read)) {
        read = in.read(start, length, start.length - length);
      }
      return length == 0 || new String(start, 0, length).contains(MADE_BY);
    } catch (IOException unreadable) {
      return false;
    }
  }

  /**
   * Writes the report and says so.
   *
   * @return whether it could be written; where not, that has been said
   */
  boolean write(ScriptOutline script, Report run, List<String> settings) {
    ReportContent content = new ReportContent(script, run, settings, Version.text(), RunDate.now());
    return write(out -> HtmlReport.write(content, out));
  }

  /**
   * Writes the report of an audit and says so.
   *
   * @return whether it could be written; where not, that has been said
   */
  boolean write(List<Audited> audited) {
    return write(out -> AuditReport.write(audited, Version.text(), RunDate.now(), out));
  }

  /** A page. */
  interface Page {
    /** Writes it. */
    void write(Writer out) throws IOException;
  }

  /**
   * Writes a page and says so.
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
              Diagnostic.error(NOT_WRITTEN, "the report " + name + " could not be written")
                  .withHelp("see whether you may write there and whether the disk is full")));
      return false;
    }
  }

  private static Refusal refusal(String code, String message, String help) {
    return Refusal.of(Diagnostic.error(code, message).withHelp(help));
  }
}
