package org.tidemark.check;

import java.util.List;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.grammar.source.Location;
import org.tidemark.quantity.UnitTable;
import org.tidemark.spi.type.Type;

/**
 * A script whose names, dimensions and kinds have been checked; what can be run. Immutable.
 *
 * @param main the script
 * @param modules what it imports, directly or not
 * @param examples those that were checked with it, in the order in which they were given
 * @param vocabulary what plugins add
 * @param units the built-in units and those that scripts declare
 * @param moduleSource where the files beside the scripts come from
 * @param diagnostics what was found; with an error among them the program cannot be run
 * @param overrideCheck checks overrides from outside
 */
public record CheckedProgram(
    Structure main,
    List<Structure> modules,
    List<Structure> examples,
    Vocabulary vocabulary,
    UnitTable units,
    ModuleSource moduleSource,
    List<Diagnostic> diagnostics,
    OverrideCheck overrideCheck) {
  /** Copies its lists. */
  public CheckedProgram {
    modules = List.copyOf(modules);
    examples = List.copyOf(examples);
    diagnostics = List.copyOf(diagnostics);
  }

  /** Whether it can be run. */
  public boolean isSound() {
    return diagnostics.stream().noneMatch(Diagnostic::isError);
  }

  /** What answers questions about texts that are being typed below the script. */
  public Inquiry inquiry() {
    return new Inquiry(overrideCheck.checker(), main);
  }

  /** The type that a function of a plugin said of a call; unknown where it said none. */
  public Type promised(Location call) {
    return overrideCheck.checker().promised(call);
  }

  /** A reader of units over the program's table. */
  public UnitReader unitReader() {
    return new UnitReader(units);
  }
}
