package org.tidemark.vocab.industry;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.tidemark.quantity.Dimension;
import org.tidemark.quantity.Quantity;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.solve.game.InverseDemand;
import org.tidemark.spi.NumericArgument;
import org.tidemark.spi.NumericResult;
import org.tidemark.spi.NumericShortcut;
import org.tidemark.spi.Problem;
import org.tidemark.spi.Surroundings;
import org.tidemark.spi.value.FunctionValue;
import org.tidemark.spi.value.Value;

/**
 * The demand of a market as the solvers know it, in base units.
 *
 * @param law the price by output
 * @param price the unit in which prices are shown
 * @param output the unit in which quantities per time are shown
 */
record MarketDemand(InverseDemand law, UnitExpression price, UnitExpression output) {
  /** Where a function may be defined: 1e-12 to 1e30 base units, in steps of half a decade. */
  private static final int LOWEST = -24;

  private static final int HIGHEST = 60;

  /** Bisections that tell a price to the last place, over so many decades. */
  private static final int BISECTIONS = 200;

  /**
   * The demand of a market.
   *
   * @throws Problem where a function is none, or its dimensions cannot be told
   */
  static MarketDemand of(MarketValue market, Surroundings surroundings) {
    Value demand = market.demand();
    if (demand instanceof LinearDemandValue linear) {
      return new MarketDemand(
          InverseDemand.linear(linear.choke().magnitude(), linear.slope().magnitude()),
          linear.choke().unit(),
          linear.outputUnit());
    }
    if (demand instanceof IsoelasticDemandValue isoelastic) {
      return new MarketDemand(
          InverseDemand.isoelastic(
              isoelastic.referencePrice().magnitude(),
              isoelastic.referenceQuantity().magnitude(),
              isoelastic.elasticity()),
          isoelastic.referencePrice().unit(),
          isoelastic.referenceQuantity().unit());
    }
    if (demand instanceof FunctionValue function) {
      return new Reader(market, function, surroundings).read();
    }
    throw Problem.of(
            "E0406",
            "the demand of " + market.name() + " is " + demand.describe() + ", which is none")
        .withHelp("give it as linear(...), isoelastic(...) or a function");
  }

  /** Finds out what a function takes and gives. */
  private record Reader(MarketValue market, FunctionValue function, Surroundings surroundings) {
    MarketDemand read() {
      UnitExpression stock = stock().orElseThrow(this::untold).unit();
      UnitExpression output = DisplayUnits.perYear(stock);
      Optional<UnitExpression> price = firmsPrice(stock);
      if (price.isPresent()) {
        Optional<Quantity> taken = anywhere(price.get(), output.dimension());
        if (taken.isPresent()) {
          return of(inverse(price.get(), output), price.get(), output);
        }
      }
      Dimension wanted = price.map(UnitExpression::dimension).orElse(null);
      Quantity given = anywhere(output, wanted).orElseThrow(this::untold);
      return of(magnitudes(output, given.dimension()), price.orElse(given.unit()), output);
    }

    private MarketDemand of(DoubleUnaryOperator law, UnitExpression price, UnitExpression output) {
      return new MarketDemand(InverseDemand.numeric(law, typical(law)), price, output);
    }

    private Problem untold() {
      return Problem.of(
              "E0406",
              "the dimensions of the demand of "
                  + market.name()
                  + " cannot be told from the function")
          .withHelp("give it as linear(choke: ..., slope: ...) or isoelastic(...)")
          .withHelp("or set what tells them: the firms' cost, and remaining or drives");
    }

    private Optional<Quantity> stock() {
      return market
          .given()
          .or(market::produced)
          .or(() -> market.until().map(CrossingValue::threshold))
          .or(() -> market.curve().flatMap(CurveValue::reference));
    }

