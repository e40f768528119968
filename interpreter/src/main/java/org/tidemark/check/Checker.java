package org.tidemark.check;

import java.util.List;
import org.tidemark.grammar.ParseResult;
import org.tidemark.grammar.TideParser;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.grammar.source.SourceText;
import org.tidemark.grammar.tree.Script;
import org.tidemark.quantity.UnitTable;

/** Checks a script before anything runs: names, dimensions, kinds, lints. */
public final class Checker {
  private final Vocabulary vocabulary;
  private final ModuleSource modules;

  /** A checker with a vocabulary and a place to find modules. */
  public Checker(Vocabulary vocabulary, ModuleSource modules) {
    this.vocabulary = vocabulary;
    this.modules = modules;
  }

  /**
   * Checks a script and what it imports. Syntax errors do not keep the rest from being checked.
   *
   * @param source the script's text
   * @param path where it stands, as the module source understands it
   */
  public CheckedProgram check(SourceText source, String path) {
    // the checker keeps nothing between runs, so it can start again on a larger stack
    return DeepStack.withRoom(() -> new Run().check(source, path));
  }

  private final class Run {
    private final Findings findings = new Findings();
    private final UnitTable units = UnitTable.standard().extend();
    private final Imports imports = new Imports(modules, findings);
    private final Declarer declarer = new Declarer(vocabulary, units, findings, imports);
    private final TypeChecker types = new TypeChecker(vocabulary, units, findings);

    CheckedProgram check(SourceText source, String path) {
      imports.readWith(found -> structure(found.text(), found.path(), false));
      Structure main = structure(source, path, true);
      List<Structure> loaded = imports.all();
      for (Structure module : loaded) {
        types.check(module);
      }
      types.check(main);
      return new CheckedProgram(
          main, loaded, vocabulary, units, modules, findings.inOrder(), new OverrideCheck(types));
    }

    private Structure structure(SourceText source, String path, boolean isMain) {
      imports.enter(path);
      try {
        ParseResult parsed = TideParser.parse(source);
        for (Diagnostic diagnostic : parsed.diagnostics()) {
          findings.add(diagnostic);
        }
        Script script = parsed.script();
        Structure structure =
            new Structure(source.name(), Structure.Sort.SCRIPT, source, null, null, path);
        new UnitDeclarations(units, findings).read(script, isMain);
        declarer.declare(structure, script.statements());
        return structure;
      } finally {
        imports.leave();
      }
    }
  }
}
