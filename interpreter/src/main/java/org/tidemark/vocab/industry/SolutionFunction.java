package org.tidemark.vocab.industry;

import org.tidemark.spi.Accept;
import org.tidemark.spi.CallCheck;
import org.tidemark.spi.CallValues;
import org.tidemark.spi.FunctionSpec;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.value.Value;

/** {@code equilibrium(market)}, {@code cooperative(market)} and {@code planner(market)}. */
final class SolutionFunction implements FunctionSpec.ResultRule, FunctionSpec.Body {
  private static final String MEMBERS =
      """


      A solution has `time`, `date`, `quantity` and `price` of the market, `value` (present value)
      and `profit` (flow) of one firm, `firm(f)`, `industry` with totals and surpluses, `path` in
      time, `remaining`, `method`, `residual`, `multipliers`, `regime` (`feared`, `neutral` or
      `desired`), `bound` (the continuation value at which the crossing is neutral), `switches`
      (where firms change what they do) and `notes`. What varies holds at the start, and is called
      with a remaining distance: `nash.quantity(30 EB)`. Where firms differ, `value` and `profit`
      need `firm(f)`.\
      """;

  private final Concept concept;

  private SolutionFunction(Concept concept) {
    this.concept = concept;
  }

  static FunctionSpec spec(Concept concept) {
    SolutionFunction work = new SolutionFunction(concept);
    FunctionSpec.Builder builder =
        FunctionSpec.named(concept.function())
            .doc(doc(concept).concat(MEMBERS))
            .required("market", Accept.object(MarketType.NAME), "The market to solve.");
    if (concept == Concept.EQUILIBRIUM) {
      builder.optional(
          "threshold",
          Accept.TEXT,
          "a threshold that stands still",
          "How a threshold that moves is followed: \"quasi-static\" or \"exact\".");
    }
    return builder.returns(work).body(work);
  }

  private static String doc(Concept concept) {
    return switch (concept) {
      case EQUILIBRIUM ->
          """
          What happens where each firm maximises its own value, given what the others do: the
          Markov perfect equilibrium. Without a crossing, the static Cournot equilibrium.

          Source, for firms alike: (N-exact) of the working paper,
          `r V = (a - p)(a - N^2 p)/(b (N + 1)^2)` with `p = V'(x)`, on the root with positive
          output. For others: `r V = max_q (P(Q) - c) q - V' Q`, whose interior solution is linear
          in V given Q. Cournot 1838.\
          """;
      case COOPERATIVE ->
          """
          What happens where the firms maximise their joint value.

          Source: (C-exact) of the working paper, `r V = (a - N V')^2/(4 b N)`; for firms that
          differ, `r W = max_Q P Q - C(Q) - W' Q` with the cheapest producing first.\
          """;
      case PLANNER ->
          """
          What happens where the sum of consumer surplus, profits and, at the crossing, the firms'
          continuation values is maximised: the price equals the user cost.

          Source: `r W = max_Q (a Q - b Q^2/2 - W' Q)`, `W(0) = N S`.\
          """;
    };
  }

  @Override
  public Type of(CallCheck call) {
    if (call.has("threshold")) {
      call.problem(
          "threshold",
          "E0901",
          "not available yet: thresholds that move",
          "leave out threshold: this version takes thresholds that stand still");
    }
    return SolutionType.of(call.type("market"));
  }

  @Override
  public Value of(CallValues call) {
    if (concept == Concept.EQUILIBRIUM && call.has("threshold")) {
      throw Refusal.notYet("thresholds that move").about("threshold");
    }
    return MarketSolver.solve((MarketValue) call.value("market"), concept, call.surroundings());
  }
}
