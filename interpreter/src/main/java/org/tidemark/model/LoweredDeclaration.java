package org.tidemark.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tidemark.check.Member;
import org.tidemark.check.Scope;
import org.tidemark.grammar.source.Location;
import org.tidemark.grammar.tree.Annotation;
import org.tidemark.grammar.tree.BinaryOperation;
import org.tidemark.grammar.tree.Declaration;
import org.tidemark.grammar.tree.Definition;
import org.tidemark.grammar.tree.DefinitionRole;
import org.tidemark.grammar.tree.Expression;
import org.tidemark.grammar.tree.IndexAccess;
import org.tidemark.grammar.tree.MemberAccess;
import org.tidemark.grammar.tree.NameReference;
import org.tidemark.grammar.tree.RecordEntry;
import org.tidemark.grammar.tree.RecordLiteral;
import org.tidemark.grammar.tree.Statement;
import org.tidemark.grammar.tree.TypeExpression;
import org.tidemark.spi.Kind;
import org.tidemark.spi.type.BasicType;

/** A declaration of a kind, ready to be evaluated. Built in the order in which it is checked. */
final class LoweredDeclaration {
  /** A field ready to be evaluated. */
  record Field(
      Code code,
      Location location,
      boolean literal,
      List<Cell.EmbeddedLiteral> embedded,
      List<Annotation> annotations,
      Map<String, Field> parts) {
    Field with(Code other) {
      return new Field(other, location, literal, embedded, annotations, parts);
    }
  }

  final Member member;
  final Map<String, Field> fields = new LinkedHashMap<>();
  final Map<Integer, Code> helpers = new LinkedHashMap<>();
  Code repetition;
  boolean perElement;
  Code base;
  Side left;
  Side right;
  String operator = "";
  String comparison = "";
  Location conditionLocation;
  LoweredBody body;
  int size;

  /** The slot of the time since the start; -1 where nothing is called so. */
  int clock;

  boolean readsClock;

  /** The slot of the date; -1 where nothing is called so. */
  int calendar;

  boolean readsCalendar;

  /** A side of the comparison in {@code when}: by itself where it only refers, and as it runs. */
  record Side(Code raw, Code running) {}

  private LoweredDeclaration(Member member) {
    this.member = member;
  }

  static LoweredDeclaration of(Member member, Lowering lowering) {
    LoweredDeclaration lowered = new LoweredDeclaration(member);
    Declaration declaration = member.declaration();
    Kind.Header header = member.kind().header();
    Scope outer = member.owner().scope();
    Scope scope = outer.local();
    declaration
        .repetition()
        .ifPresent(
            repetition -> {
              lowered.repetition = lowering.expression(repetition.source(), outer);
              repetition
                  .variable()
                  .ifPresent(
                      variable -> {
                        lowered.perElement = true;
                        scope.define(variable.name(), BasicType.UNKNOWN);
                      });
            });
    lowered.clock = scope.defineClock(member.kind().clock());
    lowered.calendar = scope.defineCalendar(member.kind().calendar());
    if (header.value().isPresent() && declaration.value().isPresent()) {
      lowered.field(
          header.value().get(),
          declaration.value().get(),
          declaration.type(),
          scope,
          lowering,
          List.of());
    }
    if (header.title().isPresent() && declaration.title().isPresent()) {
      lowered.field(
          header.title().get(),
          declaration.title().get(),
          Optional.empty(),
          scope,
          lowering,
          List.of());
    }
    if (header.comparison() && declaration.condition().isPresent()) {
      BinaryOperation condition = (BinaryOperation) declaration.condition().get();
      lowered.operator = condition.operator().symbol();
      lowered.comparison = member.source().text(condition.span());
      lowered.conditionLocation = new Location(member.source(), condition.span());
      lowered.left = side(condition.left(), scope, lowering);
      lowered.right = side(condition.right(), scope, lowering);
    }
    declaration.base().ifPresent(base -> lowered.base = lowering.target(base, scope));
    declaration
        .body()
        .ifPresent(
            body -> {
              for (Statement statement : body.statements()) {
                if (lowered.isFixed(statement)) {
                  lowered.statement((Definition) statement, scope, lowering);
                }
              }
            });
    if (member.kind().running().isPresent()) {
      lowered.body = new LoweredBody(member, scope, lowering);
    }
    lowered.readsClock = lowered.clock >= 0 && scope.isRead(lowered.clock);
    lowered.readsCalendar = lowered.calendar >= 0 && scope.isRead(lowered.calendar);
    lowered.size = scope.size();
    return lowered;
  }

  /** Whether a statement is fixed before anything runs. */
  private boolean isFixed(Statement statement) {
    return member.kind().running().isEmpty()
        || (statement instanceof Definition definition
            && definition.role() != DefinitionRole.LET
            && !member.kind().running().get().along().contains(definition.name().name()));
  }

  private static Side side(Expression expression, Scope scope, Lowering lowering) {
    boolean refers =
        expression instanceof NameReference
            || expression instanceof MemberAccess
            || expression instanceof IndexAccess;
    return new Side(
        refers ? lowering.target(expression, scope) : null,
        lowering.expression(expression, scope.running()));
  }

  private void statement(Definition definition, Scope scope, Lowering lowering) {
    if (definition.role() == DefinitionRole.LET) {
      Code code = step(definition, scope, lowering, lowering.expression(definition.value(), scope));
      helpers.put(scope.define(definition.name().name(), BasicType.UNKNOWN), code);
    } else {
      field(
          definition.name().name(),
          definition.value(),
          definition.type(),
          scope,
          lowering,
          definition.annotations());
      fields.computeIfPresent(
          definition.name().name(),
          (name, field) -> field.with(step(definition, scope, lowering, field.code())));
    }
  }

  private Code step(Definition definition, Scope scope, Lowering lowering, Code code) {
    return lowering.step(
        () -> Steps.field(member, definition.name().name(), definition.span()), scope, code);
  }

  private void field(
      String name,
      Expression value,
      Optional<TypeExpression> type,
      Scope scope,
      Lowering lowering,
      List<Annotation> annotations) {
    Map<String, Field> parts = new LinkedHashMap<>();
    if (member.kind().inParts().contains(name) && value instanceof RecordLiteral record) {
      for (RecordEntry entry : record.entries()) {
        parts.put(
            entry.name().name(),
            field(
                lowering.expression(entry.value(), scope),
                entry.value(),
                scope,
                annotations,
                Map.of()));
      }
    }
    fields.put(
        name, field(lowering.annotated(value, type, scope), value, scope, annotations, parts));
  }

  private Field field(
      Code code,
      Expression value,
      Scope scope,
      List<Annotation> annotations,
      Map<String, Field> parts) {
    return new Field(
        code,
        new Location(member.source(), value.span()),
        InputLiterals.isLiteral(value, scope),
        InputLiterals.embedded(value, scope, null),
        annotations.isEmpty() ? member.annotations() : annotations,
        parts);
  }
}
