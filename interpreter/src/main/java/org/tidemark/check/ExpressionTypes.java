package org.tidemark.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.grammar.source.SourceText;
import org.tidemark.grammar.source.Span;
import org.tidemark.grammar.tree.ApproximateEquality;
import org.tidemark.grammar.tree.BinaryOperation;
import org.tidemark.grammar.tree.Block;
import org.tidemark.grammar.tree.BoolLiteral;
import org.tidemark.grammar.tree.Call;
import org.tidemark.grammar.tree.Comprehension;
import org.tidemark.grammar.tree.Conditional;
import org.tidemark.grammar.tree.Conversion;
import org.tidemark.grammar.tree.Definition;
import org.tidemark.grammar.tree.Expression;
import org.tidemark.grammar.tree.FunctionDeclaration;
import org.tidemark.grammar.tree.Identifier;
import org.tidemark.grammar.tree.IndexAccess;
import org.tidemark.grammar.tree.Lambda;
import org.tidemark.grammar.tree.ListLiteral;
import org.tidemark.grammar.tree.MemberAccess;
import org.tidemark.grammar.tree.NameReference;
import org.tidemark.grammar.tree.NumberLiteral;
import org.tidemark.grammar.tree.Pipe;
import org.tidemark.grammar.tree.QuantityLiteral;
import org.tidemark.grammar.tree.RangeExpression;
import org.tidemark.grammar.tree.RecordEntry;
import org.tidemark.grammar.tree.RecordLiteral;
import org.tidemark.grammar.tree.Statement;
import org.tidemark.grammar.tree.TableLiteral;
import org.tidemark.grammar.tree.TextLiteral;
import org.tidemark.grammar.tree.TextPart;
import org.tidemark.grammar.tree.ThisReference;
import org.tidemark.grammar.tree.TypeExpression;
import org.tidemark.grammar.tree.UnaryOperation;
import org.tidemark.grammar.tree.UnaryOperator;
import org.tidemark.grammar.tree.WithExpression;
import org.tidemark.quantity.Spelling;
import org.tidemark.quantity.Unit;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.FunctionType;
import org.tidemark.spi.type.IntervalType;
import org.tidemark.spi.type.ListType;
import org.tidemark.spi.type.ObjectType;
import org.tidemark.spi.type.QuantityType;
import org.tidemark.spi.type.RecordType;
import org.tidemark.spi.type.TableType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.type.Types;

/** The types of expressions. */
final class ExpressionTypes {
  private final TypeChecker checker;
  private final OperatorTypes operators;

  ExpressionTypes(TypeChecker checker) {
    this.checker = checker;
    this.operators = new OperatorTypes(checker, this);
  }

  /** The type of an expression; unknown, and reported, where it has none. */
  Type infer(Expression expression, Scope scope) {
    Type type = inferTarget(expression, scope);
    if (type instanceof ObjectType object && object.running().isPresent()) {
      List<ObjectType> collector = scope.collector();
      if (collector != null) {
        collector.add(object);
        return object.running().get();
      }
    }
    return type;
  }

  /** The type of something that is called or whose member is picked: it stands for itself. */
  Type inferTarget(Expression expression, Scope scope) {
    if (expression instanceof NumberLiteral number) {
      return number.value() == 0 ? QuantityType.ZERO : QuantityType.PURE;
    }
    if (expression instanceof QuantityLiteral literal) {
      return quantity(literal, scope);
    }
    if (expression instanceof NameReference name) {
      return name(name, scope);
    }
    if (expression instanceof BinaryOperation binary) {
      return operators.infer(binary, scope);
    }
    if (expression instanceof Call call) {
      return checker.calls.infer(call, scope);
    }
    if (expression instanceof MemberAccess access) {
      return member(access, scope);
    }
    if (expression instanceof TextLiteral text) {
      return text(text, scope);
    }
    if (expression instanceof BoolLiteral) {
      return BasicType.BOOL;
    }
    if (expression instanceof ThisReference) {
      return new ModelType(thisStructure(scope));
    }
    if (expression instanceof UnaryOperation unary) {
      return unary(unary, scope);
    }
    if (expression instanceof Conditional conditional) {
      return conditional(conditional, scope);
    }
    if (expression instanceof Lambda lambda) {
      return new LambdaType(lambda, scope);
    }
    if (expression instanceof ListLiteral list) {
      return list(list, scope);
    }
    if (expression instanceof RecordLiteral record) {
      return record(record, scope);
    }
    if (expression instanceof Comprehension comprehension) {
      return comprehension(comprehension, scope);
    }
    if (expression instanceof Block block) {
      return block(block, scope);
    }
    if (expression instanceof Conversion conversion) {
      return conversion(conversion, scope);
    }
    if (expression instanceof Pipe pipe) {
      return checker.calls.pipe(pipe, scope);
    }
    if (expression instanceof RangeExpression range) {
      return range(range, scope);
    }
    if (expression instanceof IndexAccess index) {
      return index(index, scope);
    }
    if (expression instanceof ApproximateEquality approximate) {
      return operators.approximate(approximate, scope);
    }
    if (expression instanceof WithExpression with) {
      return checker.amends.infer(with, scope);
    }
    return checker.calls.table((TableLiteral) expression, scope);
  }

