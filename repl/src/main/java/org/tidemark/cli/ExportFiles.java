package org.tidemark.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.tidemark.api.Tide;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.grammar.source.Location;
import org.tidemark.model.Exported;
import org.tidemark.render.CsvText;
import org.tidemark.render.JsonReport;
import org.tidemark.session.WholeFile;
import org.tidemark.spi.Problem;
import org.tidemark.spi.ValueWriter;
import org.tidemark.spi.plot.Chart;
import org.tidemark.spi.value.TableValue;
import org.tidemark.spi.value.Value;
import org.tidemark.spi.value.ValueText;

/**
 * Writes what a script exports: each file whole or not at all, in the script's folder or below, and
 * never over a script.
 */
final class ExportFiles {
  private static final Set<String> BUILT_IN = Set.of("csv", "json", "svg", "png");
  private static final String OUTSIDE = "E0562";
  private static final String NOT_WRITTEN = "E0563";

  private final Tide tide;
  private final Path folder;
  private final Optional<Path> script;
  private final Console console;
  private final List<String> written = new ArrayList<>();
  private final List<Diagnostic> problems = new ArrayList<>();
  private int status = ExitStatus.FINE;

  /**
   * For one script.
   *
   * @param file of the script as the command line names it
   */
  ExportFiles(Tide tide, ScriptFile script, String file, Console console) {
    this.tide = tide;
    this.folder = script.folder().toAbsolutePath().normalize();
    this.script =
        file.equals(ScriptFile.STANDARD_INPUT)
            ? Optional.empty()
            : Optional.of(ScriptFile.path(file, console));
    this.console = console;
  }

  /** For what is typed at the prompt, which no file holds. */
  ExportFiles(Tide tide, Path folder, Console console) {
    this.tide = tide;
    this.folder = folder.toAbsolutePath().normalize();
    this.script = Optional.empty();
    this.console = console;
  }

  /** The files that were written, as the script names them. */
  List<String> written() {
    return written;
  }

  /** What could not be written. */
  List<Diagnostic> problems() {
    return problems;
  }

  int status() {
    return status;
  }

  void write(List<Exported> exports) {
    for (Exported export : exports) {
      try {
        byte[] bytes = bytes(export);
        WholeFile.write(target(export.file()), out -> out.write(bytes));
        written.add(export.file());
        console.say("wrote ".concat(export.file()).concat(size(export.value())));
      } catch (Problem problem) {
        refuse(problem, export.location(), ExitStatus.WRONG);
      } catch (IOException failed) {
        refuse(
            Problem.of(
                    NOT_WRITTEN,
                    export.file().concat(" could not be written: ").concat(reason(failed)))
                .withHelp("what was there before is unchanged"),
            export.location(),
            ExitStatus.NOT_WRITTEN);
      }
    }
  }

  private void refuse(Problem problem, Location location, int newStatus) {
    Diagnostic diagnostic =
        Diagnostic.error(problem.code(), problem.getMessage(), location.source(), location.span());
    for (String way : problem.help()) {
      diagnostic = diagnostic.withHelp(way);
    }
    problems.add(diagnostic);
    status = ExitStatus.worse(status, newStatus);
  }

  private static String size(Value value) {
    return value instanceof TableValue table
        ? " (".concat(ValueText.count(table.rows().size(), "row")).concat(")")
        : "";
  }

  // ---- what is written

  private byte[] bytes(Exported export) throws IOException {
    String file = export.file();
    Value value = export.value();
    String ending = file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    if (!BUILT_IN.contains(ending)) {
      Optional<ValueWriter> writer = tide.writer(ending);
      if (writer.isPresent()) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PluginCall.of("the writer for .".concat(ending), () -> writer.get().write(value, bytes));
        return bytes.toByteArray();
      }
    }
    if (value instanceof Chart chart) {
      return ChartFiles.picture(chart, file.substring(file.lastIndexOf('.') + 1));
    }
    if (file.endsWith(".json")) {
      return JsonReport.of(value).getBytes(StandardCharsets.UTF_8);
    }
    if (value instanceof TableValue table) {
      return CsvText.of(table).getBytes(StandardCharsets.UTF_8);
    }
    throw Problem.of("E0561", "a .csv file holds a table, and this is ".concat(value.describe()))
        .withHelp("write it as .json");
  }

  // ---- where

  /** The file of a relative name; following links must not lead out of the folder either. */
  private Path target(String file) throws IOException {
    Path target;
    try {
      target = folder.resolve(file).normalize();
    } catch (InvalidPathException bad) {
      throw Problem.of(OUTSIDE, "this is no file name: ".concat(file))
          .withHelp("use letters, digits, dots and slashes");
    }
    Path there = target;
    while (!Files.exists(there)) {
      there = there.getParent();
    }
    Path parent = target.getParent();
    if (!target.startsWith(folder)
        || parent == null
        || !there.toRealPath().startsWith(folder.toRealPath())) {
      throw Problem.of(OUTSIDE, file.concat(" leads out of the script's folder"))
          .withHelp("a script writes beside itself only: export \"results/runs.csv\" = ...");
    }
    if (Files.isDirectory(target)) {
      throw Problem.of(OUTSIDE, file.concat(" is a folder")).withHelp("give it another name");
    }
    if (script.isPresent() && Files.exists(target) && Files.isSameFile(target, script.get())) {
      throw Problem.of(OUTSIDE, file.concat(" is the script itself"))
          .withHelp("give it another name");
    }
    Files.createDirectories(parent);
    return target;
  }

  private static String reason(IOException failed) {
    if (failed instanceof AccessDeniedException) {
      return "it is not allowed there";
    }
    if (failed instanceof FileAlreadyExistsException || failed instanceof NotDirectoryException) {
      return "a file stands where a folder is needed";
    }
    return failed.getMessage() == null ? "the disk refuses it" : failed.getMessage();
  }
}
