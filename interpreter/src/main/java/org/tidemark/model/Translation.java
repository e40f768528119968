package org.tidemark.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.tidemark.check.Literals;
import org.tidemark.check.Resolution;
import org.tidemark.check.Scope;
import org.tidemark.grammar.tree.ApproximateEquality;
import org.tidemark.grammar.tree.BinaryOperation;
import org.tidemark.grammar.tree.BinaryOperator;
import org.tidemark.grammar.tree.Block;
import org.tidemark.grammar.tree.Call;
import org.tidemark.grammar.tree.Comprehension;
import org.tidemark.grammar.tree.Conditional;
import org.tidemark.grammar.tree.Conversion;
import org.tidemark.grammar.tree.Definition;
import org.tidemark.grammar.tree.Expression;
import org.tidemark.grammar.tree.IndexAccess;
import org.tidemark.grammar.tree.Lambda;
import org.tidemark.grammar.tree.ListLiteral;
import org.tidemark.grammar.tree.MemberAccess;
import org.tidemark.grammar.tree.NameReference;
import org.tidemark.grammar.tree.Pipe;
import org.tidemark.grammar.tree.QuantityLiteral;
import org.tidemark.grammar.tree.Statement;
import org.tidemark.grammar.tree.TypeExpression;
import org.tidemark.grammar.tree.UnaryOperation;
import org.tidemark.grammar.tree.UnaryOperator;
import org.tidemark.kernel.Graph;
import org.tidemark.quantity.Dimension;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.spi.NumericArgument;
import org.tidemark.spi.NumericResult;
import org.tidemark.spi.Problem;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.type.Types;
import org.tidemark.spi.value.BoolValue;
import org.tidemark.spi.value.DateValue;
import org.tidemark.spi.value.ListValue;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.RunningValue;
import org.tidemark.spi.value.Value;

/**
 * Turns functions of the script into a graph of numeric operations.
 *
 * <p>What does not depend on the arguments is evaluated and becomes a number beside the graph. What
 * remains is followed as the evaluator would follow it, dimensions and display units included;
 * scopes are built exactly as {@link ExpressionCode} builds them. Where the evaluator would refuse,
 * or might, the graph has no value, and the evaluator is asked at that point.
 */
final class Translation {
  /** Calls inside calls in one kernel. */
  static final int MOST_CALLS = 64;

  private static final int MOST_STEPS = 20_000;
  private static final int MOST_ELEMENTS = 1_000;
  private static final int MOST_NODES = 100_000;

  /** Of a script that nobody trusts: making a class of more takes longer than it may. */
  private static final int MOST_NODES_LIMITED = 5_000;

  private static final int BETWEEN_CHECKPOINTS = 256;

  private final Lowering lowering;
  private final KnownParts knownParts;
  private final MovingDefinitions moving;
  private final Graph graph;
  private final SymbolicArithmetic arithmetic;
  private final SymbolicCalls calls;
  private int steps;
  private int branches;

  Translation(Evaluation evaluation, Peek peek) {
    this(evaluation, peek, null);
  }

  /** One of a question, with definitions that become part of the graph. */
  Translation(Evaluation evaluation, Peek peek, MovingDefinitions moving) {
    this.lowering = evaluation.lowering();
    int most = evaluation.spending().budget() == null ? MOST_NODES : MOST_NODES_LIMITED;
    this.graph =
        new Graph(
            size -> {
              if (size > most) {
                throw new NoKernel("it is too long");
              }
              if (size % BETWEEN_CHECKPOINTS == 0) {
                evaluation.spending().checkpoint();
              }
            });
    this.moving = moving;
    this.knownParts = new KnownParts(evaluation, peek, moving);
    this.arithmetic = new SymbolicArithmetic(graph);
    this.calls = new SymbolicCalls(this, lowering);
  }

  Graph graph() {
    return graph;
  }

  SymbolicArithmetic arithmetic() {
    return arithmetic;
  }

  /** Whether something was passed over that is not known yet. */
  boolean isIncomplete() {
    return knownParts.isIncomplete();
  }

  /**
   * The number that a function gives.
   *
   * @throws NoKernel where it gives none
   */
  Graph.Node output(Value function, List<? extends Type> parameters) {
    List<Symbolic> arguments = new ArrayList<>();
    for (int i = 0; i < parameters.size(); i++) {
      arguments.add(parameter(i, parameters.get(i)));
    }
    Symbolic result = calls.call(new Symbolic.Known(function), arguments);
    return arithmetic
        .number(result)
        .orElseThrow(
            () ->
                new NoKernel(
                    result instanceof Symbolic.Elements
                        ? "it gives a list"
                        : "it gives " + describe(result)));
  }

