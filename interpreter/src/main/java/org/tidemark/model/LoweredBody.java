package org.tidemark.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tidemark.check.Member;
import org.tidemark.check.Scope;
import org.tidemark.grammar.source.Location;
import org.tidemark.grammar.source.Span;
import org.tidemark.grammar.tree.Annotation;
import org.tidemark.grammar.tree.BinaryOperation;
import org.tidemark.grammar.tree.BinaryOperator;
import org.tidemark.grammar.tree.Block;
import org.tidemark.grammar.tree.Comprehension;
import org.tidemark.grammar.tree.Conditional;
import org.tidemark.grammar.tree.Declaration;
import org.tidemark.grammar.tree.Definition;
import org.tidemark.grammar.tree.DefinitionRole;
import org.tidemark.grammar.tree.Expression;
import org.tidemark.grammar.tree.Lambda;
import org.tidemark.grammar.tree.NameReference;
import org.tidemark.grammar.tree.Repetition;
import org.tidemark.grammar.tree.Statement;
import org.tidemark.grammar.tree.Subexpressions;
import org.tidemark.grammar.tree.TypeExpression;
import org.tidemark.grammar.tree.UnaryOperation;
import org.tidemark.grammar.tree.UnaryOperator;
import org.tidemark.grammar.tree.WhenStatement;
import org.tidemark.spi.RunningWords;
import org.tidemark.spi.type.BasicType;

/** The part of a declaration's body that runs, ready to be evaluated. */
final class LoweredBody {
  /** A state, or a law: its value, for each element where it is repeated. */
  record Part(
      String name,
      String word,
      Code code,
      Text text,
      Code repetition,
      boolean perElement,
      Location location,
      boolean literal,
      List<Cell.EmbeddedLiteral> embedded,
      List<Annotation> annotations) {
    boolean isRepeated() {
      return repetition != null;
    }
  }

  /**
   * What a part says, for those who compile it.
   *
   * @param scope the names that it sees
   */
  record Text(Expression value, Optional<TypeExpression> type, Scope scope) {}

  /** What happens at an event. */
  record Event(
      String text,
      boolean once,
      Condition condition,
      Part written,
      Location location,
      List<Part> assignments) {}

  /** A condition: a comparison with its two sides, a combination, or anything else that is true. */
  record Condition(
      BinaryOperator operator, Code left, Code right, Condition first, Condition second) {}

  final RunningWords words;
  final List<String> names;
  final Map<String, Part> states = new LinkedHashMap<>();
  final Map<String, Part> laws = new LinkedHashMap<>();
  final Map<String, Part> helpers = new LinkedHashMap<>();
  final Map<String, Part> along = new LinkedHashMap<>();
  final List<Event> events = new ArrayList<>();
  final List<Condition> switches = new ArrayList<>();
  private final Lowering lowering;
  private final Member member;
  private final Scope outer;
  private final Scope body;

  /** Lowers a body, in the scopes in which it was checked. */
  LoweredBody(Member member, Scope outer, Lowering lowering) {
    this.words = member.kind().running().orElseThrow();
    this.names = member.runningNames();
    this.lowering = lowering;
    this.member = member;
    this.outer = outer;
    this.body = outer.running();
    names.forEach(name -> body.define(name, BasicType.UNKNOWN));
    for (Statement statement :
        member.declaration().body().map(b -> b.statements()).orElse(List.of())) {
      if (statement instanceof WhenStatement event) {
        events.add(event(event));
      } else if (statement instanceof Definition definition) {
        definition(definition);
      } else if (statement instanceof Declaration part) {
        part(part);
      }
    }
  }

  /** The names that its parts see. */
  Scope scope() {
    return body;
  }

  /** Whether an expression names the time, or else a state or helper. */
  private boolean reads(Expression expression, boolean time) {
    if (expression instanceof NameReference name) {
      boolean isTime = name.name().equals(words.clock()) || name.name().equals(words.calendar());
      return names.contains(name.name()) && isTime == time;
    }
    return Subexpressions.of(expression).stream().anyMatch(part -> reads(part, time));
  }

