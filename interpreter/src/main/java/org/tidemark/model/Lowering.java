package org.tidemark.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.tidemark.check.CheckedProgram;
import org.tidemark.check.Literals;
import org.tidemark.check.Member;
import org.tidemark.check.Resolution;
import org.tidemark.check.Scope;
import org.tidemark.check.UnitReader;
import org.tidemark.check.Vocabulary;
import org.tidemark.grammar.limit.Limit;
import org.tidemark.grammar.limit.LimitValues;
import org.tidemark.grammar.source.Location;
import org.tidemark.grammar.tree.BinaryOperation;
import org.tidemark.grammar.tree.BinaryOperator;
import org.tidemark.grammar.tree.Declaration;
import org.tidemark.grammar.tree.Definition;
import org.tidemark.grammar.tree.DefinitionRole;
import org.tidemark.grammar.tree.Expression;
import org.tidemark.grammar.tree.FunctionDeclaration;
import org.tidemark.grammar.tree.ListLiteral;
import org.tidemark.grammar.tree.RangeExpression;
import org.tidemark.grammar.tree.TypeExpression;
import org.tidemark.kernel.KernelClasses;
import org.tidemark.quantity.Quantity;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.spi.FunctionSpec;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.value.IntervalValue;
import org.tidemark.spi.value.ListValue;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.Value;

/**
 * Turns checked expressions into {@link Code}: names become places, functions are looked up, units
 * become factors. What it makes does not depend on any instance, so it is kept with the program.
 *
 * <p>Scopes are built exactly as the checker builds them; a {@link Resolution} counts on it.
 */
final class Lowering {
  /** Shapes of compiled functions that are kept; a script has a few, a long session more. */
  private static final int MOST_KERNELS = 256;

  /** A property by which tests compile at once, or never; results do not depend on it. */
  static final String CALLS_BEFORE_KERNEL = "tidemark.test.callsBeforeKernel";

  private final CheckedProgram program;
  private final LimitValues limits;
  private final Tracer tracer;
  private final org.tidemark.quantity.UnitTable unitTable;
  private final UnitReader units;
  private final Vocabulary vocabulary;
  private final ExpressionCode expressions;
  private final AmendCode amends;
  private KernelClasses kernels;
  private final Integer callsBeforeKernel = Integer.getInteger(CALLS_BEFORE_KERNEL);
  private final Map<Member, Lowered> definitions = new ConcurrentHashMap<>();
  private final Map<Member, Code> functions = new ConcurrentHashMap<>();
  private final Map<Member, Code> bounds = new ConcurrentHashMap<>();
  private final Map<Member, LoweredDeclaration> declarations = new ConcurrentHashMap<>();

  Lowering(CheckedProgram program, LimitValues limits) {
    this(program, limits, null);
  }

  /** Code that tells of each step that it takes. */
  Lowering(CheckedProgram program, LimitValues limits, Tracer tracer) {
    this.limits = limits;
    this.tracer = tracer;
    this.program = program;
    this.unitTable = program.units();
    this.units = program.unitReader();
    this.vocabulary = program.vocabulary();
    this.expressions = new ExpressionCode(this, program.vocabulary(), unitTable, units);
    this.amends = new AmendCode(this);
  }

  /** Who is told of each step; null where nobody is. */
  Tracer tracer() {
    return tracer;
  }

  /** The same code as a step, where somebody is told of steps. */
  Code step(Supplier<Step> step, Scope scope, Code code) {
    if (tracer == null) {
      return code;
    }
    Step taken = step.get();
    return frame -> tracer.around(taken, new Sight(scope, frame), () -> code.evaluate(frame));
  }

  /** The same for a step that there may not be. */
  Code optionalStep(Supplier<Optional<Step>> step, Scope scope, Code code) {
    Optional<Step> taken = tracer == null ? Optional.empty() : step.get();
    return taken.isEmpty() ? code : step(taken::get, scope, code);
  }

  /** The classes of its compiled functions. */
  synchronized KernelClasses kernels() {
    if (kernels == null) {
      kernels = new KernelClasses((int) Math.min(MOST_KERNELS, limits.of(Limit.KERNELS)));
    }
    return kernels;
  }