  /** The numbers that a function gives to a solver, those of lists one after the other. */
  List<Graph.Node> outputs(
      Value function, List<? extends NumericArgument> arguments, NumericResult wanted) {
    int[] next = {0};
    List<Symbolic> given = new ArrayList<>();
    arguments.forEach(argument -> given.add(argument(argument, next)));
    List<Graph.Node> outputs = new ArrayList<>();
    Symbolic result = calls.call(new Symbolic.Known(function), given);
    if (result == Symbolic.REFUSED) {
      // the evaluator is asked at every point
      return Collections.nCopies(wanted.size(), graph.refuse());
    }
    flatten(result, wanted, outputs);
    if (outputs.size() != wanted.size()) {
      throw new NoKernel("how long a list is depends on its arguments");
    }
    return outputs;
  }

  private Symbolic argument(NumericArgument argument, int[] next) {
    if (argument instanceof NumericArgument.Several list) {
      return new Symbolic.Elements(
          list.elements().stream().map(element -> argument(element, next)).toList());
    }
    return argument instanceof NumericArgument.One one
        ? parameter(next[0]++, one.type())
        : new Symbolic.Known(((NumericArgument.Fixed) argument).value());
  }

  private void flatten(Symbolic symbolic, NumericResult wanted, List<Graph.Node> outputs) {
    Symbolic result = arithmetic.dependent(SymbolicArithmetic.spread(symbolic));
    if (result instanceof Symbolic.Elements list) {
      list.elements().forEach(element -> flatten(element, wanted, outputs));
    } else if (result == Symbolic.REFUSED) {
      outputs.add(graph.refuse());
    } else if (result instanceof Symbolic.Year year && wanted.dates()) {
      outputs.add(year.node());
    } else {
      outputs.add(quantity(result, wanted.dimension()));
    }
  }

  /** The magnitude of a quantity, of a dimension where one is wanted. */
  private Graph.Node quantity(Symbolic result, Optional<Dimension> wanted) {
    if (!(result instanceof Symbolic.Number number)) {
      throw new NoKernel("it gives " + describe(result));
    }
    if (wanted.isEmpty()) {
      return number.node();
    }
    if (!number.dimension().equals(wanted.get())) {
      throw new NoKernel("it gives another quantity than is wanted");
    }
    return arithmetic.certain(number).node();
  }

  /** The magnitude of a quantity, or the refused one. */
  Graph.Node output(Symbolic symbolic) {
    Symbolic result = arithmetic.dependent(symbolic);
    return result == Symbolic.REFUSED ? graph.refuse() : quantity(result, Optional.empty());
  }

  private static String describe(Symbolic symbolic) {
    return symbolic instanceof Symbolic.Known known
        ? known.value().describe()
        : symbolic == Symbolic.REFUSED ? "no number" : "a function";
  }

  private Symbolic parameter(int index, Type type) {
    Graph.Node node = graph.parameter(index);
    if (type == BasicType.DATE) {
      return new Symbolic.Year(node);
    }
    if (type == BasicType.BOOL) {
      return new Symbolic.Truth(graph.notEqual(node, graph.constant(0, Operation.BOOL)));
    }
    UnitExpression unit = Types.quantity(type).orElseThrow().unit();
    return new Symbolic.Number(node, unit, true);
  }

  /** A quantity that is an argument. */
  Symbolic quantity(int index, UnitExpression unit) {
    return new Symbolic.Number(graph.parameter(index), unit, true);
  }

  /** The date so many years after another, where the years are an argument. */
  Symbolic date(DateValue start, int years) {
    return new Symbolic.Year(
        graph.add(graph.constant(start.year(), start), graph.parameter(years)));
  }

  private enum Operation {
    BOOL
  }

  /** The value of something that does not depend on the arguments. */
  Symbolic known(Code code, Frame frame) {
    return knownParts.value(code, frame);
  }

  // ---- expressions

  Symbolic translate(Expression expression, NumericScope scope) {
    Symbolic found = target(expression, scope);
    if (found instanceof Symbolic.Known known && scope.scope().isRunning()) {
      requireStill(known.value());
    }
    return found;
  }

  /** What runs stands for its value now where it is read, and that is another at each point. */
  private static void requireStill(Value value) {
    if (value instanceof RunningValue) {
      throw new NoKernel("it reads " + value.describe() + " as it runs");
    }
    if (value instanceof ListValue list && !list.elements().isEmpty()) {
      requireStill(list.elements().get(0));
    }
  }

