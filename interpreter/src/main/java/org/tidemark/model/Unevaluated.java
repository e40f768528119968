package org.tidemark.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tidemark.check.Scope;
import org.tidemark.check.UnitReader;
import org.tidemark.grammar.source.Location;
import org.tidemark.grammar.tree.ApproximateEquality;
import org.tidemark.grammar.tree.BinaryOperation;
import org.tidemark.grammar.tree.BinaryOperator;
import org.tidemark.grammar.tree.Comprehension;
import org.tidemark.grammar.tree.Expression;
import org.tidemark.grammar.tree.ListLiteral;
import org.tidemark.grammar.tree.NameReference;
import org.tidemark.grammar.tree.RecordEntry;
import org.tidemark.grammar.tree.RecordLiteral;
import org.tidemark.grammar.tree.TextLiteral;
import org.tidemark.spi.Evidence;
import org.tidemark.spi.Lazy;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.value.FunctionValue;
import org.tidemark.spi.value.ListValue;
import org.tidemark.spi.value.ModelValue;
import org.tidemark.spi.value.Value;

/**
 * An argument that reaches a plugin's function without being evaluated.
 *
 * @param text as written
 * @param location where
 * @param code its code; null for columns and schemas
 * @param function of the names that it sees besides what everybody sees; null as the code is
 * @param elements of a list literal
 * @param sides of a comparison; null where it is none
 * @param columns of a schema
 */
record Unevaluated(
    String text,
    Location location,
    Code code,
    FunctionText function,
    List<Unevaluated> elements,
    Sides sides,
    Map<String, Type> columns) {

  /** A comparison's sides; the tolerance is null where there is none. */
  record Sides(String operator, Unevaluated left, Unevaluated right, Unevaluated tolerance) {}

  static Unevaluated expression(Expression written, Scope scope, Lowering lowering) {
    return in(written, scope, 0, lowering);
  }

  /** An expression in which some unknowns are names. */
  static Unevaluated bound(
      Expression written, List<String> unknowns, Scope scope, Lowering lowering) {
    Scope inner = scope.local();
    unknowns.forEach(name -> inner.define(name, BasicType.UNKNOWN));
    return in(written, inner, unknowns.size(), lowering);
  }

  private static Unevaluated in(Expression written, Scope scope, int unknowns, Lowering lowering) {
    List<Unevaluated> elements = new ArrayList<>();
    if (written instanceof ListLiteral list) {
      list.elements().forEach(e -> elements.add(in(e, scope, unknowns, lowering)));
    }
    Location location = new Location(scope.source(), written.span());
    Code code = lowering.expression(written, scope);
    return new Unevaluated(
        scope.source().text(written.span()),
        location,
        code,
        new FunctionText(
            "",
            unknowns,
            unknowns,
            List.of(),
            List.of(),
            code,
            written,
            Optional.empty(),
            scope,
            location),
        elements,
        sides(written, scope, unknowns, lowering),
        Map.of());
  }

  private static Sides sides(Expression written, Scope scope, int unknowns, Lowering lowering) {
    if (written instanceof Comprehension each
        && each.element() instanceof BinaryOperation comparison
        && isComparison(comparison.operator())) {
      // comparisons made one by one are taken apart as lists of sides
      return new Sides(
          comparison.operator().symbol(),
          in(each(each, comparison.left()), scope, unknowns, lowering),
          in(each(each, comparison.right()), scope, unknowns, lowering),
          null);
    }
    if (written instanceof ApproximateEquality approximate) {
      return new Sides(
          "≈",
          in(approximate.left(), scope, unknowns, lowering),
          in(approximate.right(), scope, unknowns, lowering),
          approximate.tolerance().map(t -> in(t, scope, unknowns, lowering)).orElse(null));
    }
    if (written instanceof BinaryOperation binary && isComparison(binary.operator())) {
      return new Sides(
          binary.operator().symbol(),
          in(binary.left(), scope, unknowns, lowering),
          in(binary.right(), scope, unknowns, lowering),
          null);
    }
    return null;
  }

  private static boolean isComparison(BinaryOperator operator) {
    return switch (operator) {
      case EQUAL, NOT_EQUAL, LESS, LESS_EQUAL, GREATER, GREATER_EQUAL -> true;
      default -> false;
    };
  }

  private static Comprehension each(Comprehension all, Expression side) {
    return new Comprehension(side, all.variable(), all.source(), all.condition(), side.span());
  }

  static Unevaluated column(Expression written) {
    String name =
        written instanceof NameReference reference
            ? reference.name()
            : written instanceof TextLiteral text ? text.constant() : "";
    return new Unevaluated(name, null, null, null, List.of(), null, Map.of());
  }

  static Unevaluated schema(Expression written, UnitReader units) {
    Map<String, Type> columns = new LinkedHashMap<>();
    if (written instanceof RecordLiteral record) {
      for (RecordEntry entry : record.entries()) {
        columns.put(entry.name().name(), units.columnType(entry.value()));
      }
    }
    return new Unevaluated("", null, null, null, List.of(), null, columns);
  }

  /** Several parts of an argument asked together; their values come as a list. */
  static Unevaluated together(List<Lazy> parts, Location location) {
    List<Unevaluated> all = parts.stream().map(part -> ((Here) part).what()).toList();
    return new Unevaluated(
        String.join(", ", all.stream().map(Unevaluated::text).toList()),
        location,
        frame -> {
          List<Value> values = new ArrayList<>(all.size());
          all.forEach(part -> values.add(part.code().evaluate(frame)));
          return new ListValue(values);
        },
        null,
        List.of(),
        null,
        Map.of());
  }

  /** The argument in the frame of one call. */
  Lazy in(Frame frame) {
    return new Here(this, frame);
  }

  private record Here(Unevaluated what, Frame frame) implements Lazy {
    @Override
    public String text() {
      return what.text;
    }

    @Override
    public Value evaluate() {
      return what.code.evaluate(frame);
    }

    @Override
    public Value evaluateIn(ModelValue variation) {
      Frame moved = variation instanceof Instance copy ? frame.rebased(copy) : null;
      if (moved == null) {
        throw frame.evaluation.fail(
            what.location,
            "E0218",
            "this belongs to another model than the one that varies",
            "vary the model that it stands in: this, or amended copies of it");
      }
      return what.code.evaluate(moved);
    }

    @Override
    public Evidence evidence() {
      Cell cell = Cell.passing(what.text, what.location, this::evaluate);
      cell.read(frame.evaluation);
      return EvidenceTrail.of(cell);
    }

    @Override
    public FunctionValue function() {
      return new Closure(what.function, frame);
    }

    @Override
    public Optional<Lazy.Sides> comparison() {
      return Optional.ofNullable(what.sides)
          .map(
              s ->
                  new Lazy.Sides(
                      s.operator(),
                      s.left().in(frame),
                      s.right().in(frame),
                      Optional.ofNullable(s.tolerance()).map(t -> t.in(frame))));
    }

    @Override
    public List<Lazy> elements() {
      List<Lazy> all = new ArrayList<>();
      if (what.elements.isEmpty()) {
        all.add(this);
      } else {
        what.elements.forEach(element -> all.add(element.in(frame)));
      }
      return all;
    }
  }
}
