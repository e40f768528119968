package org.tidemark.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tidemark.check.Scope;
import org.tidemark.check.UnitReader;
import org.tidemark.grammar.source.Location;
import org.tidemark.grammar.tree.Expression;
import org.tidemark.grammar.tree.ListLiteral;
import org.tidemark.grammar.tree.NameReference;
import org.tidemark.grammar.tree.RecordEntry;
import org.tidemark.grammar.tree.RecordLiteral;
import org.tidemark.grammar.tree.TextLiteral;
import org.tidemark.spi.Evidence;
import org.tidemark.spi.Lazy;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.value.ModelValue;
import org.tidemark.spi.value.Value;

/**
 * An argument that reaches a plugin's function without being evaluated.
 *
 * @param text as written
 * @param location where
 * @param code its code; null for columns and schemas
 * @param elements of a list literal
 * @param columns of a schema
 */
record Unevaluated(
    String text,
    Location location,
    Code code,
    List<Unevaluated> elements,
    Map<String, Type> columns) {

  static Unevaluated expression(Expression written, Scope scope, Lowering lowering) {
    List<Unevaluated> elements = new ArrayList<>();
    if (written instanceof ListLiteral list) {
      list.elements().forEach(e -> elements.add(expression(e, scope, lowering)));
    }
    return new Unevaluated(
        scope.source().text(written.span()),
        new Location(scope.source(), written.span()),
        lowering.expression(written, scope),
        elements,
        Map.of());
  }

  static Unevaluated column(Expression written) {
    String name =
        written instanceof NameReference reference
            ? reference.name()
            : written instanceof TextLiteral text ? text.constant() : "";
    return new Unevaluated(name, null, null, List.of(), Map.of());
  }

  static Unevaluated schema(Expression written, UnitReader units) {
    Map<String, Type> columns = new LinkedHashMap<>();
    if (written instanceof RecordLiteral record) {
      for (RecordEntry entry : record.entries()) {
        columns.put(entry.name().name(), units.columnType(entry.value()));
      }
    }
    return new Unevaluated("", null, null, List.of(), columns);
  }

  /** The argument in the frame of one call. */
  Lazy in(Frame frame) {
    return new Lazy() {
      @Override
      public String text() {
        return text;
      }

      @Override
      public Value evaluate() {
        return code.evaluate(frame);
      }

      @Override
      public Value evaluateIn(ModelValue variation) {
        Frame moved = variation instanceof Instance copy ? frame.rebased(copy) : null;
        if (moved == null) {
          throw frame.evaluation.fail(
              location,
              "E0218",
              "this belongs to another model than the one that varies",
              "vary the model that it stands in: this, or amended copies of it");
        }
        return code.evaluate(moved);
      }

      @Override
      public Evidence evidence() {
        Cell cell = Cell.passing(text, location, this::evaluate);
        cell.read(frame.evaluation);
        return EvidenceTrail.of(cell);
      }

      @Override
      public List<Lazy> elements() {
        List<Lazy> all = new ArrayList<>();
        if (elements.isEmpty()) {
          all.add(this);
        } else {
          elements.forEach(element -> all.add(element.in(frame)));
        }
        return all;
      }
    };
  }
}