  /** The same where it is called, and so stands for itself. */
  Symbolic target(Expression expression, NumericScope scope) {
    if (++steps > MOST_STEPS) {
      throw new NoKernel("it is too large");
    }
    if (knownParts.mayBeEvaluated(expression, scope, branches > 0)) {
      return known(lowering.target(expression, scope.scope()), scope.frame());
    }
    if (expression instanceof NameReference name) {
      return name(name, scope);
    }
    if (expression instanceof BinaryOperation binary) {
      return binary(binary, scope);
    }
    if (expression instanceof Call call) {
      return calls.call(call, scope);
    }
    if (expression instanceof Pipe pipe) {
      return calls.pipe(pipe, scope);
    }
    if (expression instanceof QuantityLiteral literal) {
      Symbolic factor = translate(literal.unit(), scope);
      Symbolic number = new Symbolic.Known(QuantityValue.pure(literal.number().value()));
      return arithmetic.apply(BinaryOperator.MULTIPLY, number, factor, Optional.empty());
    }
    if (expression instanceof UnaryOperation unary) {
      Symbolic operand = translate(unary.operand(), scope);
      return unary.operator() == UnaryOperator.NOT
          ? arithmetic.not(operand)
          : arithmetic.negate(operand);
    }
    if (expression instanceof Conditional conditional) {
      Symbolic condition = translate(conditional.condition(), scope);
      return either(
          condition,
          () -> translate(conditional.consequence(), scope),
          () -> translate(conditional.alternative(), scope));
    }
    if (expression instanceof Block block) {
      return block(block, scope);
    }
    if (expression instanceof ListLiteral list) {
      List<Symbolic> elements = new ArrayList<>();
      list.elements().forEach(element -> elements.add(translate(element, scope)));
      return new Symbolic.Elements(elements);
    }
    if (expression instanceof Comprehension comprehension) {
      return comprehension(comprehension, scope);
    }
    if (expression instanceof IndexAccess index) {
      return element(index, scope);
    }
    if (expression instanceof Conversion conversion) {
      UnitExpression unit = lowering.units().unit(conversion.unit()).orElse(UnitExpression.NONE);
      return arithmetic.shownIn(translate(conversion.value(), scope), unit);
    }
    if (expression instanceof ApproximateEquality approximate) {
      Symbolic left = translate(approximate.left(), scope);
      Symbolic right = translate(approximate.right(), scope);
      Optional<Symbolic> tolerance = approximate.tolerance().map(e -> translate(e, scope));
      return arithmetic.comparisons().approximately(left, right, tolerance);
    }
    if (expression instanceof Lambda lambda) {
      return new Symbolic.Function(lambda, scope);
    }
    if (expression instanceof MemberAccess access) {
      Symbolic target = translate(access.target(), scope);
      if (target == Symbolic.REFUSED) {
        return target;
      }
      if (target instanceof Symbolic.Year year && access.member().name().equals("year")) {
        return new Symbolic.Number(year.node(), UnitExpression.NONE, true);
      }
    }
    throw new NoKernel("it reads " + scope.scope().source().text(expression.span()));
  }

  private Symbolic name(NameReference name, NumericScope scope) {
    Resolution resolution = scope.scope().resolve(name.name()).orElseThrow();
    if (resolution instanceof Resolution.OfStructure member) {
      return moving.at(member, scope, this);
    }
    Symbolic found = scope.get((Resolution.Local) resolution);
    return found instanceof Symbolic.Present present ? present.now().get() : found;
  }

  private Symbolic binary(BinaryOperation binary, NumericScope scope) {
    Symbolic left = translate(binary.left(), scope);
    switch (binary.operator()) {
      case AND -> {
        return either(
            left,
            () -> arithmetic.truth(translate(binary.right(), scope)),
            () -> new Symbolic.Known(BoolValue.FALSE));
      }
      case OR -> {
        return either(
            left,
            () -> new Symbolic.Known(BoolValue.TRUE),
            () -> arithmetic.truth(translate(binary.right(), scope)));
      }
      case TO, PLUS_MINUS, EXPLAINED_BY ->
          throw new NoKernel("it makes " + scope.scope().source().text(binary.span()));
      default -> {
        Symbolic right = translate(binary.right(), scope);
        return arithmetic.apply(
            binary.operator(),
            left,
            right,
            binary.operator() == BinaryOperator.POWER
                ? org.tidemark.check.UnitReader.constantExponent(binary.right())
                : Optional.empty());
      }
    }
  }

  /** What follows from a condition; where it is known, from one side alone. */
  private Symbolic either(
      Symbolic condition, Supplier<Symbolic> consequence, Supplier<Symbolic> alternative) {
    if (condition instanceof Symbolic.Known known) {
      return known.value() instanceof BoolValue bool
          ? bool.holds() ? consequence.get() : alternative.get()
          : Symbolic.REFUSED;
    }
    if (!(condition instanceof Symbolic.Truth truth)) {
      return Symbolic.REFUSED;
    }
    branches++;
    try {
      return arithmetic.choose(truth.node(), consequence.get(), alternative.get());
    } finally {
      branches--;
    }
  }

