package org.tidemark.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.tidemark.api.Library;
import org.tidemark.api.Program;
import org.tidemark.api.Tide;
import org.tidemark.grammar.diagnostic.Diagnostic;

/**
 * A script or a module of the library that a command is to look at.
 *
 * @param name of the module, or of the file as the command line has it
 * @param ofLibrary whether it is a module
 */
record Target(String name, boolean ofLibrary) {
  /** How the names of scripts end. */
  static final String ENDING = ".tide";

  private static final String UNKNOWN = "E0826";
  private static final String UNREADABLE = "E0801";

  /**
   * What a word of the command line stands for: a module of the library and those below it, or a
   * file. A file that is called like a module goes first; one that is missing is told of when it is
   * read.
   *
   * @param part of the library where a word without dots is looked for first, so that a slip is
   *     told of; empty where such a word is a file or a folder
   * @throws Refusal where the library has no such module
   */
  static List<Target> of(String word, String part, Tide tide, Console console) {
    boolean ofLibrary = Library.isName(word) && !word.endsWith(ENDING);
    boolean bare =
        !part.isEmpty()
            && !word.equals(ScriptFile.STANDARD_INPUT)
            && word.indexOf('/') < 0
            && word.indexOf('.') < 0;
    if (!(ofLibrary || bare) || Files.exists(ScriptFile.path(word, console))) {
      return List.of(new Target(word, false));
    }
    List<Target> modules = ofLibrary ? modules(word, tide) : List.of();
    if (modules.isEmpty()) {
      throw unknown(word, part, tide);
    }
    return modules;
  }

  private static Refusal unknown(String word, String part, Tide tide) {
    Diagnostic diagnostic = Diagnostic.error(UNKNOWN, "the library has no module ".concat(word));
    List<String> near = Spelling.modules(word, tide.modules(), part);
    if (!near.isEmpty()) {
      return Refusal.of(diagnostic.withHelp("did you mean " + String.join(" or ", near) + "?"));
    }
    return Refusal.of(
        diagnostic
            .withHelp("tide doc std lists its modules")
            .withHelp("a script is named with its ending, model.tide"));
  }

  /** The module of a name and those below it; none where the library has none. */
  static List<Target> modules(String name, Tide tide) {
    return tide.modules(name).stream().map(module -> new Target(module, true)).toList();
  }

  /**
   * Reads and compiles it.
   *
   * @throws Refusal where it cannot be read
   */
  Program compile(Tide tide, Console console) {
    if (!ofLibrary) {
      return Execution.compile(tide, ScriptFile.read(name, console));
    }
    try {
      return tide.compileModule(name).orElseThrow();
    } catch (IOException unreadable) {
      throw Refusal.of(
          Diagnostic.error(UNREADABLE, "the module ".concat(name).concat(" cannot be read"))
              .withHelp("see whether the program was unpacked whole"));
    }
  }
}
