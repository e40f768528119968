package org.tidemark.check;

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
import org.tidemark.grammar.tree.UnaryOperation;
import org.tidemark.grammar.tree.UnaryOperator;
import org.tidemark.grammar.tree.WithExpression;
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
  /** Far more than anybody writes; nested twice over and over, records would grow without end. */
  private static final int MOST_PARTS = 10_000;

  private final TypeChecker checker;
  private final OperatorTypes operators;
  private final NameTypes names;
  private final RangeTypes ranges;

  private Sighting sighting;

  ExpressionTypes(TypeChecker checker) {
    this.checker = checker;
    this.ranges = new RangeTypes(checker, this);
    this.operators = new OperatorTypes(checker, this);
    this.names = new NameTypes(checker, this, operators);
  }

  /** Lets somebody know in which scope expressions are looked at; null for nobody. */
  void watch(Sighting watcher) {
    this.sighting = watcher;
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
    if (type instanceof ListType list
        && list.element() instanceof ObjectType object
        && object.running().isPresent()
        && scope.isRunning()) {
      scope.collector().add(object);
      return new ListType(object.running().get());
    }
    return type;
  }

  /** The type of something that is called or whose member is picked: it stands for itself. */
  Type inferTarget(Expression expression, Scope scope) {
    checker.step(expression, scope);
    if (sighting != null) {
      sighting.saw(expression, scope);
    }
    if (expression instanceof NumberLiteral number) {
      return number.value() == 0 ? QuantityType.ZERO : QuantityType.PURE;
    }
    if (expression instanceof QuantityLiteral literal) {
      return names.quantity(literal, scope);
    }
    if (expression instanceof NameReference name) {
      return names.name(name, scope);
    }
    if (expression instanceof BinaryOperation binary) {
      return operators.infer(binary, scope);
    }
    if (expression instanceof Call call) {
      return checker.calls.infer(call, scope);
    }
    if (expression instanceof MemberAccess access) {
      return names.member(access, scope);
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
      LambdaType type = new LambdaType(lambda, scope);
      checker.lambdas().meet(lambda, type);
      return type;
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
      return ranges.conversion(conversion, scope);
    }
    if (expression instanceof Pipe pipe) {
      return checker.calls.pipe(pipe, scope);
    }
    if (expression instanceof RangeExpression range) {
      return ranges.range(range, scope);
    }
    if (expression instanceof IndexAccess index) {
      return names.index(index, scope);
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
    while (structure.sort().isNoModel()) {
      structure = structure.scope().parent().orElseThrow().structure();
    }
    return structure;
  }

  /** Reports a name that nothing has. */
  void reportUnknown(NameReference reference, Scope scope) {
    names.reportUnknown(reference, scope);
  }

  /** The rules about units of ends, bounds and annotations. */
  RangeTypes ranges() {
    return ranges;
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
    RecordType type = new RecordType(fields);
    if (type.size() > MOST_PARTS) {
      checker.error(
          source(scope),
          record.span(),
          "E0321",
          "this record has more than " + MOST_PARTS + " parts, those of its parts counted",
          "records inside records multiply: keep what is needed of each");
      return BasicType.UNKNOWN;
    }
    return type;
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
              ranges.annotated(
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
      checker.lambdas().apply(lambda);
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