  static SourceText source(Scope scope) {
    return scope.source();
  }

  /** {@code this} is the innermost model, else the script; a test is no model of its own. */
  static Structure thisStructure(Scope scope) {
    Structure structure = scope.structure();
    while (structure.sort() == Structure.Sort.TEST) {
      structure = structure.scope().parent().orElseThrow().structure();
    }
    return structure;
  }

  // ---- names and units

  private Type quantity(QuantityLiteral literal, Scope scope) {
    if (literal.unit() instanceof NameReference name) {
      Optional<Resolution> nearest = scope.resolve(name.name());
      Optional<Unit> unit = checker.unitTable.find(name.name());
      if (nearest.isPresent() && unit.isPresent()) {
        checker.findings.add(
            Diagnostic.error(
                    "E0210",
                    name.name() + " is both a unit and a definition here",
                    source(scope),
                    literal.span())
                .withHelp(
                    "for the definition, write " + literal.number().text() + " * " + name.name())
                .withHelp("for the unit, give the definition another name"));
        return BasicType.UNKNOWN;
      }
      if (nearest.isPresent()
          && nearest.get() instanceof Resolution.OfStructure own
          && own.member().inProgress
          && !checker.unitTable.suggestions(name.name()).isEmpty()) {
        // years = 5 years: a unit was meant
        unknownUnit(name, scope);
        return BasicType.UNKNOWN;
      }
      if (nearest.isPresent()) {
        return operators.product(QuantityType.PURE, name(name, scope), literal, scope);
      }
      if (unit.isPresent()) {
        return QuantityType.of(UnitExpression.of(unit.get()));
      }
      unknownUnit(name, scope);
      return BasicType.UNKNOWN;
    }
    Optional<UnitExpression> unit = checker.units.unit(literal.unit());
    if (unit.isPresent()) {
      return QuantityType.of(unit.get());
    }
    Type type = infer(literal.unit(), scope);
    return operators.product(QuantityType.PURE, type, literal, scope);
  }

  private void unknownUnit(NameReference name, Scope scope) {
    Diagnostic diagnostic =
        Diagnostic.error(
            "E0211", "there is no unit called " + name.name(), source(scope), name.span());
    for (String near : checker.unitTable.suggestions(name.name())) {
      diagnostic = diagnostic.withHelp("did you mean " + near + "?");
      break;
    }
    checker.findings.add(
        diagnostic.withHelp("declare it at the top of the script: unit " + name.name()));
  }

  private Type name(NameReference reference, Scope scope) {
    String name = reference.name();
    Optional<Resolution> resolution = scope.resolve(name);
    if (resolution.isPresent()) {
      if (resolution.get() instanceof Resolution.Local local) {
        return local.type();
      }
      return checker.type(((Resolution.OfStructure) resolution.get()).member());
    }
    var constant = checker.vocabulary.constant(name);
    if (constant.isPresent()) {
      return constant.get().type();
    }
    var function = checker.vocabulary.function(name);
    if (function.isPresent()) {
      return checker.calls.builtin(function.get(), reference, scope);
    }
    Optional<Unit> unit = checker.unitTable.find(name);
    if (unit.isPresent()) {
      return QuantityType.of(UnitExpression.of(unit.get()));
    }
    reportUnknown(reference, scope);
    return BasicType.UNKNOWN;
  }