  /** Calls before a function is worth compiling. */
  synchronized int callsBeforeKernel() {
    if (callsBeforeKernel != null) {
      return callsBeforeKernel;
    }
    return kernels == null ? Compilation.CALLS_BEFORE_FIRST : Compilation.CALLS_BEFORE_FURTHER;
  }

  /** What each run may cost. */
  LimitValues limits() {
    return limits;
  }

  Vocabulary vocabulary() {
    return vocabulary;
  }

  UnitReader units() {
    return units;
  }

  // ---- members

  Lowered definition(Member member) {
    Lowered known = definitions.get(member);
    if (known == null) {
      known = lowerDefinition(member);
      definitions.put(member, known);
    }
    return known;
  }

  private Lowered lowerDefinition(Member member) {
    Definition definition = member.definition();
    Scope scope = member.owner().scope();
    Code code =
        step(
            () -> Steps.definition(member),
            scope,
            annotated(definition.value(), definition.type(), scope));
    return new Lowered(
        code,
        InputLiterals.isLiteral(definition.value(), scope),
        InputLiterals.embedded(definition.value(), scope, unitTable),
        InputLiterals.isOfDefinitions(definition.value(), scope),
        definition.role() == DefinitionRole.PARAM
                && Literals.quantity(definition.value(), units).isEmpty()
            ? new Location(member.source(), definition.value().span())
            : null);
  }

  boolean isLiteralDeclaration(Member member) {
    Declaration declaration = member.declaration();
    return declaration.body().isEmpty()
        && declaration.condition().isEmpty()
        && declaration
            .value()
            .filter(value -> InputLiterals.isLiteral(value, member.owner().scope()))
            .isPresent();
  }

  Code bounds(Member member) {
    return bounds.computeIfAbsent(
        member,
        key -> {
          Definition definition = key.definition();
          RangeExpression range = definition.bounds().orElseThrow();
          Code code = expression(range, key.owner().scope());
          if (!Literals.takesUnit(range)) {
            return code;
          }
          // bare bounds are in the unit of the value that they bound
          Optional<UnitExpression> unit =
              definition.type().isPresent()
                  ? units.unit(definition.type().get())
                  : unitOf(definition.value());
          return unit.isEmpty() || unit.get().isNone() ? code : inUnit(code, unit.get());
        });
  }

  private Optional<UnitExpression> unitOf(Expression value) {
    if (value instanceof BinaryOperation binary
        && (binary.operator() == BinaryOperator.TO
            || binary.operator() == BinaryOperator.PLUS_MINUS)) {
      return unitOf(binary.right());
    }
    // bounds of a value in percent are written as shares, 0..1, as often as not; a unit without
    // a dimension is therefore not lent
    return Literals.quantity(value, units)
        .map(Quantity::unit)
        .filter(unit -> !unit.dimension().isNone());
  }

  /** A value given from outside under the annotation of a definition. */
  Value inAnnotatedUnit(Member member, Value value) {
    if (member.sort() != Member.Sort.DEFINITION || member.definition().type().isEmpty()) {
      return value;
    }
    Optional<UnitExpression> unit = units.unit(member.definition().type().get());
    return unit.isEmpty() || unit.get().isNone() ? value : scale(value, unit.get());
  }

  /** The right side of a definition, in the unit of its annotation. */
  Code annotated(Expression value, Optional<TypeExpression> type, Scope scope) {
    Code code = expression(value, scope);
    if (type.isEmpty()) {
      return code;
    }
    if (type.get() instanceof org.tidemark.grammar.tree.ListType list) {
      Optional<UnitExpression> unit = units.unit(list.element());
      boolean bare =
          value instanceof ListLiteral literal
              && literal.elements().stream().allMatch(Literals::takesUnit);
      return unit.isEmpty() || unit.get().isNone()
          ? code
          : bare ? inUnit(code, unit.get()) : shownIn(code, unit.get());
    }
    Optional<UnitExpression> unit = units.unit(type.get());
    if (unit.isEmpty() || unit.get().isNone()) {
      return code;
    }
    return Literals.takesUnit(value) ? inUnit(code, unit.get()) : shownIn(code, unit.get());
  }

