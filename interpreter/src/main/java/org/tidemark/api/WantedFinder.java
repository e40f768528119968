package org.tidemark.api;

import java.util.List;
import java.util.Optional;
import org.tidemark.check.Place;
import org.tidemark.grammar.tree.ApproximateEquality;
import org.tidemark.grammar.tree.Argument;
import org.tidemark.grammar.tree.AssertStatement;
import org.tidemark.grammar.tree.BinaryOperation;
import org.tidemark.grammar.tree.Block;
import org.tidemark.grammar.tree.Body;
import org.tidemark.grammar.tree.Comprehension;
import org.tidemark.grammar.tree.Conditional;
import org.tidemark.grammar.tree.Conversion;
import org.tidemark.grammar.tree.Declaration;
import org.tidemark.grammar.tree.Definition;
import org.tidemark.grammar.tree.DefinitionRole;
import org.tidemark.grammar.tree.Expression;
import org.tidemark.grammar.tree.FunctionDeclaration;
import org.tidemark.grammar.tree.Identifier;
import org.tidemark.grammar.tree.IndexAccess;
import org.tidemark.grammar.tree.ListLiteral;
import org.tidemark.grammar.tree.Node;
import org.tidemark.grammar.tree.Override;
import org.tidemark.grammar.tree.Parameter;
import org.tidemark.grammar.tree.QuantityLiteral;
import org.tidemark.grammar.tree.RangeExpression;
import org.tidemark.grammar.tree.UnaryOperation;
import org.tidemark.grammar.tree.UnaryOperator;
import org.tidemark.grammar.tree.WhenStatement;
import org.tidemark.grammar.tree.WithExpression;
import org.tidemark.spi.Accept;
import org.tidemark.spi.FieldSpec;
import org.tidemark.spi.Kind;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.IntervalType;
import org.tidemark.spi.type.ListType;
import org.tidemark.spi.type.QuantityType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.type.Types;

/** Tells from what surrounds a place which values belong there. */
final class WantedFinder {
  private final Place place;
  private final List<Node> path;

  WantedFinder(Place place) {
    this.place = place;
    this.path = place.path();
  }

  /** The type of what an {@code as} around the place converts. */
  static Optional<Type> converted(Place place) {
    List<Node> path = place.path();
    for (int i = path.size() - 1; i >= 0; i--) {
      if (path.get(i) instanceof Conversion conversion) {
        return Optional.of(place.type(conversion.value()));
      }
    }
    return Optional.empty();
  }

  /** What belongs where a node of the path stands. */
  Optional<Wanted> at(int index) {
    if (index < 1) {
      return Optional.empty();
    }
    Node child = path.get(index);
    Node parent = path.get(index - 1);
    if (parent instanceof BinaryOperation operation) {
      return operand(operation, child == operation.left(), index);
    }
    if (parent instanceof UnaryOperation unary) {
      return unary.operator() == UnaryOperator.NOT ? bool() : at(index - 1);
    }
    if (parent instanceof QuantityLiteral || parent instanceof Block) {
      return at(index - 1);
    }
    if (parent instanceof Argument) {
      return new CalleeFinder(place).argument(index - 1);
    }
    if (parent instanceof RangeExpression range) {
      return range(range, child, index);
    }
    if (parent instanceof Conditional conditional) {
      return child == conditional.condition()
          ? bool()
          : like(child == conditional.consequence()
                  ? conditional.alternative()
                  : conditional.consequence())
              .or(() -> at(index - 1));
    }
    if (parent instanceof ApproximateEquality approximate) {
      return child == approximate.left() ? like(approximate.right()) : like(approximate.left());
    }
    if (parent instanceof Conversion conversion) {
      Type unit = place.type(conversion.unit());
      return known("", unit);
    }
    if (parent instanceof ListLiteral list) {
      return element(list, child, index);
    }
    if (parent instanceof IndexAccess access && child == access.index()) {
      return Optional.of(Wanted.of("index", Accept.NUMBER, ""));
    }
    if (parent instanceof Comprehension comprehension
        && comprehension.condition().filter(child::equals).isPresent()) {
      return bool();
    }
    return inStatement(parent, child, index);
  }

  private Optional<Wanted> inStatement(Node parent, Node child, int index) {
    if (parent instanceof Definition definition) {
      return definition(definition, child, index - 1);
    }
    if (parent instanceof Declaration declaration) {
      return declaration(declaration, child);
    }
    if (parent instanceof Override override) {
      return overriding(override, index - 2);
    }
    if (parent instanceof Parameter parameter) {
      return parameter.type().flatMap(type -> known(parameter.name().name(), place.type(type)));
    }
    if (parent instanceof FunctionDeclaration function) {
      return function.result().flatMap(type -> known(function.name().name(), place.type(type)));
    }
    boolean condition =
        parent instanceof AssertStatement claim && child == claim.condition()
            || parent instanceof WhenStatement when && child == when.condition();
    return condition ? bool() : Optional.empty();
  }