  private Symbolic block(Block block, NumericScope scope) {
    NumericScope inner = scope.inner(block.definitions().size());
    List<Symbolic> required = new ArrayList<>();
    for (Statement statement : block.definitions()) {
      Definition definition = (Definition) statement;
      Symbolic value = annotated(definition.value(), definition.type(), inner);
      required.add(value);
      inner.set(inner.scope().define(definition.name().name(), BasicType.UNKNOWN), value);
    }
    return arithmetic.after(required, translate(block.result(), inner));
  }

  /** The right side of a definition, under its annotation. */
  Symbolic annotated(Expression value, Optional<TypeExpression> type, NumericScope scope) {
    if (type.isEmpty() || knownParts.mayBeEvaluated(value, scope, branches > 0)) {
      return type.isEmpty()
          ? translate(value, scope)
          : known(lowering.annotated(value, type, scope.scope()), scope.frame());
    }
    Symbolic result = translate(value, scope);
    TypeExpression element =
        type.get() instanceof org.tidemark.grammar.tree.ListType list ? list.element() : type.get();
    Optional<UnitExpression> unit = lowering.units().unit(element);
    if (unit.isEmpty() || unit.get().isNone()) {
      return result;
    }
    boolean bare =
        type.get() instanceof org.tidemark.grammar.tree.ListType
            && value instanceof ListLiteral list
            && list.elements().stream().allMatch(Literals::takesUnit);
    if (bare || Literals.takesUnit(value)) {
      throw new NoKernel("it reads " + scope.scope().source().text(value.span()));
    }
    return arithmetic.annotated(result, unit.get());
  }

  // ---- lists

  private Symbolic comprehension(Comprehension comprehension, NumericScope scope) {
    Symbolic source = translate(comprehension.source(), scope);
    if (source == Symbolic.REFUSED) {
      return source;
    }
    List<Symbolic> results = new ArrayList<>();
    for (Symbolic element : elements(source)) {
      NumericScope inner = scope.inner(1);
      inner.scope().define(comprehension.variable().name(), BasicType.UNKNOWN);
      inner.set(0, element);
      if (comprehension.condition().isPresent()) {
        Symbolic condition = translate(comprehension.condition().get(), inner);
        if (!(condition instanceof Symbolic.Known known)
            || !(known.value() instanceof BoolValue bool)) {
          throw new NoKernel("how long a list is depends on its arguments");
        }
        if (!bool.holds()) {
          continue;
        }
      }
      results.add(translate(comprehension.element(), inner));
    }
    return new Symbolic.Elements(results);
  }

  /** The elements of a list. */
  List<Symbolic> elements(Symbolic source) {
    if (source instanceof Symbolic.Elements list) {
      return list.elements();
    }
    if (source instanceof Symbolic.Known known) {
      Value value = known.value();
      if (value instanceof ListValue || value instanceof org.tidemark.spi.value.IntervalValue) {
        List<Value> values;
        try {
          values =
              value instanceof ListValue list
                  ? list.elements()
                  : org.tidemark.spi.value.Sequence.of(
                      (org.tidemark.spi.value.IntervalValue) value);
        } catch (Problem refused) {
          return List.of(Symbolic.REFUSED);
        }
        if (values.size() <= MOST_ELEMENTS) {
          return values.stream().<Symbolic>map(Symbolic.Known::new).toList();
        }
        throw new NoKernel("it goes through " + values.size() + " values");
      }
    }
    throw new NoKernel("it goes through what is no list");
  }

  /** An index; the variable of a repetition over anything but numbers stands for its place. */
  private static Value place(IndexAccess access, Value written, NumericScope scope) {
    Value plain = Arithmetic.plain(written);
    if (plain instanceof QuantityValue || !(access.index() instanceof NameReference name)) {
      return plain;
    }
    // the place is in the frame of the element itself
    return scope.scope().resolve(Scope.placeOf(name.name())).orElse(null)
                instanceof Resolution.Local own
            && own.structures() == 0
            && own.frames() == 0
        ? scope.frame().slots[own.index()]
        : plain;
  }

  private Symbolic element(IndexAccess access, NumericScope scope) {
    Symbolic target = translate(access.target(), scope);
    Symbolic index = translate(access.index(), scope);
    if (target == Symbolic.REFUSED || index == Symbolic.REFUSED) {
      return Symbolic.REFUSED;
    }
    if (!(index instanceof Symbolic.Known known)) {
      throw new NoKernel("an index depends on its arguments");
    }
    List<Symbolic> elements = elements(target);
    if (!(place(access, known.value(), scope) instanceof QuantityValue quantity)) {
      return Symbolic.REFUSED;
    }
    double place = quantity.quantity().magnitude();
    double from = place < 0 ? elements.size() + place : place;
    if (place != Math.rint(place) || from < 0 || from >= elements.size()) {
      return Symbolic.REFUSED;
    }
    return arithmetic.after(elements, elements.get((int) from));
  }
}
