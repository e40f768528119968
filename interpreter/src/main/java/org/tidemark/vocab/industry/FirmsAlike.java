package org.tidemark.vocab.industry;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.tidemark.quantity.Dimension;
import org.tidemark.quantity.Quantity;
import org.tidemark.spi.Problem;

/**
 * What the firms of a market have in common, where they are alike in all that matters.
 *
 * @param number how many they are
 * @param cost of one unit, in base units
 * @param discountRate in base units; not a number where none is set
 * @param continuationValue of each, in base units
 */
record FirmsAlike(int number, double cost, double discountRate, double continuationValue) {

  /**
   * The firms of a market.
   *
   * @throws Problem where they differ, or have what cannot be solved yet
   */
  static FirmsAlike in(MarketValue market, LinearDemandValue demand) {
    List<FirmValue> firms = market.firms();
    for (FirmValue firm : firms) {
      refuseUnsolved(firm);
      dimensions(firm, market, demand);
    }
    same(firms, FirmType.COST, firm -> firm.cost().magnitude(), firm -> firm.cost().text());
    same(
        firms,
        FirmType.DISCOUNT_RATE,
        FirmsAlike::rate,
        firm -> firm.discountRate().map(Quantity::text).orElse("not set"));
    same(
        firms,
        FirmType.CONTINUATION_VALUE,
        firm -> firm.continuationValue().magnitude(),
        firm -> firm.continuationValue().text());
    FirmValue first = firms.get(0);
    return new FirmsAlike(
        firms.size(), first.cost().magnitude(), rate(first), first.continuationValue().magnitude());
  }

  private static double rate(FirmValue firm) {
    return firm.discountRate().map(Quantity::magnitude).orElse(Double.NaN);
  }

  private static void refuseUnsolved(FirmValue firm) {
    if (firm.costCurve().isPresent()) {
      throw Refusal.notYet(
              "costs that fall along the way (the cost of "
                  + firm.name()
                  + " is "
                  + firm.costCurve().get().label().name()
                  + ")")
          .withHelp("give it as a constant, for example the curve's cost at the start");
    }
    if (firm.capacity().isPresent()) {
      throw Refusal.notYet(
              "capacities (" + firm.name() + " has " + firm.capacity().get().text() + ")")
          .withHelp("leave out capacity");
    }
  }

  private static void same(
      List<FirmValue> firms,
      String field,
      ToDoubleFunction<FirmValue> magnitude,
      Function<FirmValue, String> text) {
    FirmValue first = firms.get(0);
    for (FirmValue firm : firms) {
      if (Double.compare(magnitude.applyAsDouble(first), magnitude.applyAsDouble(firm)) != 0) {
        throw Refusal.notYet(
                "firms that differ: "
                    + field
                    + " is "
                    + text.apply(first)
                    + " for "
                    + first.name()
                    + " and "
                    + text.apply(firm)
                    + " for "
                    + firm.name())
            .withHelp("give all firms of the market the same " + field);
      }
    }
  }

  /** Lists may hold firms of several sorts, whose dimensions the checker then does not know. */
  private static void dimensions(FirmValue firm, MarketValue market, LinearDemandValue demand) {
    Dimension price = demand.choke().dimension();
    Dimension value =
        price.times(demand.outputUnit().dimension()).times(DisplayUnits.YEAR.dimension());
    if (!MarketKind.fits(firm.cost(), price)) {
      throw Refusal.unlike(
          "the cost of " + firm.name(),
          firm.cost().dimension(),
          "the market " + market.name(),
          price,
          MarketKind.FIRMS);
    }
    if (!MarketKind.fits(firm.continuationValue(), value)) {
      throw Refusal.unlike(
          "the continuation_value of " + firm.name(),
          firm.continuationValue().dimension(),
          "the market " + market.name(),
          value,
          MarketKind.FIRMS);
    }
  }
}