  void reportUnknown(NameReference reference, Scope scope) {
    String name = reference.name();
    Optional<String> later = NotYet.function(name);
    if (later.isPresent()) {
      checker.error(
          source(scope),
          reference.span(),
          "E0901",
          "not available yet: " + later.get() + " (" + name + ")",
          "this version reads it but cannot run it; leave it out for now");
      return;
    }
    if (name.equals("t") || name.equals("now")) {
      checker.error(
          source(scope),
          reference.span(),
          "E0901",
          "not available yet: what moves in time (" + name + ")",
          "this version reads it but cannot run it; leave it out for now");
      return;
    }
    Diagnostic diagnostic =
        Diagnostic.error(
            "E0201", "nothing here is called " + name, source(scope), reference.span());
    // the script's own names first
    List<String> near = new ArrayList<>(Spelling.closest(name, scope.names(), 2));
    if (near.isEmpty()) {
      near.addAll(ForeignNames.closest(name, checker.vocabulary));
    }
    if (near.isEmpty()) {
      near.addAll(checker.unitTable.suggestions(name));
    }
    for (String word : near) {
      diagnostic = diagnostic.withHelp("did you mean " + word + "?");
    }
    if (near.isEmpty()) {
      diagnostic =
          diagnostic.withHelp(
              name.equals("pow") ? "a power is written x^y" : "define it: " + name + " = ...");
    }
    checker.findings.add(diagnostic);
  }

  // ---- members

  private Type member(MemberAccess access, Scope scope) {
    Type target = inferTarget(access.target(), scope);
    return memberOf(target, access.member(), scope, access.target());
  }

  private Type memberOf(Type target, Identifier member, Scope scope, Expression written) {
    String name = member.name();
    if (target == BasicType.UNKNOWN) {
      return target;
    }
    List<String> candidates = new ArrayList<>();
    if (target instanceof ModelType model) {
      Optional<Type> type = checker.memberOf(model.structure(), name);
      if (type.isPresent()) {
        return type.get();
      }
      candidates.addAll(model.structure().memberNames());
    } else if (target instanceof RecordType record) {
      Type type = record.fields().get(name);
      if (type != null) {
        return type;
      }
      candidates.addAll(record.fields().keySet());
    } else if (target instanceof TableType table) {
      Type type = table.columns().get(name);
      if (type != null) {
        return new ListType(type);
      }
      candidates.addAll(table.columns().keySet());
    } else if (target instanceof ObjectType object) {
      Optional<Type> type = object.member(name);
      if (type.isPresent()) {
        return type.get();
      }
      Optional<Type> field = checker.declarations.field(object, name);
      if (field.isPresent()) {
        return field.get();
      }
      candidates.addAll(object.memberNames());
      candidates.addAll(checker.declarations.fieldNames(object));
    } else if (target == BasicType.DATE && name.equals("year")) {
      return QuantityType.PURE;
    } else if (target instanceof IntervalType interval
        && (name.equals("from") || name.equals("to"))) {
      return interval.element();
    }
    Diagnostic diagnostic =
        Diagnostic.error(
            "E0204", target.describe() + " has no " + name, source(scope), member.span());
    for (String near : Spelling.closest(name, candidates, 2)) {
      diagnostic = diagnostic.withHelp("did you mean " + near + "?");
    }
    if (candidates.isEmpty() && checker.vocabulary.function(name).isPresent()) {
      diagnostic =
          diagnostic.withHelp(name + " is a function: " + name + "(...), or ... |> " + name);
    } else if (candidates.isEmpty()) {
      diagnostic = diagnostic.withHelp("records, models, tables and declarations have members");
    }
    if (target instanceof ListType list && list.element() instanceof ObjectType) {
      String text = source(scope).text(written.span());
      diagnostic =
          diagnostic.withHelp(
              "for one of them: "
                  + text
                  + "[0]."
                  + name
                  + "; for all: [x."
                  + name
                  + " for x in "
                  + text
                  + "]");
    } else if (!candidates.isEmpty() && candidates.size() <= 24) {
      diagnostic = diagnostic.withHelp("it has " + String.join(", ", candidates));
    }
    checker.findings.add(diagnostic);
    return BasicType.UNKNOWN;
  }

