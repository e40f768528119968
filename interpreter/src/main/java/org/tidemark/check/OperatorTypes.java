package org.tidemark.check;

import java.util.Optional;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.grammar.source.SourceText;
import org.tidemark.grammar.source.Span;
import org.tidemark.grammar.tree.ApproximateEquality;
import org.tidemark.grammar.tree.BinaryOperation;
import org.tidemark.grammar.tree.BinaryOperator;
import org.tidemark.grammar.tree.Expression;
import org.tidemark.grammar.tree.UnaryOperation;
import org.tidemark.quantity.NumberText;
import org.tidemark.quantity.Quantity;
import org.tidemark.quantity.Rational;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.FunctionType;
import org.tidemark.spi.type.ListType;
import org.tidemark.spi.type.ObjectType;
import org.tidemark.spi.type.QuantityType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.type.Types;

/** The types of what operators make of their operands. */
final class OperatorTypes {
  /** The 95 % point of the standard normal distribution. */
  private static final double NORMAL_95 = 1.6448536269514722;

  private final TypeChecker checker;
  private final ExpressionTypes expressions;

  OperatorTypes(TypeChecker checker, ExpressionTypes expressions) {
    this.checker = checker;
    this.expressions = expressions;
  }

  Type infer(BinaryOperation operation, Scope scope) {
    switch (operation.operator()) {
      case AND, OR -> {
        expressions.expectTruth(operation.left(), scope, operation.operator().symbol());
        expressions.expectTruth(operation.right(), scope, operation.operator().symbol());
        return BasicType.BOOL;
      }
      case TO, PLUS_MINUS -> {
        return uncertain(operation, scope);
      }
      case EXPLAINED_BY -> {
        checker.error(
            ExpressionTypes.source(scope),
            operation.span(),
            "E0412",
            "a formula stands where a function asks for one",
            "for example fit(dram, price ~ wright(cumulative))");
        return BasicType.UNKNOWN;
      }
      default -> {}
    }
    Type left = expressions.infer(operation.left(), scope);
    Type right = expressions.infer(operation.right(), scope);
    try {
      return switch (operation.operator()) {
        case ADD, SUBTRACT -> sum(operation, left, right, scope);
        case MULTIPLY -> product(left, right, operation, scope);
        case DIVIDE -> {
          checker.lints.quotient(operation, scope);
          yield quotient(left, right, operation, scope);
        }
        case POWER -> power(operation, left, right, scope);
        default -> comparison(operation, left, right, scope);
      };
    } catch (ArithmeticException tooLarge) {
      checker.error(
          ExpressionTypes.source(scope),
          operation.span(),
          "E0304",
          "the powers in this dimension are too large to be counted",
          "take powers of pure numbers: divide by a reference first, as in (Q / Q0)^n");
      return BasicType.UNKNOWN;
    }
  }

  // ---- sums

  private Type sum(BinaryOperation operation, Type left, Type right, Scope scope) {
    boolean subtract = operation.operator() == BinaryOperator.SUBTRACT;
    Optional<Type> type = sumType(left, right, subtract);
    if (type.isPresent()) {
      return type.get();
    }
    Type l = plain(left);
    Type r = plain(right);
    Diagnostic diagnostic =
        Diagnostic.error(
                "E0301",
                (subtract ? "cannot subtract " : "cannot add ")
                    + (subtract ? brief(r) + " from " + brief(l) : brief(l) + " and " + brief(r)),
                ExpressionTypes.source(scope),
                operation.operatorSpan())
            .withLabel(ExpressionTypes.source(scope), operation.left().span(), describe(left))
            .withLabel(ExpressionTypes.source(scope), operation.right().span(), describe(right));
    checker.findings.add(diagnostic.withHelp(sumHelp(operation, l, r, scope)));
    return BasicType.UNKNOWN;
  }

