package org.tidemark.check;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.grammar.source.SourceText;
import org.tidemark.grammar.source.Unseen;
import org.tidemark.grammar.tree.ExportStatement;
import org.tidemark.grammar.tree.Expression;
import org.tidemark.quantity.Spelling;
import org.tidemark.spi.ValueWriter;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.FunctionType;
import org.tidemark.spi.type.ObjectType;
import org.tidemark.spi.type.TableType;
import org.tidemark.spi.type.Type;

/** Whether what a script wants in files can be written to them. */
final class ExportTypes {
  private static final List<String> OF_VALUES = List.of("csv", "json");
  private static final List<String> OF_PLOTS = List.of("svg", "png");

  private final TypeChecker checker;
  private final Scope scope;
  private final SourceText source;
  private final Map<String, ExportStatement> written = new HashMap<>();

  ExportTypes(TypeChecker checker, Structure structure) {
    this.checker = checker;
    this.scope = structure.scope();
    this.source = structure.source();
  }

  void check(ExportStatement export) {
    export.plot().ifPresent(plot -> PlotTypes.check(checker, plot, scope));
    Optional<Type> type = export.value().map(value -> checker.expressions.infer(value, scope));
    if (!export.file().isConstant()) {
      checker.error(
          source,
          export.file().span(),
          "E0560",
          "the name of a file is written out, without { }",
          "for example export \"runs.csv\" = ...");
      return;
    }
    String file = export.file().constant();
    if (isPlain(export, file) && isFree(export, file) && isBelow(export, file)) {
      format(export, file, type);
    }
  }

  private boolean isPlain(ExportStatement export, String file) {
    // a shell takes the sign for the folder of somebody, and so do those who read the script
    if (file.startsWith("~") || file.chars().anyMatch(Unseen::is)) {
      checker.error(
          source,
          export.file().span(),
          "E0560",
          file.startsWith("~")
              ? "the name of a file does not begin with ~"
              : "the name of a file holds no line ends or other characters that cannot be seen",
          "for example export \"runs.csv\" = ...");
      return false;
    }
    return true;
  }

  private boolean isFree(ExportStatement export, String file) {
    // a file system may take upper and lower case for one
    ExportStatement earlier = written.putIfAbsent(file.toLowerCase(Locale.ROOT), export);
    if (earlier == null) {
      return true;
    }
    checker.findings.add(
        Diagnostic.error("E0564", file + " is written twice", source, export.file().span())
            .withLabel(source, earlier.file().span(), "first written here")
            .withHelp("give each a file of its own"));
    return false;
  }

  private boolean isBelow(ExportStatement export, String file) {
    boolean leads =
        file.startsWith("/")
            || file.indexOf('\\') >= 0
            || file.indexOf(':') >= 0
            || List.of(file.split("/", -1)).contains("..");
    if (leads) {
      checker.error(
          source,
          export.file().span(),
          "E0562",
          file + " is not a file in the script's folder or below",
          "a script writes beside itself only: export \"results/runs.csv\" = ...");
    }
    return !leads;
  }

  private void format(ExportStatement export, String file, Optional<Type> type) {
    String name = file.substring(file.lastIndexOf('/') + 1);
    int dot = name.lastIndexOf('.');
    String extension = dot < 0 ? "" : name.substring(dot + 1);
    boolean ofValues = OF_VALUES.contains(extension);
    boolean ofPlots = OF_PLOTS.contains(extension);
    Optional<ValueWriter> added =
        dot <= 0 || ofValues || ofPlots
            ? Optional.empty()
            : checker.vocabulary.writer(extension.toLowerCase(Locale.ROOT));
    if (added.isPresent()) {
      added(export, extension, added.get(), type);
    } else if (dot <= 0 || !(ofValues || ofPlots)) {
      unknown(export, name, extension, type.isEmpty());
    } else if (type.isEmpty() && ofValues) {
      checker.error(
          source,
          export.file().span(),
          "E0561",
          "a plot is a picture, and ." + extension + " is none",
          "write it as .svg or .png: export \"" + name.substring(0, dot) + ".svg\" = plot ...",
          "for the numbers, export the table or the value itself");
    } else if (type.isPresent() && ofPlots) {
      String value = source.text(export.value().orElseThrow().span());
      checker.error(
          source,
          export.file().span(),
          "E0561",
          "." + extension + " is a picture: say that it is to be drawn",
          "write plot behind the =: export \""
              + file
              + "\" = plot "
              + (value.length() > 40 ? "..." : value));
    } else if (type.isPresent()) {
      value(export.value().orElseThrow(), extension, type.get());
    }
  }

  /** What a plugin writes takes what it says it takes. */
  private void added(
      ExportStatement export, String extension, ValueWriter writer, Optional<Type> type) {
    Set<ValueWriter.Takes> takes = writer.takes();
    ValueWriter.Takes wanted =
        type.isEmpty()
            ? ValueWriter.Takes.PLOTS
            : isTable(type.get()) ? ValueWriter.Takes.TABLES : ValueWriter.Takes.VALUES;
    boolean noValue =
        type.isPresent() && (type.get() instanceof FunctionType || type.get() instanceof ModelType);
    if (type.isPresent() && type.get() == BasicType.UNKNOWN || takes.contains(wanted) && !noValue) {
      return;
    }
    checker.error(
        source,
        export.value().map(Expression::span).orElse(export.file().span()),
        "E0561",
        "a ."
            + extension
            + " file does not hold "
            + (type.isEmpty() ? "a plot" : type.get().describe()),
        "." + extension + " is for this: " + writer.doc());
  }

  private static boolean isTable(Type type) {
    return type instanceof TableType || type instanceof ObjectType o && o.rows().isPresent();
  }

  private void unknown(ExportStatement export, String name, String extension, boolean plot) {
    List<String> known = plot ? OF_PLOTS : OF_VALUES;
    Diagnostic diagnostic =
        Diagnostic.error(
            "E0560",
            extension.equals("tide")
                ? "a script does not write scripts: " + name
                : "by its name " + name + " is no format that can be written",
            source,
            export.file().span());
    for (String near : Spelling.closest(extension, known, 1)) {
      diagnostic = diagnostic.withHelp("did you mean ." + near + "?");
    }
    checker.findings.add(
        diagnostic.withHelp(
            plot
                ? "a plot is written as .svg or .png"
                : "a table is written as .csv, any value as .json, and a plot as .svg or .png"));
  }

  private void value(Expression value, String extension, Type type) {
    if (extension.equals("csv") && type != BasicType.UNKNOWN && !isTable(type)) {
      checker.error(
          source,
          value.span(),
          "E0561",
          "a .csv file holds a table, and this is " + type.describe(),
          "write it as .json, or make a table of it: table(on: date, usd: USD/GB) { ... }");
    } else if (type instanceof FunctionType || type instanceof ModelType) {
      checker.error(
          source,
          value.span(),
          "E0561",
          "a .json file holds values, and this is " + type.describe(),
          "export a value that it gives");
    }
  }
}
