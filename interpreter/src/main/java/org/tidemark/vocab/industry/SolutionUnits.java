package org.tidemark.vocab.industry;

import org.tidemark.quantity.Quantity;
import org.tidemark.quantity.UnitExpression;

/**
 * The units in which a solution is shown, taken from those that the model is written in.
 *
 * @param price as the choke price
 * @param output as the demand's slope, per time
 * @param stock of cumulative output
 * @param value of present values: as the continuation value, else price times stock
 */
record SolutionUnits(
    UnitExpression price, UnitExpression output, UnitExpression stock, UnitExpression value) {

  /**
   * The units for a market.
   *
   * @param worth a typical present value in base units, by which a multiple of money is chosen
   */
  static SolutionUnits of(MarketValue market, LinearDemandValue demand, double worth) {
    return of(market, demand.choke().unit(), demand.outputUnit(), worth);
  }

  /**
   * The units for a market.
   *
   * @param price in which the demand gives prices
   * @param output in which it takes quantities per time
   * @param worth a typical present value in base units, by which a multiple of money is chosen
   */
  static SolutionUnits of(
      MarketValue market, UnitExpression price, UnitExpression output, double worth) {
    UnitExpression stock =
        market.isDynamic() ? market.remaining().unit() : DisplayUnits.stock(output);
    if (stock.isNone()) {
      stock = DisplayUnits.stock(output);
    }
    UnitExpression value = UnitExpression.ofProduct(price, stock);
    for (FirmValue firm : market.firms()) {
      UnitExpression written = firm.continuationValue().unit();
      if (!written.isNone() && written.dimension().equals(value.dimension())) {
        return new SolutionUnits(price, output, stock, written);
      }
    }
    return new SolutionUnits(
        price, output, stock, DisplayUnits.prefixed(market.units(), value, worth));
  }

  /** The unit of profits and surpluses, per time. */
  UnitExpression flow() {
    return DisplayUnits.perYear(value);
  }

  /** A remaining distance. */
  Quantity distance(double magnitude) {
    return new Quantity(magnitude, stock);
  }
}
