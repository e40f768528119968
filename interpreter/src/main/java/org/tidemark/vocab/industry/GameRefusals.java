package org.tidemark.vocab.industry;

import java.util.function.Supplier;
import org.tidemark.quantity.Quantity;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.solve.game.NoEquilibrium;
import org.tidemark.solve.threshold.InadmissibleThreshold;
import org.tidemark.spi.Problem;

/**
 * The refusals of the solvers of games, in a market's words and units.
 *
 * @param market whose
 * @param units in which its solutions are shown
 */
record GameRefusals(MarketValue market, SolutionUnits units) {

  /** Does something that a solver may refuse. */
  <T> T translating(Supplier<T> work) {
    try {
      return work.get();
    } catch (NoEquilibrium refused) {
      throw problem(refused);
    } catch (InadmissibleThreshold refused) {
      throw SymmetricMarket.refusal(market, refused);
    }
  }

  private Problem problem(NoEquilibrium refused) {
    String name = market.name();
    boolean everywhere = Double.isNaN(refused.remaining());
    if (everywhere && refused.parameter().equals("discountRate") && refused.value() > 0) {
      return Problem.noSolution("E0606", name + " has no answer: " + refused.reason())
          .withHelp(refused.cure());
    }
    StringBuilder text = new StringBuilder(name);
    text.append(everywhere ? " has no solution: " : " has no solution ");
    if (!everywhere) {
      text.append(
          refused.remaining() == 0
              ? "at the crossing: "
              : "beyond " + units.distance(refused.remaining()).text() + " of the crossing: ");
    }
    if (refused.firm() != NoEquilibrium.NO_FIRM) {
      text.append("for ").append(market.firms().get(refused.firm()).name()).append(", ");
    }
    if (everywhere) {
      text.append(what(refused));
    }
    text.append(refused.reason());
    return Problem.noSolution(everywhere ? "E0601" : "E0605", text.toString())
        .withHelp(refused.cure());
  }

  private String what(NoEquilibrium refused) {
    UnitExpression unit =
        switch (refused.parameter()) {
          case "cost", "choke" -> units.price();
          case "continuationValue" -> units.value();
          case "capacity" -> units.output();
          case "remaining" -> units.stock();
          default -> null;
        };
    if (unit == null || !Double.isFinite(refused.value())) {
      return "";
    }
    String words =
        switch (refused.parameter()) {
          case "cost" -> "the marginal cost";
          case "choke" -> "the choke price";
          case "continuationValue" -> "the continuation value";
          case "capacity" -> "the capacity";
          default -> "the remaining cumulative output";
        };
    return words + " is " + new Quantity(refused.value(), unit).text() + ": ";
  }
}