  private Type index(IndexAccess access, Scope scope) {
    Type target = inferTarget(access.target(), scope);
    Type index = infer(access.index(), scope);
    if (!Types.fits(QuantityType.PURE, index)) {
      checker.error(
          source(scope),
          access.index().span(),
          "E0312",
          "an index is a whole number, and this is " + index.describe(),
          "the first element is [0], the last [-1]");
    }
    if (target instanceof ListType list) {
      return list.element();
    }
    if (target instanceof TableType table) {
      return table.row();
    }
    if (target != BasicType.UNKNOWN) {
      checker.error(
          source(scope),
          access.target().span(),
          "E0312",
          target.describe() + " has no elements to pick with [ ]",
          "members are picked with a dot");
    }
    return BasicType.UNKNOWN;
  }

  // ---- simple forms

  private Type text(TextLiteral text, Scope scope) {
    for (TextPart part : text.parts()) {
      if (part instanceof TextPart.Hole hole) {
        infer(hole.expression(), scope);
      }
    }
    return BasicType.TEXT;
  }

  private Type unary(UnaryOperation unary, Scope scope) {
    if (unary.operator() == UnaryOperator.NOT) {
      expectTruth(unary.operand(), scope, "not");
      return BasicType.BOOL;
    }
    Type type = infer(unary.operand(), scope);
    return operators.negation(type, unary, scope);
  }

  /** Reports a condition that is neither true nor false. */
  void expectTruth(Expression condition, Scope scope, String where) {
    Type type = infer(condition, scope);
    if (!Types.fits(BasicType.BOOL, type)) {
      checker.error(
          source(scope),
          condition.span(),
          "E0314",
          where + " wants something true or false, and this is " + type.describe(),
          "compare it with something, for example with > or ==");
    }
  }

  private Type conditional(Conditional conditional, Scope scope) {
    expectTruth(conditional.condition(), scope, "if");
    Type consequence = infer(conditional.consequence(), scope);
    Type alternative = infer(conditional.alternative(), scope);
    Optional<Type> both = Types.join(consequence, alternative);
    if (both.isEmpty()) {
      checker.findings.add(
          Diagnostic.error(
                  "E0307",
                  "the two branches of this if are unlike",
                  source(scope),
                  conditional.alternative().span())
              .withNote(alternative.describe())
              .withLabel(source(scope), conditional.consequence().span(), consequence.describe())
              .withHelp("give both the same dimension"));
      return BasicType.UNKNOWN;
    }
    return both.get();
  }

  private Type list(ListLiteral list, Scope scope) {
    Type element = BasicType.UNKNOWN;
    Expression first = null;
    for (Expression item : list.elements()) {
      Type type = infer(item, scope);
      if (first == null) {
        first = item;
        element = type;
        continue;
      }
      Optional<Type> joined = Types.join(element, type);
      if (joined.isEmpty()) {
        // [hyperscaler, edge_owner], where one of them is repeated
        joined = Types.join(declaredOne(element), declaredOne(type));
      }
      if (joined.isEmpty()) {
        checker.findings.add(
            Diagnostic.error("E0306", "a list holds values of one sort", source(scope), item.span())
                .withNote(type.describe())
                .withLabel(source(scope), first.span(), element.describe())
                .withHelp(
                    element instanceof ModelType && type instanceof ModelType
                        ? "list amended copies of one model: [this, this with { ... }]"
                        : "for values of different sorts use a record: {a: ..., b: ...}"));
        return new ListType(BasicType.UNKNOWN);
      }
      element = joined.get();
    }
    return new ListType(element);
  }

  private static Type declaredOne(Type type) {
    return type instanceof ListType list
            && (list.element() instanceof ObjectType || list.element() instanceof ModelType)
        ? list.element()
        : type;
  }

  private Type record(RecordLiteral record, Scope scope) {
    Map<String, Type> fields = new LinkedHashMap<>();
    for (RecordEntry entry : record.entries()) {
      if (fields.put(entry.name().name(), infer(entry.value(), scope)) != null) {
        checker.error(
            source(scope),
            entry.name().span(),
            "E0202",
            entry.name().name() + " is in this record twice",
            "keep one of them");
      }
    }
    return new RecordType(fields);
  }

  private Type comprehension(Comprehension comprehension, Scope scope) {
    Type source = infer(comprehension.source(), scope);
    Scope inner = scope.local();
    inner.define(comprehension.variable().name(), elementOf(source, comprehension.source(), scope));
    comprehension.condition().ifPresent(c -> expectTruth(c, inner, "if"));
    return new ListType(infer(comprehension.element(), inner));
  }

