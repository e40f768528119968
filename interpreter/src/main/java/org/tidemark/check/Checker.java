package org.tidemark.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tidemark.grammar.ParseResult;
import org.tidemark.grammar.TideParser;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.grammar.limit.Allowance;
import org.tidemark.grammar.limit.Limit;
import org.tidemark.grammar.limit.LimitReached;
import org.tidemark.grammar.source.SourceText;
import org.tidemark.grammar.tree.Script;
import org.tidemark.quantity.UnitTable;
import org.tidemark.spi.type.Type;

/** Checks a script before anything runs: names, dimensions, kinds, lints. */
public final class Checker {
  /** Told where the memory of the host was full before the limit was reached. */
  private static final long MEMORY_OF_HOST = Runtime.getRuntime().maxMemory();

  private final Vocabulary vocabulary;
  private final ModuleSource modules;
  private final Allowance allowance;

  /** A checker with a vocabulary and a place to find modules, of scripts that are trusted. */
  public Checker(Vocabulary vocabulary, ModuleSource modules) {
    this(vocabulary, modules, Allowance.FREE);
  }

  /**
   * A checker.
   *
   * @param allowance what checking may cost; a script that costs more is not sound
   */
  public Checker(Vocabulary vocabulary, ModuleSource modules, Allowance allowance) {
    this.vocabulary = vocabulary;
    this.modules = modules;
    this.allowance = allowance;
  }

  /**
   * Checks a script and what it imports. Syntax errors do not keep the rest from being checked.
   *
   * @param source the script's text
   * @param path where it stands, as the module source understands it
   */
  public CheckedProgram check(SourceText source, String path) {
    return check(source, path, Known.NOTHING);
  }

  /** As {@link #check(SourceText, String)}, where something is known from an earlier program. */
  public CheckedProgram check(SourceText source, String path, Known known) {
    return check(source, path, known, List.of());
  }

  /**
   * As {@link #check(SourceText, String)}, with examples that are checked each as if it stood at
   * the end of the script and none of the others did. They declare no units.
   */
  public CheckedProgram check(SourceText source, String path, List<SourceText> examples) {
    return check(source, path, Known.NOTHING, examples);
  }

  private CheckedProgram check(
      SourceText source, String path, Known known, List<SourceText> examples) {
    try {
      // the checker keeps nothing between runs, so it can start again on a larger stack
      return DeepStack.withRoom(() -> new Run(known, allowance).check(source, path, examples));
    } catch (LimitReached reached) {
      return refused(source, path, reached.diagnostic());
    } catch (OutOfMemoryError full) {
      if (allowance == Allowance.FREE) {
        throw full;
      }
      return refused(source, path, new LimitReached(Limit.MEMORY, MEMORY_OF_HOST).diagnostic());
    }
  }

  /** A program of which nothing is known but why it was not checked. */
  private CheckedProgram refused(SourceText source, String path, Diagnostic why) {
    Run run = new Run(Known.NOTHING, Allowance.FREE);
    run.findings.add(why);
    return run.check(new SourceText(source.name(), ""), path, List.of());
  }

  /**
   * What a program that goes on from an earlier one knows from there.
   *
   * @param units the earlier units; base units of the same names have the same dimensions
   * @param types of definitions whose values are kept, whatever their text says by now
   */
  public record Known(Optional<UnitTable> units, Map<String, Type> types) {
    /** Nothing. */
    public static final Known NOTHING = new Known(Optional.empty(), Map.of());

    /** Copies its map. */
    public Known {
      types = Map.copyOf(types);
    }
  }

  private final class Run {
    private final Findings findings = new Findings();
    private final Known known;
    private final UnitTable units;
    private final Imports imports;
    private final Allowance allowance;
    private final Declarer declarer;
    private final TypeChecker types;

    Run(Known known, Allowance allowance) {
      this.known = known;
      this.allowance = allowance;
      this.imports = new Imports(modules, findings, allowance);
      this.units =
          known.units().isPresent()
              ? UnitTable.standard().extendLike(known.units().get())
              : UnitTable.standard().extend(vocabulary::units);
      this.declarer =
          new Declarer(
              vocabulary,
              units,
              findings,
              imports,
              new ForeignFiles(vocabulary, modules, findings, allowance));
      this.types = new TypeChecker(vocabulary, units, findings, allowance);
    }

    CheckedProgram check(SourceText source, String path, List<SourceText> examples) {
      imports.readWith(found -> structure(found.text(), found.path(), false));
      Structure main = structure(source, path, true);
      List<Structure> below = new ArrayList<>();
      for (SourceText example : examples) {
        below.add(example(example, main));
      }
      List<Structure> loaded = imports.all();
      known
          .types()
          .forEach((name, type) -> main.member(name).ifPresent(member -> member.type = type));
      for (Structure module : loaded) {
        types.check(module);
      }
      types.check(main);
      for (Structure example : below) {
        types.check(example);
      }
      types.checkUnapplied();
      types.checked();
      return new CheckedProgram(
          main,
          loaded,
          below,
          vocabulary,
          units,
          modules,
          UnopenedPlugins.mentioned(findings.inOrder(), vocabulary.refused()),
          new OverrideCheck(types));
    }

    private Structure example(SourceText text, Structure main) {
      imports.enter(main.modulePath());
      try {
        ParseResult parsed = TideParser.parse(text, allowance);
        for (Diagnostic diagnostic : parsed.diagnostics()) {
          findings.add(diagnostic);
        }
        Structure example =
            new Structure(
                text.name(), Structure.Sort.EXAMPLE, text, main.scope(), null, main.modulePath());
        declarer.declare(example, parsed.script().statements());
        return example;
      } finally {
        imports.leave();
      }
    }

    private Structure structure(SourceText source, String path, boolean isMain) {
      imports.enter(path);
      try {
        if (modules.nameOf(path).equals(path)) {
          allowance.spend(Limit.SOURCE, source.text().length());
        }
        ParseResult parsed = TideParser.parse(source, allowance);
        for (Diagnostic diagnostic : parsed.diagnostics()) {
          findings.add(diagnostic);
        }
        Script script = parsed.script();
        Structure structure =
            new Structure(source.name(), Structure.Sort.SCRIPT, source, null, null, path);
        new UnitDeclarations(units, findings, allowance).read(script, isMain);
        declarer.declare(structure, script.statements());
        return structure;
      } finally {
        imports.leave();
      }
    }
  }
}
