package org.tidemark.check;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.grammar.source.SourceText;
import org.tidemark.grammar.tree.BinaryOperation;
import org.tidemark.grammar.tree.BinaryOperator;
import org.tidemark.grammar.tree.Call;
import org.tidemark.grammar.tree.Definition;
import org.tidemark.grammar.tree.Expression;
import org.tidemark.grammar.tree.NameReference;
import org.tidemark.grammar.tree.QuantityLiteral;
import org.tidemark.quantity.NumberText;
import org.tidemark.quantity.Quantity;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.spi.FieldSpec;
import org.tidemark.spi.Kind;
import org.tidemark.spi.type.QuantityType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.type.Types;

/** Warnings that know the field: scripts that run but probably do not say what was meant. */
final class Lints {
  /** Learning rates reported for memory, solar cells and batteries cluster here. */
  private static final double TYPICAL_RATE_LOW = 0.195;

  private static final double TYPICAL_RATE_HIGH = 0.245;

  private static final List<String> FLOWS =
      List.of("capex", "output", "revenue", "demand", "spending", "production_rate", "sales");

  private final TypeChecker checker;

  Lints(TypeChecker checker) {
    this.checker = checker;
  }

  // ---- operators

  /** {@code a / 12 USD/GB} reads as (a / 12 USD) / GB. */
  void quotient(BinaryOperation operation, Scope scope) {
    if (operation.left() instanceof BinaryOperation inner
        && inner.operator() == BinaryOperator.DIVIDE
        && inner.right() instanceof QuantityLiteral literal
        && operation.right() instanceof NameReference unit
        && scope.resolve(unit.name()).isEmpty()
        && checker.unitTable.find(unit.name()).isPresent()) {
      SourceText source = ExpressionTypes.source(scope);
      String left = source.text(inner.left().span());
      String quantity = source.text(literal.span()) + "/" + unit.name();
      checker.findings.add(
          Diagnostic.warning(
                  "W0101",
                  "this divides by "
                      + unit.name()
                      + " after dividing by "
                      + source.text(literal.span()),
                  source,
                  operation.span())
              .withNote(
                  "reads as (" + left + " / " + source.text(literal.span()) + ") / " + unit.name())
              .withHelp("to divide by all of it, write " + left + " / (" + quantity + ")"));
    }
  }

  /** {@code a+-b} reads as an uncertain value, not as a plus minus b. */
  void plusMinus(BinaryOperation operation, Scope scope) {
    SourceText source = ExpressionTypes.source(scope);
    boolean tight =
        operation.left().span().end() == operation.operatorSpan().start()
            && operation.operatorSpan().end() == operation.right().span().start();
    if (tight && !Literals.isBareNumber(operation.left())) {
      checker.findings.add(
          Diagnostic.warning(
                  "W0102",
                  "this is an uncertain value with a standard deviation",
                  source,
                  operation.operatorSpan())
              .withHelp(
                  "for a difference, write "
                      + source.text(operation.left().span())
                      + " - "
                      + source.text(operation.right().span()))
              .withHelp("for an uncertain value, put spaces around +-"));
    }
  }

  // ---- definitions

  void definition(Member member, Type type) {
    Definition definition = member.definition();
    String name = definition.name().name().toLowerCase(Locale.ROOT);
    Optional<QuantityType> quantity = Types.quantity(type);
    if (quantity.isEmpty()) {
      return;
    }
    Optional<Double> value = constant(definition, quantity.get());
    SourceText source = member.source();
    if (quantity.get().isPure() && isShare(name)) {
      share(definition, value, source);
    }
    if (quantity.get().equals(Types.RATE) && isDiscountRate(name)) {
      value.ifPresent(v -> discountRate(v, definition.value(), source));
    }
    if (FLOWS.contains(name)
        && !quantity.get().isZero()
        && isStock(quantity.get())
        && value.isPresent()) {
      checker.warning(
          source,
          definition.value().span(),
          "W0205",
          definition.name().name()
              + " is usually a flow, and this is a stock: "
              + quantity.get().describe(),
          "if it is per year, write " + quantity.get().unit().text() + "/year");
    }
    // whoever names a source has looked at which of the two it is
    boolean sourced =
        !definition.annotations().isEmpty()
            && (Annotations.grade(definition.annotations()).isPresent()
                || !Annotations.source(definition.annotations()).isEmpty());
    if (quantity.get().isPure()
        && !sourced
        && (name.contains("elasticity") || name.equals("alpha") || name.equals("α"))) {
      value.ifPresent(v -> elasticity(v, definition.value(), definition.name().name(), source));
    }
    if (quantity.get().isPure() && name.contains("learning_rate")) {
      value.ifPresent(v -> learningRate(v, definition.value(), source));
    }
  }

  private Optional<Double> constant(Definition definition, QuantityType type) {
    Optional<Quantity> quantity = Literals.quantity(definition.value(), checker.units);
    if (quantity.isPresent()
        && definition.type().isPresent()
        && Literals.takesUnit(definition.value())) {
      Optional<UnitExpression> unit = checker.units.unit(definition.type().get());
      if (unit.isPresent()) {
        return Optional.of(unit.get().toBase(quantity.get().magnitude()));
      }
    }
    return quantity.filter(q -> q.dimension().equals(type.dimension())).map(Quantity::magnitude);
  }