    private Optional<UnitExpression> firmsPrice(UnitExpression stock) {
      for (FirmValue firm : market.firms()) {
        if (firm.costCurve().isPresent()) {
          Optional<Quantity> at = firm.costCurve().get().reference();
          if (at.isPresent()) {
            return Optional.of(firm.costCurve().get().cost(at.get()).unit());
          }
        } else if (!firm.cost().unit().isNone()) {
          return Optional.of(firm.cost().unit());
        }
      }
      for (FirmValue firm : market.firms()) {
        UnitExpression worth = firm.continuationValue().unit();
        if (!worth.isNone()) {
          return Optional.of(
              UnitExpression.coherent(UnitExpression.ofQuotient(worth, stock).dimension()));
        }
      }
      return Optional.empty();
    }

    /** What the function gives anywhere, of a dimension where one is wanted. */
    private Optional<Quantity> anywhere(UnitExpression unit, Dimension wanted) {
      for (int e = LOWEST; e <= HIGHEST; e++) {
        Optional<Quantity> given = call(new Quantity(StrictMath.pow(10, e / 2.0), unit));
        if (given.isPresent() && (wanted == null || given.get().dimension().equals(wanted))) {
          return given;
        }
      }
      return Optional.empty();
    }

    private Optional<Quantity> call(Quantity argument) {
      try {
        return Values.find(function.call(List.of(Values.of(argument))));
      } catch (RuntimeException undefined) {
        // which exception it is, is up to whoever evaluates the function
        surroundings.checkpoint();
        return Optional.empty();
      }
    }

    /** What the function gives; not a number where that is nothing of the dimension. */
    private DoubleUnaryOperator magnitudes(UnitExpression unit, Dimension dimension) {
      NumericShortcut shortcut =
          surroundings.shortcut(
              List.of(function),
              List.of(NumericArgument.quantity(unit)),
              List.of(NumericResult.quantity(dimension)));
      return base -> {
        double[] value = new double[1];
        if (shortcut.at(new double[] {base}, value)) {
          return value[0];
        }
        value[0] = magnitude(base, unit, dimension);
        shortcut.called();
        return value[0];
      };
    }

    private double magnitude(double base, UnitExpression unit, Dimension dimension) {
      return call(new Quantity(base, unit))
          .filter(given -> given.dimension().equals(dimension))
          .map(Quantity::magnitude)
          .orElse(Double.NaN);
    }

    /** The inverse of a function that gives the quantity at a price. */
    private DoubleUnaryOperator inverse(UnitExpression price, UnitExpression output) {
      DoubleUnaryOperator taken = magnitudes(price, output.dimension());
      return quantity -> {
        double low = Double.NaN;
        double high = Double.NaN;
        for (int e = LOWEST; e <= HIGHEST && Double.isNaN(high); e++) {
          double at = StrictMath.pow(10, e / 2.0);
          double excess = taken.applyAsDouble(at) - quantity;
          if (excess > 0) {
            low = at;
          } else if (excess <= 0) {
            high = at;
          }
        }
        for (int i = 0; i < BISECTIONS; i++) {
          double middle = low + (high - low) / 2;
          if (!(middle > low && middle < high)) {
            break;
          }
          if (taken.applyAsDouble(middle) > quantity) {
            low = middle;
          } else {
            high = middle;
          }
        }
        return low;
      };
    }

    private double atReference(CurveValue curve) {
      return curve.reference().map(at -> curve.cost(at).magnitude()).orElse(0.0);
    }

    /** Where revenue over the lowest cost is largest, or where the firms could sell at all. */
    private double typical(DoubleUnaryOperator law) {
      double cost = Double.POSITIVE_INFINITY;
      for (FirmValue firm : market.firms()) {
        cost =
            Math.min(cost, firm.costCurve().map(this::atReference).orElse(firm.cost().magnitude()));
      }
      double best = Double.NaN;
      double most = 0;
      for (int e = LOWEST; e <= HIGHEST; e++) {
        double output = StrictMath.pow(10, e / 2.0);
        double gain = (law.applyAsDouble(output) - cost) * output;
        if (gain > most) {
          most = gain;
          best = output;
        }
      }
      if (Double.isNaN(best)) {
        throw Problem.noSolution(
                "E0601",
                market.name()
                    + " has no solution: at no quantity does its demand give a price that covers"
                    + " the marginal cost, so nothing is ever produced")
            .withHelp("raise the demand, or lower the cost");
      }
      return best;
    }
  }
}
