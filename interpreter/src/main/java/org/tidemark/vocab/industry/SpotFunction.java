package org.tidemark.vocab.industry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tidemark.quantity.Quantity;
import org.tidemark.spi.Accept;
import org.tidemark.spi.CallCheck;
import org.tidemark.spi.CallValues;
import org.tidemark.spi.FunctionSpec;
import org.tidemark.spi.Moment;
import org.tidemark.spi.Problem;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.Value;

/** {@code spot(market)}: what a market comes to now, where something runs. */
final class SpotFunction implements FunctionSpec.ResultRule, FunctionSpec.Body {
  static FunctionSpec spec() {
    SpotFunction work = new SpotFunction();
    return FunctionSpec.named("spot")
        .doc(
            """
            The static equilibrium of a market now, in the body of a process: nobody looks ahead,
            and each firm whose cost is a curve has the cost that the curve has at the present
            cumulative output, which the process says with `drives` and `produced`. What ends the
            market, `until` or `remaining`, is left out of account.

            Source: Cournot 1838.\
            """)
        .required("market", Accept.object(MarketType.NAME), "The market.")
        .returns(work)
        .body(work);
  }

  @Override
  public Type of(CallCheck call) {
    if (!call.isRunning()) {
      call.problem(
          null,
          "E0440",
          "spot asks for a market now, and here nothing runs",
          "put it into the body of a process",
          "outside, the static equilibrium is that of a market without until: equilibrium(market)");
    }
    return SolutionType.of(call.type("market"));
  }

  @Override
  public Value of(CallValues call) {
    Moment moment =
        call.surroundings()
            .moment()
            .orElseThrow(
                () -> Problem.of("E0440", "spot asks for a market now, and here nothing runs"));
    MarketValue market = (MarketValue) call.value("market");
    List<FirmValue> firms = new ArrayList<>();
    for (FirmValue firm : market.firms()) {
      firms.add(firm.costCurve().isPresent() ? now(firm, moment) : firm);
    }
    return MarketSolver.solve(market.atRest(firms), Concept.EQUILIBRIUM, call.surroundings());
  }

  private static FirmValue now(FirmValue firm, Moment moment) {
    Quantity cost = ((QuantityValue) firm.costCurve().orElseThrow().now(moment)).quantity();
    return new FirmValue(
        firm.name(),
        firm.identity(),
        cost,
        Optional.empty(),
        firm.capacity(),
        firm.discountRate(),
        firm.continuationValue());
  }
}