  /** The type of what one goes through in a list, a sequence or a table. */
  Type elementOf(Type source, Expression written, Scope scope) {
    if (source instanceof ListType list) {
      return list.element();
    }
    if (source instanceof IntervalType interval) {
      return interval.element();
    }
    if (source instanceof TableType table) {
      return table.row();
    }
    if (source != BasicType.UNKNOWN) {
      checker.error(
          source(scope),
          written.span(),
          "E0319",
          "one can go through a list, a sequence or a table, and this is " + source.describe(),
          "for example [1, 2, 3] or 1..3");
    }
    return BasicType.UNKNOWN;
  }

  private Type block(Block block, Scope scope) {
    Scope inner = scope.local();
    for (Statement statement : block.definitions()) {
      if (statement instanceof Definition definition) {
        Type type = infer(definition.value(), inner);
        if (definition.type().isPresent()) {
          type =
              annotated(
                  checker.units.type(definition.type().get(), source(scope), checker.findings),
                  type,
                  definition.value(),
                  inner,
                  definition.type().get(),
                  definition.name().name());
        }
        inner.define(definition.name().name(), type);
      } else {
        checker.error(
            source(scope),
            statement.span(),
            "E0215",
            "a block holds definitions and, last, its value",
            "move this out of the block");
        if (statement instanceof FunctionDeclaration function) {
          inner.define(function.name().name(), BasicType.UNKNOWN);
        }
      }
    }
    return infer(block.result(), inner);
  }

  // ---- units and ranges

  private Type conversion(Conversion conversion, Scope scope) {
    Type given = infer(conversion.value(), scope);
    Type wanted = checker.units.type(conversion.unit(), source(scope), checker.findings);
    Type element = given instanceof ListType list ? list.element() : given;
    Optional<QuantityType> quantity = Types.quantity(element);
    if (given == BasicType.UNKNOWN || element == BasicType.UNKNOWN) {
      return wanted;
    }
    if (wanted == BasicType.UNKNOWN) {
      return given;
    }
    if (quantity.isEmpty()
        || !(wanted instanceof QuantityType target)
        || !quantity.get().fits(target)) {
      checker.findings.add(
          Diagnostic.error(
                  "E0309",
                  "this cannot be shown in " + source(scope).text(conversion.unit().span()),
                  source(scope),
                  conversion.value().span())
              .withNote(given.describe())
              .withLabel(source(scope), conversion.unit().span(), wanted.describe())
              .withHelp(conversionHelp(wanted, given)));
      return BasicType.UNKNOWN;
    }
    return given instanceof ListType ? new ListType(wanted) : wanted;
  }

  private static String conversionHelp(Type wanted, Type given) {
    if (given == BasicType.DATE) {
      return "a date has no unit; its year is a number: .year";
    }
    String help = mismatchHelp(wanted, given);
    return help.startsWith("give it") ? "convert to a unit of the same dimension" : help;
  }

  /** Whether one end of a range, written as a bare number, takes the other's unit. */
  Type withUnitOf(Expression end, Type type, Expression other, Type otherType) {
    return Literals.isBareNumber(end)
            && !Literals.isBareNumber(other)
            && otherType instanceof QuantityType
        ? otherType
        : type;
  }

  private Type range(RangeExpression range, Scope scope) {
    Type to = infer(range.to(), scope);
    Type from = withUnitOf(range.from(), infer(range.from(), scope), range.to(), to);
    Optional<Type> joined = Types.join(from, to);
    boolean ordered =
        joined
            .filter(
                t -> t == BasicType.UNKNOWN || t == BasicType.DATE || Types.quantity(t).isPresent())
            .isPresent();
    if (!ordered) {
      checker.findings.add(
          Diagnostic.error(
                  "E0313", "the ends of an interval are unlike", source(scope), range.to().span())
              .withNote(to.describe())
              .withLabel(source(scope), range.from().span(), from.describe())
              .withHelp(
                  from == BasicType.DATE || to == BasicType.DATE
                      ? "write both ends as dates: date(2024) .. date(2030)"
                      : "give both ends the same dimension, or only the right one a unit"));
      return BasicType.UNKNOWN;
    }
    range
        .step()
        .ifPresent(
            step -> {
              Type type = withUnitOf(step, infer(step, scope), range.to(), to);
              Type wanted = joined.get() == BasicType.DATE ? Types.DURATION : joined.get();
              if (!Types.fits(wanted, type)) {
                checker.findings.add(
                    Diagnostic.error(
                            "E0313",
                            "the step of a sequence is unlike its ends",
                            source(scope),
                            step.span())
                        .withNote(type.describe())
                        .withLabel(source(scope), range.to().span(), to.describe())
                        .withHelp("give the step the dimension " + wanted.describe()));
              }
            });
    return new IntervalType(joined.get());
  }

