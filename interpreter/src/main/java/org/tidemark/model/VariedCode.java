package org.tidemark.model;

import java.util.ArrayList;
import java.util.List;
import org.tidemark.check.Literals;
import org.tidemark.check.Resolution;
import org.tidemark.check.Scope;
import org.tidemark.grammar.source.Location;
import org.tidemark.grammar.tree.RecordEntry;
import org.tidemark.grammar.tree.RecordLiteral;
import org.tidemark.spi.value.Value;

/**
 * The definitions that a call varies.
 *
 * @param names as written
 * @param bare whether bare numbers are written, to which an annotation's unit applies
 * @param locations where each is written
 * @param structures how many structures to climb to the model that they belong to
 */
record VariedCode(
    List<String> names, List<Boolean> bare, List<Location> locations, int structures) {
  /** Nothing varies but uncertain inputs. */
  static final VariedCode NOTHING = new VariedCode(List.of(), List.of(), List.of(), 0);

  static VariedCode of(RecordLiteral record, Scope scope) {
    List<String> names = new ArrayList<>();
    List<Boolean> bare = new ArrayList<>();
    List<Location> locations = new ArrayList<>();
    int structures = 0;
    for (RecordEntry entry : record.entries()) {
      String name = entry.name().name();
      names.add(name);
      bare.add(Literals.takesUnit(entry.value()));
      locations.add(new Location(scope.source(), entry.span()));
      structures = ((Resolution.OfStructure) scope.resolve(name).orElseThrow()).structures();
    }
    return new VariedCode(names, bare, locations, structures);
  }

  /** The overrides that give each name one value. */
  Amendment amendment(List<Value> values) {
    Amendment amendment = new Amendment();
    for (int i = 0; i < names.size(); i++) {
      Value value = values.get(i);
      Cell cell = new Cell(names.get(i), locations.get(i), true, List.of(), List.of(), () -> value);
      amendment.add(List.of(names.get(i)), cell, bare.get(i));
    }
    return amendment;
  }
}
