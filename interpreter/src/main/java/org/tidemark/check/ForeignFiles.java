package org.tidemark.check;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.grammar.limit.Allowance;
import org.tidemark.grammar.limit.Limit;
import org.tidemark.grammar.limit.LimitReached;
import org.tidemark.grammar.source.Location;
import org.tidemark.grammar.source.SourceText;
import org.tidemark.grammar.tree.FunctionDeclaration;
import org.tidemark.grammar.tree.TextLiteral;
import org.tidemark.spi.Problem;
import org.tidemark.spi.foreign.ForeignEngine;
import org.tidemark.spi.foreign.ForeignProblem;
import org.tidemark.spi.foreign.ForeignProgram;

/** Finds and reads the files of other languages, each once; runs nothing in them. */
final class ForeignFiles {
  /** More than anybody writes; reading a text takes many times its size in memory. */
  private static final int MOST_CHARACTERS = 1_000_000;

  /** A longer one is not shown in a message. */
  private static final int LONGEST_HEAD = 100;

  private final Vocabulary vocabulary;
  private final ModuleSource modules;
  private final Findings findings;
  private final Allowance allowance;
  private final Map<String, Optional<ForeignProgram>> known = new HashMap<>();
  private final Map<List<String>, ForeignFile> loaded = new HashMap<>();

  ForeignFiles(
      Vocabulary vocabulary, ModuleSource modules, Findings findings, Allowance allowance) {
    this.allowance = allowance;
    this.vocabulary = vocabulary;
    this.modules = modules;
    this.findings = findings;
  }

  /** The file that a function of a structure names; empty, and reported, where there is none. */
  Optional<ForeignFile> load(Structure structure, FunctionDeclaration function) {
    TextLiteral written = function.foreignFile().orElseThrow();
    String name = written.constant();
    if (!allowance.allowsForeignCode()) {
      error(
          structure,
          written,
          "E0937",
          "this script may call no functions of other languages, and wants "
              + function.name().name()
              + " from "
              + name,
          "write it in Tide: fn " + head(structure, function) + " = ...");
      return Optional.empty();
    }
    Optional<ForeignEngine> engine = engine(structure, written, name);
    if (engine.isEmpty()) {
      return Optional.empty();
    }
    List<String> place = List.of(structure.modulePath(), name);
    if (loaded.containsKey(place)) {
      return Optional.of(loaded.get(place));
    }
    String stamp = modules.stamp(structure.modulePath(), name);
    Optional<SourceText> text;
    try {
      allowance.spend(Limit.FILES, 1);
      text = find(structure, written, name);
      if (text.isEmpty()) {
        return Optional.empty();
      }
      allowance.spend(Limit.FILE_BYTES, text.get().text().length());
    } catch (LimitReached reached) {
      throw reached.at(new Location(structure.source(), written.span()));
    }
    Optional<ForeignProgram> program = known.get(text.get().name());
    if (program == null) {
      program = read(structure, written, engine.get(), text.get());
      known.put(text.get().name(), program);
    }
    Optional<ForeignFile> file =
        program.map(
            read ->
                new ForeignFile(
                    engine.get(), name, structure.modulePath(), stamp, text.get(), read));
    file.ifPresent(read -> loaded.put(place, read));
    return file;
  }

  /** What stands between {@code fn} and {@code from}. */
  private static String head(Structure structure, FunctionDeclaration function) {
    String text =
        structure
            .source()
            .text()
            .substring(
                function.name().span().start(), function.foreignFile().orElseThrow().span().start())
            .strip()
            .replaceAll("\\s+", " ")
            .replaceAll(" ?from$", "");
    return text.length() > LONGEST_HEAD ? function.name().name() + "(...)" : text;
  }

  private Optional<ForeignEngine> engine(Structure structure, TextLiteral written, String name) {
    Optional<ForeignEngine> engine = vocabulary.engine(name);
    if (engine.isEmpty()) {
      error(
          structure,
          written,
          "E0722",
          "nothing here runs " + name,
          vocabulary.endings().isEmpty()
              ? "foreign functions come with the plugin polyglot, which is not loaded"
              : "the names of files that can be run end in ."
                  + String.join(", .", vocabulary.endings())
                  + "; plugins may add others");
      return engine;
    }
    Optional<String> lacks = engine.get().lacks();
    if (lacks.isPresent()) {
      error(
          structure, written, "E0722", "nothing here runs " + engine.get().language(), lacks.get());
      return Optional.empty();
    }
    return engine;
  }

  private Optional<SourceText> find(Structure structure, TextLiteral written, String name) {
    try {
      Optional<ModuleSource.Found> found = modules.file(structure.modulePath(), name);
      if (found.isEmpty()) {
        error(
            structure,
            written,
            "E0723",
            "there is no file " + name,
            "files are found relative to the script that names them");
        return Optional.empty();
      }
      if (found.get().text().text().length() > MOST_CHARACTERS) {
        error(
            structure,
            written,
            "E0723",
            name + " is longer than " + MOST_CHARACTERS / 1_000_000 + " million characters",
            "keep what the functions need");
        return Optional.empty();
      }
      return Optional.of(found.get().text());
    } catch (IOException unreadable) {
      error(
          structure,
          written,
          "E0723",
          name + " cannot be read: " + unreadable.getMessage(),
          "it is to be a text in UTF-8, of at most a million characters");
    } catch (Problem problem) {
      error(
          structure,
          written,
          problem.code(),
          problem.getMessage(),
          problem.help().toArray(new String[0]));
    }
    return Optional.empty();
  }

  private Optional<ForeignProgram> read(
      Structure structure, TextLiteral written, ForeignEngine engine, SourceText text) {
    try {
      return Optional.of(engine.read(text.name(), text.text()));
    } catch (ForeignProblem problem) {
      Diagnostic diagnostic =
          Diagnostic.error(
              "E0724",
              text.name() + " is no " + engine.language(),
              structure.source(),
              written.span());
      findings.add(ForeignPlace.shown(diagnostic, text, problem));
      return Optional.empty();
    }
  }

  private void error(
      Structure structure, TextLiteral written, String code, String message, String... help) {
    Diagnostic diagnostic = Diagnostic.error(code, message, structure.source(), written.span());
    for (String way : help) {
      diagnostic = diagnostic.withHelp(way);
    }
    findings.add(diagnostic);
  }
}
