package org.tidemark.vocab.industry;

import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.tidemark.quantity.Quantity;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.spi.Problem;
import org.tidemark.spi.Surroundings;
import org.tidemark.spi.value.DateValue;
import org.tidemark.spi.value.Value;

/** A curve that is any function of cumulative output; its inverse is found by search. */
final class FunctionCurveValue extends CurveValue {
  /** How far, relative to the cost, an inverse may miss it before the curve counts as jumping. */
  private static final double JUMP = 1e-9;

  private final Law law;
  private final double factor;
  private final Surroundings surroundings;
  private final Optional<UnitExpression> outputUnit;

  /**
   * A curve.
   *
   * @param factor by which the law's cost is multiplied
   * @param outputUnit of cumulative output, where the law says so
   */
  FunctionCurveValue(
      Law law,
      double factor,
      Optional<UnitExpression> outputUnit,
      Surroundings surroundings,
      CurveLabel label) {
    super(label);
    this.law = law;
    this.factor = factor;
    this.surroundings = surroundings;
    this.outputUnit = outputUnit;
  }

  @Override
  Quantity cost(Quantity cumulative) {
    Quantity cost = law.cost(cumulative);
    return factor == 1 ? cost : new Quantity(cost.magnitude() * factor, cost.unit());
  }

  @Override
  Quantity inverse(Quantity cost) {
    UnitExpression unit = unitFor(cost);
    DoubleUnaryOperator costs = law.magnitudes(unit);
    DoubleUnaryOperator excess = x -> excess(x, costs, cost.magnitude());
    LogSearch.Result falling = new LogSearch(excess).run();
    LogSearch.Result result =
        falling.outcome() == LogSearch.Outcome.FROM_THE_START
            ? new LogSearch(x -> -excess.applyAsDouble(x)).run()
            : falling;
    if (!result.isFound(Math.abs(cost.magnitude()))) {
      throw Problem.noSolution("E0603", label().name() + " never reaches " + cost.text())
          .withHelp(
              "ask for a cost that it takes at some cumulative output, "
                  + "or change the curve so that it falls that far");
    }
    if (Math.abs(excess.applyAsDouble(result.at())) > JUMP * Math.abs(cost.magnitude())) {
      throw Problem.noSolution(
              "E0603",
              label().name()
                  + " jumps past "
                  + cost.text()
                  + " at "
                  + shown(result.at(), unit).text())
          .withHelp("for where it is first at most that, declare a crossing: when ... <= ...");
    }
    return shown(result.at(), unit);
  }

  /** In what cumulative output is counted where the cost is comparable with the given one. */
  private UnitExpression unitFor(Quantity cost) {
    return outputUnit
        .or(() -> search(cost))
        .orElseThrow(
            () ->
                Problem.of(
                        "E0406", label().name() + " gives no cost comparable with " + cost.text())
                    .withHelp("compare it with a cost of its own dimension"));
  }

  private Optional<UnitExpression> search(Quantity cost) {
    return Stocks.find(surroundings, law, found -> MarketKind.fits(cost, found.dimension()));
  }

  private double excess(double cumulative, DoubleUnaryOperator costs, double cost) {
    try {
      double found = costs.applyAsDouble(cumulative);
      return (factor == 1 ? found : found * factor) - cost;
    } catch (RuntimeException undefined) {
      // which exception it is, is up to whoever evaluates the function
      surroundings.checkpoint();
      return Double.NaN;
    }
  }

  private Quantity shown(double cumulative, UnitExpression unit) {
    return new Quantity(cumulative, DisplayUnits.prefixed(surroundings.units(), unit, cumulative));
  }

  @Override
  Optional<Quantity> reference() {
    return Optional.empty();
  }

  @Override
  Optional<DateValue> asOf() {
    return Optional.empty();
  }

  @Override
  Optional<UnitExpression> outputUnit() {
    return outputUnit;
  }

  @Override
  CurveValue labelled(CurveLabel other) {
    return new FunctionCurveValue(law, factor, outputUnit, surroundings, other);
  }

  @Override
  CurveValue times(double by, CurveLabel other) {
    return new FunctionCurveValue(law, factor * by, outputUnit, surroundings, other);
  }

  @Override
  boolean sameLaw(CurveValue other) {
    return other instanceof FunctionCurveValue that && law == that.law && factor == that.factor;
  }

  @Override
  Value ownMember(String name) {
    throw Refusal.missing(label().name() + " is no Wright curve, so it has no one " + name)
        .withHelp("give it as wright(cost: ..., at: ..., learning_rate: ...)");
  }

  @Override
  public String summary() {
    return label().name() + ": a cost as a function of cumulative output";
  }
}
