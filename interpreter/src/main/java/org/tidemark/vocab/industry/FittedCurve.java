package org.tidemark.vocab.industry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tidemark.quantity.Quantity;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.spi.Problem;
import org.tidemark.spi.plot.Drawing;
import org.tidemark.spi.type.ObjectType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.value.DateValue;
import org.tidemark.spi.value.ObjectValue;
import org.tidemark.spi.value.UncertainObject;
import org.tidemark.spi.value.Value;

/** Wright's curve as data tell it: a curve like any other, with what is known of the fit. */
public final class FittedCurve extends CurveValue implements UncertainObject {
  /** The law, and what is known of it. */
  public interface Fitted {
    /** The cost at the reference, in base units. */
    double cost();

    /** Cumulative output at the reference, in base units. */
    double at();

    /** By which share cost falls per share of cumulative output; may be negative. */
    double elasticity();

    /** A member of the fit. */
    Value member(String name);

    /** The coefficients as uncertain quantities. */
    List<Part> uncertain();

    /** The law where they lie elsewhere. */
    Fitted drawn(double[] chances);

    /** The data with the curve. */
    Drawing drawing(String name);

    /** One line that says what it is. */
    String summary();
  }

  private final Fitted fit;
  private final UnitExpression costUnit;
  private final UnitExpression outputUnit;
  private final double factor;

  private FittedCurve(
      Fitted fit,
      UnitExpression costUnit,
      UnitExpression outputUnit,
      double factor,
      CurveLabel label) {
    super(label);
    this.fit = fit;
    this.costUnit = costUnit;
    this.outputUnit = outputUnit;
    this.factor = factor;
  }

  /** A curve that nobody has declared yet. */
  public static ObjectValue of(Fitted fit, UnitExpression costUnit, UnitExpression outputUnit) {
    return new FittedCurve(
        fit, costUnit, outputUnit, 1, CurveLabel.unnamed("this fitted Wright curve"));
  }

  /**
   * The type of such a curve.
   *
   * @param cost the type of a cost
   * @param output the type of a cumulative output
   * @param members what is known of the fit
   */
  public static ObjectType type(Type cost, Type output, Map<String, Type> members) {
    return CurveType.fitted(cost, output, members);
  }

  @Override
  Quantity cost(Quantity cumulative) {
    if (!(cumulative.magnitude() > 0)) {
      throw Problem.of("E0501", "a Wright curve has no cost before anything was produced")
          .withHelp("ask at a cumulative output above 0");
    }
    double cost =
        factor * fit.cost() * StrictMath.pow(cumulative.magnitude() / fit.at(), -fit.elasticity());
    return new Quantity(cost, costUnit);
  }

  @Override
  Quantity inverse(Quantity cost) {
    double ratio = factor * fit.cost() / cost.magnitude();
    double found = ratio > 0 ? fit.at() * StrictMath.pow(ratio, 1 / fit.elasticity()) : 0;
    if (!(found > 0) || Double.isInfinite(found)) {
      throw Problem.noSolution(
              "E0603", label().name() + " never reaches " + cost.as(costUnit).text())
          .withHelp("ask for a cost nearer to those that were observed");
    }
    return new Quantity(found, outputUnit);
  }

  @Override
  Optional<Quantity> reference() {
    return Optional.of(new Quantity(fit.at(), outputUnit));
  }

  @Override
  Optional<DateValue> asOf() {
    return Optional.empty();
  }

  @Override
  Optional<UnitExpression> outputUnit() {
    return Optional.of(outputUnit);
  }

  @Override
  CurveValue labelled(CurveLabel other) {
    return new FittedCurve(fit, costUnit, outputUnit, factor, other);
  }

  @Override
  CurveValue times(double by, CurveLabel other) {
    return new FittedCurve(fit, costUnit, outputUnit, factor * by, other);
  }

  @Override
  boolean isScaleFree() {
    return true;
  }

  @Override
  boolean sameLaw(CurveValue other) {
    return other instanceof FittedCurve that && fit == that.fit && factor == that.factor;
  }

  @Override
  Value ownMember(String name) {
    return fit.member(name);
  }

  /** With the data that it comes from, unless a multiplier has moved it away from them. */
  @Override
  public Drawing drawing(String name) {
    return factor == 1 ? fit.drawing(name) : super.drawing(name);
  }

  @Override
  public List<Part> uncertain() {
    return fit.uncertain();
  }

  @Override
  public ObjectValue drawn(double[] chances) {
    return new FittedCurve(fit.drawn(chances), costUnit, outputUnit, factor, label());
  }

  /** The fit behind it. */
  public Fitted fit() {
    return fit;
  }

  @Override
  public String summary() {
    return fit.summary();
  }
}