  private void definition(Definition definition) {
    boolean helper = definition.role() == DefinitionRole.LET;
    String name = definition.name().name();
    if (helper || words.along().contains(name)) {
      (helper ? helpers : along)
          .put(
              name,
              part(
                  name,
                  "",
                  new Text(definition.value(), definition.type(), body),
                  Optional.empty(),
                  definition.annotations(),
                  definition.span()));
    }
    if (helper) {
      jumps(definition.value(), body);
    }
  }

  private void part(Declaration part) {
    String name = part.name().orElseThrow().name();
    boolean state = part.kind().name().equals(words.state());
    Scope scope = body;
    if (part.repetition().isPresent()) {
      Optional<String> variable = part.repetition().get().variable().map(v -> v.name());
      scope = body.local();
      if (variable.isPresent()) {
        scope.define(variable.get(), BasicType.UNKNOWN);
        scope.define(Scope.placeOf(variable.get()), BasicType.UNKNOWN);
      }
    }
    Expression value = part.value().orElseThrow();
    (state ? states : laws)
        .put(
            name,
            part(
                name,
                part.kind().name(),
                new Text(value, part.type(), scope),
                part.repetition(),
                part.annotations(),
                part.span()));
    if (!state && part.repetition().isEmpty()) {
      jumps(value, body);
    }
  }

  private Part part(
      String name,
      String word,
      Text text,
      Optional<Repetition> repetition,
      List<Annotation> annotations,
      Span whole) {
    Expression value = text.value();
    return new Part(
        name,
        word,
        lowering.step(
            () -> Steps.field(member, name, whole),
            text.scope(),
            lowering.annotated(value, text.type(), text.scope())),
        text,
        repetition.map(r -> lowering.expression(r.source(), outer)).orElse(null),
        repetition.flatMap(Repetition::variable).isPresent(),
        new Location(member.source(), value.span()),
        InputLiterals.isLiteral(value, text.scope()),
        InputLiterals.embedded(value, text.scope(), null),
        annotations.isEmpty() ? member.annotations() : annotations);
  }

  // ---- events

  private Event event(WhenStatement event) {
    List<Part> assignments = new ArrayList<>();
    for (Statement statement : event.body().statements()) {
      Definition set = (Definition) statement;
      assignments.add(
          part(
              set.name().name(),
              "",
              new Text(set.value(), set.type(), body),
              Optional.empty(),
              List.of(),
              set.span()));
    }
    return new Event(
        member.source().text(event.condition().span()),
        event.once(),
        condition(event.condition(), body),
        part(
            "when " + member.source().text(event.condition().span()),
            "",
            new Text(event.condition(), Optional.empty(), body),
            Optional.empty(),
            List.of(),
            event.condition().span()),
        new Location(member.source(), event.condition().span()),
        assignments);
  }

  private Condition condition(Expression expression, Scope scope) {
    if (expression instanceof UnaryOperation not && not.operator() == UnaryOperator.NOT) {
      return new Condition(null, null, null, condition(not.operand(), scope), null);
    }
    if (expression instanceof BinaryOperation binary) {
      switch (binary.operator()) {
        case AND, OR -> {
          return new Condition(
              binary.operator(),
              null,
              null,
              condition(binary.left(), scope),
              condition(binary.right(), scope));
        }
        case LESS, LESS_EQUAL, GREATER, GREATER_EQUAL -> {
          return new Condition(
              binary.operator(),
              lowering.expression(binary.left(), scope),
              lowering.expression(binary.right(), scope),
              null,
              null);
        }
        default -> {}
      }
    }
    return new Condition(null, lowering.expression(expression, scope), null, null, null);
  }

  /**
   * The conditions of {@code if} that hang on the time alone: rates may jump there, be it for so
   * short a time that an integration would step over it.
   */
  private void jumps(Expression expression, Scope scope) {
    if (expression instanceof Conditional conditional
        && reads(conditional.condition(), true)
        && !reads(conditional.condition(), false)) {
      switches.add(condition(conditional.condition(), scope));
    }
    boolean binds =
        expression instanceof Lambda
            || expression instanceof Comprehension
            || expression instanceof Block;
    if (!binds) {
      Subexpressions.of(expression).forEach(part -> jumps(part, scope));
    }
  }
}
