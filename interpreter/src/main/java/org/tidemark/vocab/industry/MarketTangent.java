package org.tidemark.vocab.industry;

import java.util.ArrayList;
import java.util.List;
import org.tidemark.quantity.Quantity;
import org.tidemark.solve.game.EquilibriumTangent;

/**
 * How the inputs of a market with a linear demand move with the input that is being followed, in
 * base units.
 *
 * @param choke of the choke price
 * @param slope of the slope
 * @param remaining of the remaining distance at the start
 * @param firms of each firm
 */
record MarketTangent(
    double choke, double slope, double remaining, List<EquilibriumTangent.FirmMove> firms) {

  static MarketTangent of(MarketValue market, LinearDemandValue demand, Quantity remaining) {
    List<EquilibriumTangent.FirmMove> moves = new ArrayList<>(market.firms().size());
    FirmValue before = null;
    for (FirmValue firm : market.firms()) {
      if (firm == before) {
        // one object stands for firms that are alike
        moves.add(moves.get(moves.size() - 1));
        continue;
      }
      before = firm;
      moves.add(
          new EquilibriumTangent.FirmMove(
              firm.costCurve().isPresent() ? 0 : firm.cost().tangent(),
              firm.capacity().map(Quantity::tangent).orElse(0.0),
              firm.discountRate().map(Quantity::tangent).orElse(0.0),
              firm.continuationValue().tangent()));
    }
    return new MarketTangent(
        demand.choke().tangent(), demand.slope().tangent(), remaining.tangent(), moves);
  }

  /** Whether nothing moves. */
  boolean isNone() {
    if (choke != 0 || slope != 0 || remaining != 0) {
      return false;
    }
    for (EquilibriumTangent.FirmMove move : firms) {
      if (!move.equals(EquilibriumTangent.FirmMove.NONE)) {
        return false;
      }
    }
    return true;
  }

  /** Whether all firms move alike, so that they stay alike. */
  boolean keepsAlike() {
    return firms.stream().allMatch(firms.get(0)::equals);
  }

  EquilibriumTangent.Direction direction(double distance) {
    return new EquilibriumTangent.Direction(choke, slope, distance, firms);
  }
}