  private static Code inUnit(Code code, UnitExpression unit) {
    return frame -> scale(code.evaluate(frame), unit);
  }

  private static Code shownIn(Code code, UnitExpression unit) {
    return frame -> Arithmetic.annotated(code.evaluate(frame), unit);
  }

  /** Bare numbers taken to be in a unit. */
  static Value scale(Value value, UnitExpression unit) {
    if (value instanceof QuantityValue quantity) {
      return Arithmetic.taken(quantity, unit);
    }
    if (value instanceof IntervalValue interval) {
      return new IntervalValue(
          scale(interval.from(), unit),
          scale(interval.to(), unit),
          interval.step().map(step -> scale(step, unit)));
    }
    if (value instanceof ListValue list) {
      List<Value> scaled = new ArrayList<>();
      list.elements().forEach(element -> scaled.add(scale(element, unit)));
      return new ListValue(scaled);
    }
    return value;
  }

  Code function(Member member) {
    Code known = functions.get(member);
    if (known == null) {
      known = lowerFunction(member);
      functions.put(member, known);
    }
    return known;
  }

  private Code lowerFunction(Member member) {
    FunctionDeclaration function = member.function();
    Scope scope = member.owner().scope().local();
    List<Code> defaults = new ArrayList<>();
    List<Type> types = new ArrayList<>();
    for (var parameter : function.parameters()) {
      types.add(parameter.type().map(units::type).orElse(BasicType.UNKNOWN));
      defaults.add(
          parameter
              .defaultValue()
              .map(value -> annotated(value, parameter.type(), member.owner().scope()))
              .orElse(null));
      scope.define(parameter.name().name(), BasicType.UNKNOWN);
    }
    if (function.foreignFile().isPresent()) {
      return foreign(member, defaults);
    }
    Expression written = function.body().orElseThrow();
    Code body =
        step(
            () -> Steps.function(member),
            scope,
            optionalStep(
                () -> Steps.result(written, member.source()),
                scope,
                annotated(written, function.result(), scope)));
    FunctionText text =
        new FunctionText(
            member.name(),
            function.parameters().size(),
            scope.size(),
            types,
            defaults,
            body,
            function.body().orElseThrow(),
            function.result(),
            scope,
            member.location());
    return frame -> new Closure(text, frame);
  }

  private Code foreign(Member member, List<Code> defaults) {
    FunctionDeclaration function = member.function();
    List<String> names = new ArrayList<>();
    List<Crossing> arguments = new ArrayList<>();
    for (var parameter : function.parameters()) {
      names.add(parameter.name().name());
      arguments.add(Crossing.of(parameter.type().orElseThrow(), units));
    }
    ForeignText text =
        new ForeignText(
            member.name(),
            names,
            arguments,
            defaults,
            Crossing.of(function.result().orElseThrow(), units),
            member.foreign(),
            member.location());
    return frame -> {
      frame
          .evaluation
          .files()
          .putIfAbsent(List.of(text.file().beside(), text.file().name()), text.file().stamp());
      return new ForeignCallable(text, frame);
    };
  }

  LoweredDeclaration declaration(Member member) {
    LoweredDeclaration known = declarations.get(member);
    if (known == null) {
      known = LoweredDeclaration.of(member, this);
      declarations.put(member, known);
    }
    return known;
  }

  // ---- expressions

  /** An expression ready to be evaluated. */
  Code expression(Expression expression, Scope scope) {
    return expressions.lower(expression, scope);
  }

  /** Something that is called or whose member is picked: it stands for itself. */
  Code target(Expression expression, Scope scope) {
    return expressions.target(expression, scope);
  }

  /** The parts that deal with amended copies. */
  AmendCode amends() {
    return amends;
  }

  /** What the plugin that a function comes from has promised of a call; null for a built-in one. */
  Promise promise(FunctionSpec function, Location call) {
    return vocabulary
        .stranger(function)
        .map(plugin -> new Promise(plugin, function.name(), program.promised(call)))
        .orElse(null);
  }
}
