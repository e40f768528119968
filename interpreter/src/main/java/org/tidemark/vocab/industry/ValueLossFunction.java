package org.tidemark.vocab.industry;

import org.tidemark.quantity.Quantity;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.solve.CooperativeOutcome;
import org.tidemark.solve.MarkovPerfectEquilibrium;
import org.tidemark.solve.WelfareLoss;
import org.tidemark.spi.Accept;
import org.tidemark.spi.CallCheck;
import org.tidemark.spi.CallValues;
import org.tidemark.spi.FunctionSpec;
import org.tidemark.spi.Problem;
import org.tidemark.spi.type.QuantityType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.value.Value;

/** {@code value_loss(a, b)}: what one solution costs a firm, compared with another. */
final class ValueLossFunction implements FunctionSpec.ResultRule, FunctionSpec.Body {

  static FunctionSpec spec() {
    ValueLossFunction work = new ValueLossFunction();
    return FunctionSpec.named("value_loss")
        .doc(
            """
            What one solution costs a firm compared with another, as a share of its value in the
            other: `1 - V/V_other` at the start. `value_loss(nash, coop)` is what competition costs.

            For an equilibrium and the cooperative outcome of one market it is computed from the
            gains over the continuation value, `((V_C - S) - (V_N - S))/V_C`, which does not cancel
            near the crossing; at the crossing without a continuation value it is the limit,
            `1 - 1/N`.

            Where firms differ it is the loss of all firms together; `firm: f` asks for one firm's.

            Source: section 3.5 of the working paper, where it is called the per-firm welfare loss.\
            """)
        .required(
            "solution", Accept.object(SolutionType.NAME), "Whose loss, an equilibrium usually.")
        .required(
            "against", Accept.object(SolutionType.NAME), "What it is compared with, at the start.")
        .optional(
            "firm",
            new Accept("a firm", FirmType::isFirms, false),
            "all firms alike, or together where they differ",
            "Whose loss it is, where firms differ.")
        .returns(work)
        .body(work);
  }

  @Override
  public Type of(CallCheck call) {
    MarketType one = MarketType.from(call.type("solution"));
    MarketType other = MarketType.from(call.type("against"));
    if (one != null && other != null && !one.value().fits(other.value())) {
      call.problem(
          "against",
          "E0406",
          "the values of the two solutions are "
              + one.value().describe()
              + " and "
              + other.value().describe(),
          "compare two solutions of one market");
    }
    return QuantityType.PURE;
  }

  @Override
  public Value of(CallValues call) {
    SolutionValue one = (SolutionValue) call.value("solution");
    SolutionValue other = (SolutionValue) call.value("against");
    if (call.has("firm")) {
      FirmValue firm = one.firmOf(call.value("firm"));
      FirmValue same = other.firmOf(call.value("firm"));
      return Values.of(ratio(one.profile(Measure.VALUE, firm), other.profile(Measure.VALUE, same)));
    }
    return Values.of(loss(one, other));
  }

  private static Quantity loss(SolutionValue one, SolutionValue other) {
    if (one.solved().orElse(null) instanceof MarkovPerfectEquilibrium nash
        && other.solved().orElse(null) instanceof CooperativeOutcome cooperative
        && nash.game().equals(cooperative.game())
        && one.start() == other.start()) {
      return Quantity.pure(WelfareLoss.of(nash, cooperative, one.start()))
          .withTangent(((DynamicSolutionValue) one).lossTangent());
    }
    Measure measure =
        one.isTold(Measure.VALUE) && other.isTold(Measure.VALUE)
            ? Measure.VALUE
            : Measure.INDUSTRY_VALUE;
    return ratio(one.profile(measure), other.profile(measure));
  }

  private static Quantity ratio(ProfileValue one, ProfileValue other) {
    Quantity value = one.quantity().orElseThrow();
    Quantity against = other.quantity().orElseThrow();
    if (against.magnitude() == 0) {
      throw Problem.of("E0501", "the firm is worth nothing in the solution that is compared with")
          .withHelp("compare at a start before the crossing, or set a continuation_value");
    }
    return Quantity.pure(1).minus(value.over(against).as(UnitExpression.NONE));
  }
}
