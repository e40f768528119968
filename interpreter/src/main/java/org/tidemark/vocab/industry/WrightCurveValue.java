package org.tidemark.vocab.industry;

import java.util.Optional;
import org.tidemark.quantity.NumberText;
import org.tidemark.quantity.Quantity;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.quantity.UnitTable;
import org.tidemark.solve.InadmissibleCurve;
import org.tidemark.solve.WrightCurve;
import org.tidemark.spi.NumericForm;
import org.tidemark.spi.Problem;
import org.tidemark.spi.value.DateValue;
import org.tidemark.spi.value.Value;

/** Wright's curve with the units that it is written in. */
final class WrightCurveValue extends CurveValue {
  private static final UnitExpression PERCENT =
      UnitExpression.of(UnitTable.standard().find("%").orElseThrow());

  private final WrightCurve law;
  private final WrightTangent tangent;
  private final UnitExpression costUnit;
  private final UnitExpression outputUnit;
  private final Optional<DateValue> asOf;

  WrightCurveValue(
      WrightCurve law,
      UnitExpression costUnit,
      UnitExpression outputUnit,
      Optional<DateValue> asOf,
      CurveLabel label) {
    this(law, WrightTangent.NONE, costUnit, outputUnit, asOf, label);
  }

  /**
   * A curve whose inputs are followed.
   *
   * @param tangent how they move
   */
  WrightCurveValue(
      WrightCurve law,
      WrightTangent tangent,
      UnitExpression costUnit,
      UnitExpression outputUnit,
      Optional<DateValue> asOf,
      CurveLabel label) {
    super(label);
    this.tangent = tangent;
    this.law = law;
    this.costUnit = costUnit;
    this.outputUnit = outputUnit;
    this.asOf = asOf;
  }

  @Override
  Quantity cost(Quantity cumulative) {
    try {
      return new Quantity(
          law.cost(cumulative.magnitude()), costUnit, tangent.ofCost(law, cumulative));
    } catch (InadmissibleCurve refused) {
      throw Refusal.domain(refused, "the cumulative output", cumulative.unit());
    }
  }

  @Override
  public Optional<NumericForm> numeric(UnitExpression argument) {
    return Optional.of(
        NumericForm.one(output -> output > 0 ? law.cost(output) : Double.NaN, costUnit));
  }

  @Override
  Quantity inverse(Quantity cost) {
    double found;
    try {
      found = law.quantityAt(cost.magnitude());
    } catch (InadmissibleCurve refused) {
      throw neverReached(cost).withHelp(refused.cure());
    }
    if (Double.isInfinite(found) || found == 0) {
      throw neverReached(cost).withHelp("ask for a cost nearer to " + referenceCost().text());
    }
    return new Quantity(found, outputUnit, tangent.ofQuantity(law, cost));
  }

  private Problem neverReached(Quantity cost) {
    return Problem.noSolution(
        "E0603", label().name() + " never reaches " + cost.as(costUnitFor(cost)).text());
  }

  private UnitExpression costUnitFor(Quantity cost) {
    return cost.unit().isNone() && !costUnit.dimension().isNone() ? cost.unit() : costUnit;
  }

  private Quantity referenceCost() {
    return new Quantity(law.referenceCost(), costUnit, tangent.referenceCost());
  }

  @Override
  Optional<Quantity> reference() {
    return Optional.of(
        new Quantity(law.referenceQuantity(), outputUnit, tangent.referenceQuantity()));
  }

  @Override
  Optional<DateValue> asOf() {
    return asOf;
  }

  @Override
  Optional<UnitExpression> outputUnit() {
    return Optional.of(outputUnit);
  }

  @Override
  CurveValue labelled(CurveLabel other) {
    return new WrightCurveValue(law, tangent, costUnit, outputUnit, asOf, other);
  }

  @Override
  CurveValue times(double factor, CurveLabel other) {
    return new WrightCurveValue(
        new WrightCurve(law.referenceCost() * factor, law.referenceQuantity(), law.elasticity()),
        tangent.times(factor),
        costUnit,
        outputUnit,
        asOf,
        other);
  }

  @Override
  boolean isScaleFree() {
    return true;
  }

  @Override
  boolean sameLaw(CurveValue other) {
    return other instanceof WrightCurveValue that && law.equals(that.law);
  }

  @Override
  Value ownMember(String name) {
    return switch (name) {
      case "elasticity" ->
          Values.of(Quantity.pure(law.elasticity()).withTangent(tangent.elasticity()));
      case "learning_rate" ->
          Values.of(new Quantity(law.learningRate(), PERCENT, tangent.ofLearningRate(law)));
      case "progress_ratio" ->
          Values.of(Quantity.pure(law.progressRatio()).withTangent(-tangent.ofLearningRate(law)));
      case "at" -> Values.of(reference().orElseThrow());
      case "cost" -> Values.of(referenceCost());
      case "as_of" ->
          asOf.orElseThrow(
              () ->
                  Refusal.missing(label().name() + " does not say when it was measured")
                      .withHelp("give wright an as_of: as_of: date(2025)"));
      default -> throw Refusal.missing("a curve has no " + name);
    };
  }

  @Override
  public String summary() {
    return "Wright curve: "
        + referenceCost().text()
        + " at "
        + reference().orElseThrow().text()
        + asOf.map(date -> " in " + Dates.text(date)).orElse("")
        + ", elasticity "
        + NumberText.sensible(law.elasticity())
        + " (a doubling cuts "
        + NumberText.significant(100 * law.learningRate(), 3)
        + " %)";
  }
}
