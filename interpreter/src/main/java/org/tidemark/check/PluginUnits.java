package org.tidemark.check;

import java.util.Optional;
import org.tidemark.check.plugin.Parts;
import org.tidemark.check.plugin.Sort;
import org.tidemark.grammar.ParseResult;
import org.tidemark.grammar.TideParser;
import org.tidemark.grammar.source.SourceText;
import org.tidemark.grammar.tree.UnitDeclaration;
import org.tidemark.quantity.Quantity;
import org.tidemark.quantity.UnitTable;
import org.tidemark.spi.UnitSpec;

/** The units that plugins add, as a table above the built-in ones. */
final class PluginUnits {
  private static final String CODE = "E0743";

  private PluginUnits() {}

  /** The table; a unit that is not defined by known ones is left out and reported. */
  static UnitTable of(Parts parts) {
    UnitTable table = UnitTable.standard().extend();
    for (UnitSpec unit : parts.all(Sort.UNIT, UnitSpec.class)) {
      if (!add(unit, table)) {
        parts.complain(
            parts.plugin(Sort.UNIT, unit.name()),
            CODE,
            "its unit "
                + unit.name()
                + " is left out: "
                + unit.definition().orElse("")
                + " is no size above 0 in units that are known before it");
      }
    }
    return table;
  }

  private static boolean add(UnitSpec unit, UnitTable table) {
    if (unit.definition().isEmpty()) {
      table.declareBase(unit.name(), unit.doc());
      return true;
    }
    Optional<Quantity> size = size(unit, table);
    if (size.isEmpty()
        || !(size.get().magnitude() > 0)
        || Double.isInfinite(size.get().magnitude())) {
      return false;
    }
    table.declare(unit.name(), size.get().magnitude(), size.get().dimension(), unit.doc());
    return true;
  }

  private static Optional<Quantity> size(UnitSpec unit, UnitTable table) {
    String text = "unit " + unit.name() + " = " + unit.definition().orElseThrow();
    ParseResult parsed = TideParser.parse(new SourceText(unit.name(), text));
    if (!parsed.diagnostics().isEmpty()
        || parsed.script().statements().size() != 1
        || !(parsed.script().statements().get(0) instanceof UnitDeclaration declared)
        || declared.definition().isEmpty()) {
      return Optional.empty();
    }
    return Literals.quantity(declared.definition().get(), new UnitReader(table));
  }
}
