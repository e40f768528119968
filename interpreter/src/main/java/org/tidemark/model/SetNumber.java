package org.tidemark.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tidemark.check.CheckedProgram;
import org.tidemark.check.Scope;
import org.tidemark.check.UnitReader;
import org.tidemark.grammar.ExpressionResult;
import org.tidemark.grammar.TideParser;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.grammar.source.SourceText;
import org.tidemark.grammar.tree.BinaryOperation;
import org.tidemark.grammar.tree.BinaryOperator;
import org.tidemark.grammar.tree.Expression;
import org.tidemark.grammar.tree.NameReference;
import org.tidemark.grammar.tree.NumberLiteral;
import org.tidemark.grammar.tree.QuantityLiteral;
import org.tidemark.quantity.Quantity;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.Value;

/**
 * A definition that is set to a number of some unit from outside, whatever number that is. What
 * {@code 3 %/year} gives is what evaluating that text gives, to the last bit, without reading it.
 */
public final class SetNumber {
  private final String path;
  private final String unit;
  private final List<String> names;
  private final UnitExpression first;
  private final Step[] steps;
  private final UnitExpression shown;

  /** A unit by which the literal goes on. */
  private record Step(boolean divides, Quantity by) {}

  private SetNumber(
      String path, String unit, UnitExpression first, Step[] steps, UnitExpression shown) {
    this.path = path;
    this.unit = unit;
    this.names = List.of(path.split("\\.", -1));
    this.first = first;
    this.steps = steps;
    this.shown = shown;
  }

  /** It where the unit is made of nothing but units; else empty. */
  static Optional<SetNumber> of(
      CheckedProgram program, Lowering lowering, String path, String unit) {
    ExpressionResult parsed =
        TideParser.parseExpression(new SourceText(unit, WrittenNumber.of(1, unit)));
    if (parsed.expression().isEmpty()
        || parsed.diagnostics().stream().anyMatch(Diagnostic::isError)) {
      return Optional.empty();
    }
    Scope scope = program.main().scope();
    Frame frame =
        Instance.of(new Evaluation(program, lowering, Watch.none()), program.main()).frame();
    List<Step> steps = new ArrayList<>();
    Expression at = parsed.expression().get();
    while (at instanceof BinaryOperation binary
        && (binary.operator() == BinaryOperator.MULTIPLY
            || binary.operator() == BinaryOperator.DIVIDE)) {
      if (!isOfUnits(binary.right(), scope, lowering.units())) {
        return Optional.empty();
      }
      Value by = lowering.expression(binary.right(), scope).evaluate(frame);
      if (!(by instanceof QuantityValue quantity)) {
        return Optional.empty();
      }
      steps.add(0, new Step(binary.operator() == BinaryOperator.DIVIDE, quantity.quantity()));
      at = binary.left();
    }
    UnitExpression first = UnitExpression.NONE;
    if (at instanceof QuantityLiteral literal
        && isOfUnits(literal.unit(), scope, lowering.units())) {
      Optional<UnitExpression> read = lowering.units().unit(literal.unit());
      if (read.isEmpty()) {
        return Optional.empty();
      }
      first = read.get();
    } else if (!(at instanceof NumberLiteral)) {
      return Optional.empty();
    }
    SetNumber set =
        new SetNumber(path, unit, first, steps.toArray(new Step[0]), UnitExpression.NONE);
    return Optional.of(new SetNumber(path, unit, first, set.steps, set.stepwise(1).unit()));
  }

  private static boolean isOfUnits(Expression expression, Scope scope, UnitReader units) {
    if (expression instanceof NameReference name) {
      return scope.resolve(name.name()).isEmpty() && units.unit(name).isPresent();
    }
    if (expression instanceof BinaryOperation binary) {
      boolean right =
          binary.operator() == BinaryOperator.POWER || isOfUnits(binary.right(), scope, units);
      return right && isOfUnits(binary.left(), scope, units);
    }
    return expression instanceof NumberLiteral;
  }

  private Quantity stepwise(double magnitude) {
    Quantity quantity = Quantity.of(magnitude, first);
    for (Step step : steps) {
      quantity = step.divides() ? quantity.over(step.by()) : quantity.times(step.by());
    }
    return quantity;
  }

  /** Its value for a number; null where the ordinary way has to say what is wrong with that. */
  QuantityValue value(double magnitude) {
    if (magnitude == 0) {
      // the literal 0 has any dimension, which depends on how it is written
      return isBare() ? null : new QuantityValue(stepwise(magnitude));
    }
    double base = base(magnitude);
    return Double.isFinite(base) ? new QuantityValue(new Quantity(base, shown)) : null;
  }

  /** Its magnitude in base units for a number other than 0. */
  double base(double magnitude) {
    double base = first.toBase(magnitude);
    for (Step step : steps) {
      base = step.divides() ? base / step.by().magnitude() : base * step.by().magnitude();
    }
    return base;
  }

  /** The unit that its value is shown in. */
  UnitExpression shown() {
    return shown;
  }

  /** Whether it is written as a number alone, to which the unit of an annotation applies. */
  boolean isBare() {
    return steps.length == 0 && first.isNone();
  }

  /** The dotted name that is set. */
  public String path() {
    return path;
  }

  /** The unit of the number, as it was given. */
  public String unit() {
    return unit;
  }

  List<String> names() {
    return names;
  }
}
