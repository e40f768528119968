package org.tidemark.check;

import java.util.Optional;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.grammar.tree.Conversion;
import org.tidemark.grammar.tree.Definition;
import org.tidemark.grammar.tree.Expression;
import org.tidemark.grammar.tree.ListLiteral;
import org.tidemark.grammar.tree.RangeExpression;
import org.tidemark.grammar.tree.TypeExpression;
import org.tidemark.quantity.Quantity;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.IntervalType;
import org.tidemark.spi.type.ListType;
import org.tidemark.spi.type.QuantityType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.type.Types;

/** The rules about units: conversions, ends of intervals, bounds and annotations. */
final class RangeTypes {
  private final TypeChecker checker;
  private final ExpressionTypes expressions;

  RangeTypes(TypeChecker checker, ExpressionTypes expressions) {
    this.checker = checker;
    this.expressions = expressions;
  }

  Type conversion(Conversion conversion, Scope scope) {
    Type given = expressions.infer(conversion.value(), scope);
    Type wanted =
        checker.units.type(conversion.unit(), ExpressionTypes.source(scope), checker.findings);
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
                  "this cannot be shown in "
                      + ExpressionTypes.source(scope).text(conversion.unit().span()),
                  ExpressionTypes.source(scope),
                  conversion.value().span())
              .withNote(given.describe())
              .withLabel(ExpressionTypes.source(scope), conversion.unit().span(), wanted.describe())
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

  Type range(RangeExpression range, Scope scope) {
    Type to = expressions.infer(range.to(), scope);
    Type from = withUnitOf(range.from(), expressions.infer(range.from(), scope), range.to(), to);
    Optional<Type> joined = Types.join(from, to);
    boolean ordered =
        joined
            .filter(
                t -> t == BasicType.UNKNOWN || t == BasicType.DATE || Types.quantity(t).isPresent())
            .isPresent();
    if (!ordered) {
      checker.findings.add(
          Diagnostic.error(
                  "E0313",
                  "the ends of an interval are unlike",
                  ExpressionTypes.source(scope),
                  range.to().span())
              .withNote(to.describe())
              .withLabel(ExpressionTypes.source(scope), range.from().span(), from.describe())
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
              Type type = withUnitOf(step, expressions.infer(step, scope), range.to(), to);
              Type wanted = joined.get() == BasicType.DATE ? Types.DURATION : joined.get();
              if (!Types.fits(wanted, type)) {
                checker.findings.add(
                    Diagnostic.error(
                            "E0313",
                            "the step of a sequence is unlike its ends",
                            ExpressionTypes.source(scope),
                            step.span())
                        .withNote(type.describe())
                        .withLabel(ExpressionTypes.source(scope), range.to().span(), to.describe())
                        .withHelp("give the step the dimension " + wanted.describe()));
              }
            });
    return new IntervalType(joined.get());
  }

  /** Checks the interval after {@code in}. */
  void bounds(RangeExpression bounds, Definition definition, Type type, Scope scope) {
    Type given = expressions.infer(bounds, scope);
    if (!(given instanceof IntervalType interval)) {
      return;
    }
    boolean takesUnit = Literals.takesUnit(bounds);
    if (!takesUnit && !Types.fits(type, interval.element())) {
      checker.findings.add(
          Diagnostic.error(
                  "E0313",
                  "the bounds of " + definition.name().name() + " are unlike its value",
                  ExpressionTypes.source(scope),
                  bounds.span())
              .withNote(interval.element().describe())
              .withLabel(ExpressionTypes.source(scope), definition.value().span(), type.describe())
              .withHelp("give the bounds the unit of the value"));
    }
    constantBounds(bounds, definition, takesUnit, scope);
  }

  private static String source(org.tidemark.grammar.source.Span span, Scope scope) {
    return ExpressionTypes.source(scope).text(span);
  }

  /** What is written in place can be compared before anything runs. */
  private void constantBounds(
      RangeExpression bounds, Definition definition, boolean takesUnit, Scope scope) {
    Optional<Quantity> low = Literals.quantity(bounds.from(), checker.units);
    Optional<Quantity> high = Literals.quantity(bounds.to(), checker.units);
    if (low.isEmpty() || high.isEmpty()) {
      return;
    }
    Optional<UnitExpression> annotated = definition.type().flatMap(checker.units::unit);
    Optional<Quantity> value =
        Literals.quantity(definition.value(), checker.units)
            .map(
                q ->
                    annotated.isPresent() && Literals.takesUnit(definition.value())
                        ? Quantity.of(q.magnitude(), annotated.get())
                        : q);
    Optional<UnitExpression> lent =
        annotated.isPresent()
            ? annotated
            : value.map(Quantity::unit).filter(unit -> !unit.dimension().isNone());
    double from = low.get().magnitude();
    double to = high.get().magnitude();
    if (takesUnit && lent.isPresent()) {
      from = lent.get().toBase(from);
      to = lent.get().toBase(to);
    } else if (Literals.isBareNumber(bounds.from()) && !Literals.isBareNumber(bounds.to())) {
      from = high.get().unit().toBase(from);
    }
    String name = definition.name().name();
    if (from > to) {
      checker.error(
          ExpressionTypes.source(scope),
          bounds.span(),
          "E0515",
          "the bounds of " + name + " are the wrong way round",
          "the lower one comes first");
    } else if (value.isPresent()
        && (value.get().magnitude() < from || value.get().magnitude() > to)) {
      checker.error(
          ExpressionTypes.source(scope),
          bounds.span(),
          "E0515",
          name
              + " is "
              + value.get().text()
              + ", outside its bounds "
              + source(bounds.span(), scope),
          "set it within its bounds, or change them where it is defined");
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
                  ExpressionTypes.source(scope),
                  value.span())
              .withNote(given.describe())
              .withLabel(ExpressionTypes.source(scope), annotation.span(), "declared here")
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
}
