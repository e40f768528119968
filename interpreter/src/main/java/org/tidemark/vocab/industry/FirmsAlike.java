package org.tidemark.vocab.industry;

import java.util.List;
import java.util.Optional;
import org.tidemark.quantity.Quantity;

/**
 * What the firms of a market have in common, where they are alike in all that matters.
 *
 * @param number how many they are
 * @param cost of one unit, in base units
 * @param discountRate in base units; not a number where none is set
 * @param continuationValue of each, in base units
 */
record FirmsAlike(int number, double cost, double discountRate, double continuationValue) {

  /** The firms of a market, where the closed forms know them; nothing where they differ. */
  static Optional<FirmsAlike> in(MarketValue market) {
    List<FirmValue> firms = market.firms();
    FirmValue first = firms.get(0);
    for (FirmValue firm : firms) {
      if (firm.costCurve().isPresent() || firm.capacity().isPresent() || !firm.isLike(first)) {
        return Optional.empty();
      }
    }
    return Optional.of(
        new FirmsAlike(
            firms.size(),
            first.cost().magnitude(),
            first.discountRate().map(Quantity::magnitude).orElse(Double.NaN),
            first.continuationValue().magnitude()));
  }
}