  private static boolean isShare(String name) {
    return name.equals("share")
        || name.endsWith("_share")
        || name.startsWith("share_")
        || name.equals("probability")
        || name.endsWith("_probability");
  }

  private static boolean isDiscountRate(String name) {
    return name.equals("r") || name.equals("ρ") || name.startsWith("discount");
  }

  private static boolean isStock(QuantityType type) {
    return !type.dimension().exponents().isEmpty()
        && Types.TIME.exponents().keySet().stream()
            .noneMatch(type.dimension().exponents()::containsKey);
  }

  private void share(Definition definition, Optional<Double> value, SourceText source) {
    String name = definition.name().name();
    if (value.isPresent()) {
      if (value.get() < 0 || value.get() > 1) {
        checker.warning(
            source,
            definition.value().span(),
            "W0202",
            name + " is a share, and this is outside 0..1",
            value.get() > 1
                    && value.get() <= 100
                    && !source.text(definition.value().span()).contains("%")
                ? "write the percent sign: " + source.text(definition.value().span()) + " %"
                : "a share lies between 0 and 1");
      }
      return;
    }
    if (definition.bounds().isEmpty() && isUnbounded(definition.value())) {
      checker.warning(
          source,
          definition.value().span(),
          "W0203",
          name + " is a share without bounds: draws may leave 0..1",
          "bound it: "
              + source.text(definition.value().span())
              + " in 0..1, or use beta or uniform");
    }
  }

  private static boolean isUnbounded(Expression value) {
    if (value instanceof BinaryOperation binary) {
      return binary.operator() == BinaryOperator.TO
          || binary.operator() == BinaryOperator.PLUS_MINUS;
    }
    return value instanceof Call call
        && call.callee() instanceof NameReference name
        && List.of("normal", "lognormal", "gamma", "exponential", "student_t")
            .contains(name.name());
  }

  private void discountRate(double perSecond, Expression value, SourceText source) {
    double perYear = perSecond * YEAR;
    if (perYear >= 1) {
      String number = NumberText.sensible(perYear);
      checker.warning(
          source,
          value.span(),
          "W0204",
          "a discount rate of " + NumberText.sensible(100 * perYear) + " % a year",
          perYear <= 100
              ? "write the percent sign: " + number + " %/year"
              : "check the unit of time");
    }
  }

  private static final double YEAR = 31_557_600;

  // ---- fields of kinds

  void field(Kind kind, FieldSpec spec, Expression value, Type type, SourceText source) {
    Optional<Double> constant = Literals.quantity(value, checker.units).map(Quantity::magnitude);
    if (constant.isPresent()
        && isDiscountRate(spec.name())
        && Types.quantity(type).filter(q -> q.equals(Types.RATE)).isPresent()) {
      discountRate(constant.get(), value, source);
    }
    if (constant.isPresent()
        && isShare(spec.name())
        && (constant.get() < 0 || constant.get() > 1)) {
      checker.warning(
          source,
          value.span(),
          "W0202",
          spec.name() + " is a share, and this is outside 0..1",
          "a share lies between 0 and 1");
    }
  }

  // ---- learning

  /** An elasticity in the range in which learning rates are usually reported. */
  void elasticity(double value, Expression written, String what, SourceText source) {
    if (value >= TYPICAL_RATE_LOW && value <= TYPICAL_RATE_HIGH && isRound(value)) {
      checker.warning(
          source,
          written.span(),
          "W0201",
          what
              + " = "
              + NumberText.sensible(value)
              + " lies where learning rates are usually reported",
          "if it is a learning rate (a fall of "
              + NumberText.sensible(100 * value)
              + " % per doubling), the elasticity is "
              + NumberText.significant(-Math.log1p(-value) / Math.log(2), 3),
          "if it is an elasticity, a doubling cuts the cost by "
              + NumberText.significant(-100 * Math.expm1(-value * Math.log(2)), 3)
              + " %; annotate its source to keep this quiet");
    }
  }

  /** A learning rate that looks like an elasticity. */
  void learningRate(double value, Expression written, SourceText source) {
    boolean percent = source.text(written.span()).contains("%");
    if (!percent && value > 0.25 && value < 1) {
      checker.warning(
          source,
          written.span(),
          "W0201",
          "a learning rate of "
              + NumberText.sensible(100 * value)
              + " % per doubling is steep, and "
              + NumberText.sensible(value)
              + " looks like an elasticity",
          "if it is an elasticity, the learning rate is "
              + NumberText.significant(-100 * Math.expm1(-value * Math.log(2)), 3)
              + " %",
          "if it is a learning rate, write it in percent: "
              + NumberText.sensible(100 * value)
              + " %");
    }
  }

  private static boolean isRound(double value) {
    return Math.abs(value * 1000 - Math.rint(value * 1000)) < 1e-9;
  }
}