  /** Checks the interval after {@code in}. */
  void bounds(RangeExpression bounds, Definition definition, Type type, Scope scope) {
    Type given = infer(bounds, scope);
    if (!(given instanceof IntervalType interval)) {
      return;
    }
    boolean takesUnit = Literals.takesUnit(bounds);
    if (!takesUnit && !Types.fits(type, interval.element())) {
      checker.findings.add(
          Diagnostic.error(
                  "E0313",
                  "the bounds of " + definition.name().name() + " are unlike its value",
                  source(scope),
                  bounds.span())
              .withNote(interval.element().describe())
              .withLabel(source(scope), definition.value().span(), type.describe())
              .withHelp("give the bounds the unit of the value"));
    }
  }

  /** The type of a value under an annotation; reports where they differ. */
  Type annotated(
      Type wanted,
      Type given,
      Expression value,
      Scope scope,
      TypeExpression annotation,
      String what) {
    if (wanted == BasicType.UNKNOWN) {
      return given;
    }
    if (Literals.takesUnit(value) && wanted instanceof QuantityType) {
      return wanted;
    }
    if (wanted instanceof ListType
        && value instanceof ListLiteral list
        && list.elements().stream().allMatch(Literals::takesUnit)) {
      return wanted;
    }
    if (!Types.fits(wanted, given)) {
      checker.findings.add(
          Diagnostic.error(
                  "E0303",
                  what + " is declared as " + wanted.describe(),
                  source(scope),
                  value.span())
              .withNote(given.describe())
              .withLabel(source(scope), annotation.span(), "declared here")
              .withHelp(mismatchHelp(wanted, given)));
    }
    return wanted;
  }

  /** What to do about a quantity of the wrong dimension, in the field's words. */
  static String mismatchHelp(Type wanted, Type given) {
    Optional<QuantityType> w = Types.quantity(wanted);
    Optional<QuantityType> g = Types.quantity(given);
    if (w.isPresent() && g.isPresent() && !w.get().isZero() && !g.get().isZero()) {
      QuantityType want = w.get();
      QuantityType have = g.get();
      if (have.isPure()) {
        return "write its unit: " + want.unit().text();
      }
      if (Types.differInCurrency(want.dimension(), have.dimension())) {
        return "say what one currency is worth in the other, for example exchange EUR = 1.08 USD";
      }
      if (want.isPure()) {
        return "divide it by a unit, or by a quantity of its dimension";
      }
      if (have.dimension().over(want.dimension()).equals(Types.TIME)) {
        return "this is a stock and a flow belongs here: divide it by a time";
      }
      if (want.dimension().over(have.dimension()).equals(Types.TIME)) {
        return "this is a flow and a stock belongs here: multiply it by a time, or divide it by"
            + " the discount rate for a present value";
      }
      if (have.dimension().inverse().equals(want.dimension())) {
        return "this is one over what belongs here: 1 / ...";
      }
      return "give it the dimension that is declared, or change the declaration";
    }
    if (wanted == BasicType.DATE && g.isPresent()) {
      return "a date is written date(2024), date(2024, 6) or date(\"2024-06-30\")";
    }
    return wanted == BasicType.TEXT
        ? "put it between quotes; a text shows a value in braces: \"{...}\""
        : "give it what is declared, or change the declaration";
  }

  /** A lambda with what surrounds it; its result is worked out for each use. */
  final class LambdaType implements FunctionType {
    private final Lambda lambda;
    private final Scope scope;

    LambdaType(Lambda lambda, Scope scope) {
      this.lambda = lambda;
      this.scope = scope;
    }

    @Override
    public Type apply(List<Type> arguments) {
      return checker.use(
          this,
          arguments,
          () -> {
            Scope inner = scope.local();
            for (int i = 0; i < lambda.parameters().size(); i++) {
              inner.define(
                  lambda.parameters().get(i).name(),
                  i < arguments.size() ? arguments.get(i) : BasicType.UNKNOWN);
            }
            return infer(lambda.body(), inner);
          });
    }

    @Override
    public int arity() {
      return lambda.parameters().size();
    }

    Span span() {
      return lambda.span();
    }
  }
}
