package org.tidemark.vocab.industry;

import org.tidemark.quantity.Dimension;
import org.tidemark.quantity.Quantity;
import org.tidemark.quantity.UnitExpression;

/** Lists may hold firms of several sorts, whose dimensions the checker then does not know. */
final class FirmDimensions {
  private FirmDimensions() {}

  /** Refuses a firm that counts in other dimensions than the market's demand. */
  static void check(
      FirmValue firm, MarketValue market, UnitExpression priceUnit, UnitExpression outputUnit) {
    Dimension price = priceUnit.dimension();
    Dimension output = outputUnit.dimension();
    Dimension value = price.times(output).times(DisplayUnits.YEAR.dimension());
    if (firm.costCurve().isEmpty()) {
      check(firm.cost(), "the cost of " + firm.name(), market, price);
    }
    if (firm.capacity().isPresent()) {
      check(firm.capacity().get(), "the capacity of " + firm.name(), market, output);
    }
    check(firm.continuationValue(), "the continuation_value of " + firm.name(), market, value);
  }

  private static void check(Quantity given, String what, MarketValue market, Dimension wanted) {
    if (!MarketKind.fits(given, wanted)) {
      throw Refusal.unlike(
          what, given.dimension(), "the market " + market.name(), wanted, MarketKind.FIRMS);
    }
  }
}
