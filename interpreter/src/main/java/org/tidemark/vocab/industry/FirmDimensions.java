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
      check(firm.cost(), "cost", firm, market, price);
    }
    if (firm.capacity().isPresent()) {
      check(firm.capacity().get(), "capacity", firm, market, output);
    }
    check(firm.continuationValue(), "continuation_value", firm, market, value);
  }

  private static void check(
      Quantity given, String field, FirmValue firm, MarketValue market, Dimension wanted) {
    if (!MarketKind.fits(given, wanted)) {
      throw Refusal.unlike(
          "the " + field + " of " + firm.name(),
          given.dimension(),
          "the market " + market.name(),
          wanted,
          MarketKind.FIRMS);
    }
  }
}