  private static Optional<Type> sumType(Type left, Type right, boolean subtract) {
    if (left == BasicType.UNKNOWN || right == BasicType.UNKNOWN) {
      Type known = left == BasicType.UNKNOWN ? plain(right) : plain(left);
      // less a date it may be a time or a date, so nothing follows
      return Optional.of(subtract && known == BasicType.DATE ? BasicType.UNKNOWN : known);
    }
    if (left == BasicType.MISSING || right == BasicType.MISSING) {
      return Optional.of(left == BasicType.MISSING ? plain(right) : plain(left));
    }
    if (left instanceof ListType || right instanceof ListType) {
      Type l = left instanceof ListType list ? list.element() : left;
      Type r = right instanceof ListType list ? list.element() : right;
      return sumType(l, r, subtract).map(ListType::new);
    }
    Type l = plain(left);
    Type r = plain(right);
    if (l instanceof QuantityType x && r instanceof QuantityType y) {
      return x.fits(y) ? Optional.of(x.isZero() ? y : x) : Optional.empty();
    }
    boolean leftDate = l == BasicType.DATE;
    boolean rightDate = r == BasicType.DATE;
    if (leftDate && rightDate) {
      return subtract ? Optional.of(Types.DURATION) : Optional.empty();
    }
    if (leftDate && (r == BasicType.NEVER || Types.fits(Types.DURATION, r))) {
      return Optional.of(BasicType.DATE);
    }
    if (rightDate && !subtract && (l == BasicType.NEVER || Types.fits(Types.DURATION, l))) {
      return Optional.of(BasicType.DATE);
    }
    if (rightDate && subtract && l == BasicType.NEVER) {
      return Optional.of(Types.DURATION);
    }
    if (l == BasicType.NEVER || r == BasicType.NEVER) {
      return Types.join(l, r);
    }
    return Optional.empty();
  }

  private String sumHelp(BinaryOperation operation, Type left, Type right, Scope scope) {
    SourceText source = ExpressionTypes.source(scope);
    String l = source.text(operation.left().span());
    String r = source.text(operation.right().span());
    if (left instanceof QuantityType x && right instanceof QuantityType y) {
      if (x.isPure() || y.isPure()) {
        QuantityType other = x.isPure() ? y : x;
        return "give the number a unit of " + other.describe();
      }
      if (x.dimension().times(y.dimension()).equals(Types.dimension("USD"))) {
        return "multiply them for a revenue: " + l + " * " + r;
      }
      if (Types.differInCurrency(x.dimension(), y.dimension())) {
        return "say what one currency is worth in the other, for example exchange EUR = 1.08 USD";
      }
      if (x.dimension().over(y.dimension()).equals(Types.TIME)) {
        return "one is a stock and one a flow: multiply the flow by a time";
      }
      if (y.dimension().over(x.dimension()).equals(Types.TIME)) {
        return "one is a flow and one a stock: multiply the flow by a time";
      }
      return "only quantities of one dimension can be added";
    }
    if (left == BasicType.TEXT || right == BasicType.TEXT) {
      return "put values into a text with braces: \"{...} and {...}\"";
    }
    if (left == BasicType.DATE && right == BasicType.DATE) {
      return "the difference of two dates is a time: " + l + " - " + r;
    }
    if (left == BasicType.DATE || right == BasicType.DATE) {
      return "a date moves by a time, for example date(2025) + 18 month";
    }
    if (left instanceof FunctionType || right instanceof FunctionType) {
      return "call the function to get a value: name(...)";
    }
    if (left instanceof ObjectType || right instanceof ObjectType) {
      return curveHelp(left instanceof ObjectType ? left : right);
    }
    return "sums are of quantities, of dates and times, or of lists of them";
  }

  private static String curveHelp(Type type) {
    return type instanceof ObjectType object && object.parameter().isPresent()
        ? "call it to get a value: name(...)"
        : "pick the member that is meant, with a dot";
  }

  // ---- products

  Type product(Type left, Type right, Expression whole, Scope scope) {
    Optional<Type> type = productType(left, right, true);
    return type.orElseGet(() -> refuse(left, right, whole, scope, "multiplied"));
  }