  private static Optional<Wanted> bool() {
    return Optional.of(Wanted.of("", Accept.BOOL, ""));
  }

  private static Optional<Wanted> known(String name, Type type) {
    return type == BasicType.UNKNOWN || type == QuantityType.ZERO
        ? Optional.empty()
        : Optional.of(Wanted.of(name, type));
  }

  /** Values like that of another expression. */
  private Optional<Wanted> like(Expression other) {
    Type type = place.type(other);
    return known("", Types.quantity(type).<Type>map(q -> q).orElse(type));
  }

  private Optional<Wanted> operand(BinaryOperation operation, boolean left, int index) {
    Expression other = left ? operation.right() : operation.left();
    return switch (operation.operator()) {
      case ADD, SUBTRACT, TO, PLUS_MINUS -> like(other).or(() -> at(index - 1));
      case EQUAL, NOT_EQUAL, LESS, LESS_EQUAL, GREATER, GREATER_EQUAL -> like(other);
      case AND, OR -> bool();
      case POWER -> left ? Optional.empty() : Optional.of(Wanted.of("exponent", Accept.NUMBER, ""));
      case MULTIPLY, DIVIDE -> {
        Optional<QuantityType> whole = at(index - 1).flatMap(Wanted::quantity);
        Optional<QuantityType> part = Types.quantity(place.type(other));
        if (whole.isEmpty() || part.isEmpty() || part.get().isZero()) {
          yield Optional.empty();
        }
        boolean divides = operation.operator().symbol().equals("/");
        QuantityType rest =
            !divides
                ? whole.get().over(part.get())
                : left ? whole.get().times(part.get()) : part.get().over(whole.get());
        yield Optional.of(Wanted.of("", rest));
      }
      case EXPLAINED_BY -> Optional.empty();
    };
  }

  private Optional<Wanted> range(RangeExpression range, Node child, int index) {
    Optional<Wanted> otherEnd = child == range.from() ? like(range.to()) : like(range.from());
    if (path.get(index - 2) instanceof Definition definition
        && definition.bounds().filter(range::equals).isPresent()) {
      return annotated(definition).or(() -> like(definition.value())).or(() -> otherEnd);
    }
    return otherEnd.or(() -> at(index - 1));
  }

  private Optional<Wanted> element(ListLiteral list, Node child, int index) {
    for (Expression element : list.elements()) {
      if (element != child) {
        Optional<Wanted> like = like(element);
        if (like.isPresent()) {
          return like;
        }
      }
    }
    return at(index - 1).flatMap(Wanted::quantity).map(quantity -> Wanted.of("", quantity));
  }

  private Optional<Wanted> annotated(Definition definition) {
    return definition.type().flatMap(type -> known(definition.name().name(), place.type(type)));
  }

  private Optional<Wanted> definition(Definition definition, Node child, int index) {
    if (child != definition.value()) {
      return Optional.empty();
    }
    Optional<Wanted> annotated = annotated(definition);
    if (annotated.isPresent() || definition.role() == DefinitionRole.LET || index < 2) {
      return annotated;
    }
    if (path.get(index - 1) instanceof Body
        && path.get(index - 2) instanceof Declaration declaration) {
      return field(declaration, definition.name().name());
    }
    return Optional.empty();
  }

  private Optional<Wanted> declaration(Declaration declaration, Node child) {
    if (declaration.value().filter(child::equals).isEmpty()) {
      return Optional.empty();
    }
    if (declaration.type().isPresent()) {
      return known("", place.type(declaration.type().get()));
    }
    return place
        .kind(declaration.kind().name())
        .flatMap(kind -> kind.header().value())
        .flatMap(name -> field(declaration, name));
  }

  private Optional<Wanted> field(Declaration declaration, String name) {
    Optional<Kind> kind = place.kind(declaration.kind().name());
    for (FieldSpec field : kind.map(Kind::fields).orElse(List.of())) {
      if (field.name().equals(name)) {
        return Optional.of(Wanted.of(name, field.accept(), field.doc()));
      }
    }
    return Optional.empty();
  }

  private Optional<Wanted> overriding(Override override, int with) {
    if (with < 0 || !(path.get(with) instanceof WithExpression amended)) {
      return Optional.empty();
    }
    Type type = place.type(amended.base());
    String last = "";
    for (Identifier step : override.path()) {
      last = step.name();
      type = type instanceof ListType list ? list.element() : type;
      type = place.kept(type, last).orElse(BasicType.UNKNOWN);
    }
    return known(last, type instanceof IntervalType interval ? interval.element() : type);
  }
}