  private Type quotient(Type left, Type right, BinaryOperation whole, Scope scope) {
    Optional<Type> type = productType(left, right, false);
    return type.orElseGet(() -> refuse(left, right, whole, scope, "divided"));
  }

  private static Optional<Type> productType(Type left, Type right, boolean times) {
    if (left == BasicType.UNKNOWN || right == BasicType.UNKNOWN) {
      return Optional.of(BasicType.UNKNOWN);
    }
    if (left == BasicType.MISSING || right == BasicType.MISSING) {
      return Optional.of(BasicType.MISSING);
    }
    if (left instanceof ListType || right instanceof ListType) {
      Type l = left instanceof ListType list ? list.element() : left;
      Type r = right instanceof ListType list ? list.element() : right;
      return productType(l, r, times).map(ListType::new);
    }
    Type l = plain(left);
    Type r = plain(right);
    if (l instanceof QuantityType x && r instanceof QuantityType y) {
      return Optional.of(times ? x.times(y) : x.over(y));
    }
    // never keeps being never under scaling by a number
    if (l == BasicType.NEVER && r instanceof QuantityType) {
      return Optional.of(BasicType.NEVER);
    }
    if (r == BasicType.NEVER && l instanceof QuantityType) {
      return Optional.of(BasicType.NEVER);
    }
    return Optional.empty();
  }

  private Type refuse(Type left, Type right, Expression whole, Scope scope, String done) {
    Type wrong = isNumeric(left) ? right : left;
    SourceText source = ExpressionTypes.source(scope);
    Diagnostic diagnostic =
        Diagnostic.error(
            "E0305",
            plain(wrong).describe() + " cannot be " + done,
            source,
            whole instanceof BinaryOperation binary ? binary.operatorSpan() : whole.span());
    if (whole instanceof BinaryOperation operation) {
      diagnostic =
          diagnostic
              .withLabel(source, operation.left().span(), describe(left))
              .withLabel(source, operation.right().span(), describe(right));
    }
    checker.findings.add(
        diagnostic.withHelp(
            wrong instanceof ObjectType
                ? curveHelp(wrong)
                : wrong == BasicType.DATE
                    ? "the difference of two dates is a time, which can be"
                    : wrong instanceof FunctionType
                        ? "call the function to get a value: name(...)"
                        : "only quantities and lists of them can be"));
    return BasicType.UNKNOWN;
  }

  private static boolean isNumeric(Type type) {
    Type element = type instanceof ListType list ? list.element() : type;
    return Types.quantity(element).isPresent() || element == BasicType.UNKNOWN;
  }

  Type negation(Type type, UnaryOperation whole, Scope scope) {
    Type element = type instanceof ListType list ? list.element() : type;
    if (element == BasicType.UNKNOWN
        || element == BasicType.MISSING
        || element == BasicType.NEVER) {
      return type;
    }
    Type l = plain(element);
    if (l instanceof QuantityType) {
      return type instanceof ListType ? new ListType(l) : l;
    }
    checker.error(
        ExpressionTypes.source(scope),
        whole.span(),
        "E0305",
        l.describe() + " has no negative",
        l instanceof ObjectType ? curveHelp(l) : "only quantities and lists of them have one");
    return BasicType.UNKNOWN;
  }

  // ---- powers

  private Type power(BinaryOperation operation, Type left, Type right, Scope scope) {
    SourceText source = ExpressionTypes.source(scope);
    if (left == BasicType.MISSING || right == BasicType.MISSING) {
      return BasicType.MISSING;
    }
    if (left instanceof ListType list) {
      return new ListType(power(operation, list.element(), right, scope));
    }
    Type exponentType = plain(right);
    if (exponentType != BasicType.UNKNOWN && !Types.fits(QuantityType.PURE, exponentType)) {
      checker.error(
          source,
          operation.right().span(),
          "E0304",
          "an exponent is a pure number, and this is " + exponentType.describe(),
          "divide it by a unit, or by a quantity of its dimension");
      return BasicType.UNKNOWN;
    }
    Type base = plain(left);
    if (base == BasicType.UNKNOWN) {
      return base;
    }
    if (!(base instanceof QuantityType quantity)) {
      checker.error(
          source,
          operation.left().span(),
          "E0305",
          base.describe() + " cannot be raised to a power",
          base instanceof ObjectType ? curveHelp(base) : "only quantities can be");
      return BasicType.UNKNOWN;
    }
    if (quantity.isPure() || quantity.isZero()) {
      return QuantityType.PURE;
    }
    Optional<Rational> exponent = UnitReader.exponent(operation.right());
    if (exponent.isEmpty()) {
      checker.findings.add(
          Diagnostic.error(
                  "E0304",
                  "a quantity with a dimension takes a constant power",
                  source,
                  operation.right().span())
              .withNote("this is not a number written in place")
              .withLabel(source, operation.left().span(), quantity.describe())
              .withHelp("divide the base by a reference first, as in (Q / Q0)^-alpha"));
      return BasicType.UNKNOWN;
    }
    return quantity.power(exponent.get());
  }

  // ---- comparisons

  private Type comparison(BinaryOperation operation, Type left, Type right, Scope scope) {
    boolean equality =
        operation.operator() == BinaryOperator.EQUAL
            || operation.operator() == BinaryOperator.NOT_EQUAL;
    compare(operation.left(), left, operation.right(), right, equality, operation, scope);
    return BasicType.BOOL;
  }

  private void compare(
      Expression leftExpression,
      Type left,
      Expression rightExpression,
      Type right,
      boolean equality,
      Expression whole,
      Scope scope) {
    Type l = plain(left);
    Type r = plain(right);
    boolean ordered = isOrdered(l) && isOrdered(r);
    if (Types.fits(l, r) && (equality || ordered)) {
      return;
    }
    SourceText source = ExpressionTypes.source(scope);
    if (Types.fits(l, r)) {
      Type unordered = isOrdered(l) ? r : l;
      checker.error(
          source,
          whole instanceof BinaryOperation binary ? binary.operatorSpan() : whole.span(),
          "E0302",
          unordered.describe() + " has no order",
          "to compare it whole write == or !=; for an order, pick one of its parts");
      return;
    }
    Diagnostic diagnostic =
        whole instanceof BinaryOperation binary
            ? unlike(l, r, source, binary.operatorSpan())
                .withLabel(source, rightExpression.span(), describe(right))
            : unlike(l, r, source, rightExpression.span()).withNote(describe(right));
    checker.findings.add(
        diagnostic
            .withLabel(source, leftExpression.span(), describe(left))
            .withHelp(
                left instanceof ObjectType || right instanceof ObjectType
                    ? curveHelp(left instanceof ObjectType ? left : right)
                    : l == BasicType.TEXT || RangeTypes.mismatchHelp(l, r).startsWith("give it")
                        ? "only values of one dimension or sort can be compared"
                        : RangeTypes.mismatchHelp(l, r)));
  }

  private static Diagnostic unlike(Type left, Type right, SourceText source, Span at) {
    return Diagnostic.error(
        "E0302", "cannot compare " + brief(left) + " and " + brief(right), source, at);
  }

  private static boolean isOrdered(Type type) {
    return type == BasicType.UNKNOWN
        || type == BasicType.DATE
        || type == BasicType.NEVER
        || type == BasicType.MISSING
        || type == BasicType.TEXT
        || type instanceof QuantityType;
  }

  Type approximate(ApproximateEquality approximate, Scope scope) {
    Type left = expressions.infer(approximate.left(), scope);
    Type right = expressions.infer(approximate.right(), scope);
    Type l = left instanceof ListType list ? list.element() : left;
    Type r = right instanceof ListType list ? list.element() : right;
    compare(approximate.left(), l, approximate.right(), r, false, approximate, scope);
    approximate
        .tolerance()
        .ifPresent(
            tolerance -> {
              Type type = plain(expressions.infer(tolerance, scope));
              Type wanted = plain(l) == BasicType.DATE ? Types.DURATION : plain(l);
              if (!Types.fits(QuantityType.PURE, type) && !Types.fits(wanted, type)) {
                checker.error(
                    ExpressionTypes.source(scope),
                    tolerance.span(),
                    "E0302",
                    "a tolerance is a part, such as 1 %, or has the dimension compared, and this"
                        + " is "
                        + type.describe(),
                    "write for example: within 1 %");
              }
            });
    return BasicType.BOOL;
  }

  // ---- uncertain values

  private Type uncertain(BinaryOperation operation, Scope scope) {
    SourceText source = ExpressionTypes.source(scope);
    Type right = plain(expressions.infer(operation.right(), scope));
    Type left =
        expressions
            .ranges()
            .withUnitOf(
                operation.left(),
                plain(expressions.infer(operation.left(), scope)),
                operation.right(),
                right);
    if (operation.operator() == BinaryOperator.PLUS_MINUS) {
      checker.lints.plusMinus(operation, scope);
    }
    Optional<Type> both = Types.join(left, right);
    if (both.isPresent()
        && (both.get() == BasicType.UNKNOWN || both.get() instanceof QuantityType)) {
      constants(operation, source);
      return both.get();
    }
    checker.findings.add(
        Diagnostic.error(
                "E0313",
                operation.operator() == BinaryOperator.TO
                    ? "the ends of an uncertain value are unlike"
                    : "a standard deviation has the dimension of its mean",
                source,
                operation.operatorSpan())
            .withLabel(source, operation.left().span(), describe(left))
            .withLabel(source, operation.right().span(), describe(right))
            .withHelp("give both the same dimension, or only the right one a unit"));
    return BasicType.UNKNOWN;
  }

  /** What is wrong with an uncertain value can be told where its numbers are written in place. */
  private void constants(BinaryOperation operation, SourceText source) {
    Optional<Quantity> left = Literals.quantity(operation.left(), checker.units);
    Optional<Quantity> right = Literals.quantity(operation.right(), checker.units);
    if (right.isEmpty() || left.isEmpty()) {
      return;
    }
    UnitExpression unit = right.get().unit();
    double low =
        Literals.isBareNumber(operation.left())
            ? left.get().magnitude()
            : unit.fromBase(left.get().magnitude());
    double high = right.get().in(unit);
    if (operation.operator() == BinaryOperator.PLUS_MINUS) {
      if (!(high > 0)) {
        checker.error(
            source,
            operation.right().span(),
            "E0510",
            "a standard deviation is above zero, and this is " + right.get().text(),
            "for a value without spread, write the mean alone");
      }
    } else if (!(low > 0) || !(high > 0)) {
      checker.error(
          source,
          operation.span(),
          "E0510",
          "low to high is lognormal and needs both ends above zero, and "
              + (low > 0 ? "high is " + number(high) : "low is " + number(low)),
          "for a normal with this 90 % interval: "
              + number((low + high) / 2)
              + " +- "
              + NumberText.significant(Math.abs(high - low) / (2 * NORMAL_95), 3),
          "for equal odds everywhere between: uniform(" + number(low) + ", " + number(high) + ")");
    } else if (low >= high) {
      checker.error(
          source,
          operation.span(),
          "E0510",
          "the ends of an uncertain value are in the wrong order: "
              + number(low)
              + " to "
              + number(high),
          "swap them");
    }
  }

  private static String number(double value) {
    return NumberText.sensible(value);
  }

  // ---- words

  /** The quantity that a type stands for, else the type itself. */
  static Type plain(Type type) {
    return type instanceof ObjectType object && object.quantity().isPresent()
        ? object.quantity().get()
        : type;
  }

  private static String describe(Type type) {
    return plain(type).describe();
  }

  /** The unit alone where there is one, as in "cannot add USD/GB and EB". */
  static String brief(Type type) {
    return type instanceof QuantityType quantity && !quantity.isPure() && !quantity.isZero()
        ? quantity.unit().text()
        : type.describe();
  }
}
