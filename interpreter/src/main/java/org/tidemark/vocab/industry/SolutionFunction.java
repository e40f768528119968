package org.tidemark.vocab.industry;

import java.util.List;
import org.tidemark.spi.Accept;
import org.tidemark.spi.CallCheck;
import org.tidemark.spi.CallValues;
import org.tidemark.spi.FunctionSpec;
import org.tidemark.spi.Problem;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.value.TextValue;
import org.tidemark.spi.value.Value;

/** {@code equilibrium(market)}, {@code cooperative(market)} and {@code planner(market)}. */
final class SolutionFunction implements FunctionSpec.ResultRule, FunctionSpec.Body {
  private static final String THRESHOLD = "threshold";
  private static final List<String> WAYS = List.of("exact", "quasi-static");
  private static final String WAY_OUT = "threshold: \"exact\"";

  private static final String MEMBERS =
      """


      A solution has `time`, `date`, `quantity` and `price` of the market, `value` (present value)
      and `profit` (flow) of one firm, `firm(f)`, `industry` with totals and surpluses, `path` in
      time, `remaining`, `method`, `residual`, `multipliers`, `regime` (`feared`, `neutral` or
      `desired`), `bound` (the continuation value at which the crossing is neutral), `switches`
      (where firms change what they do) and `notes`; where the threshold moves, `treatment`, `drift`
      (its largest speed over output) and `threshold_error` (by how much the quasi-static time,
      value and quantity are off); where capacity is built, `delay`. What varies holds at the start,
      and is called with a remaining distance: `nash.quantity(30 EB)`. Where firms differ, `value`
      and `profit` need `firm(f)`.\
      """;

  private static final String AHEAD =
      "a game whose firms look ahead cannot be solved while something runs: what they expect would"
          + " have to be known before";
  private static final String WITHOUT =
      "solve it outside, nash = equilibrium(market), and read its path: nash.path.quantity(now)";
  private static final String NOW = "for the static equilibrium now write spot(market)";

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
    builder.optional(
        THRESHOLD,
        Accept.oneOf(WAYS),
        "\"exact\"",
        "How a threshold or a demand that moves is followed: \"exact\", with strategies that depend"
            + " on the time too, or \"quasi-static\", with those of the market that stands still.");
    return builder.returns(work).body(work);
  }

  private static String doc(Concept concept) {
    return switch (concept) {
      case EQUILIBRIUM ->
          """
          What happens where each firm maximises its own value, given what the others do: the
          Markov perfect equilibrium. Without a crossing, the static Cournot equilibrium.

          `plot nash` draws the output until the crossing, `plot nash.price` and other members a
          measure against the remaining cumulative output, `plot nash.path.price` one in time.

          Source, for firms alike: (N-exact) of the working paper,
          `r V = (a - p)(a - N^2 p)/(b (N + 1)^2)` with `p = V'(x)`, on the root with positive
          output. For others: `r V = max_q (P(Q) - c) q - V' Q`, whose interior solution is linear
          in V given Q. Cournot 1838.\
          """;
      case COOPERATIVE ->
          """
          What happens where the firms maximise their joint value. Plotted as an `equilibrium` is.

          Source: (C-exact) of the working paper, `r V = (a - N V')^2/(4 b N)`; for firms that
          differ, `r W = max_Q P Q - C(Q) - W' Q` with the cheapest producing first.\
          """;
      case PLANNER ->
          """
          What happens where the sum of consumer surplus, profits and, at the crossing, the firms'
          continuation values is maximised: the price equals the user cost. Plotted as an
          `equilibrium` is.

          Source: `r W = max_Q (a Q - b Q^2/2 - W' Q)`, `W(0) = N S`.\
          """;
    };
  }

  @Override
  public Type of(CallCheck call) {
    if (call.isRunning()) {
      call.problem(null, "E0440", AHEAD, WITHOUT, NOW);
    }
    call.constantText(THRESHOLD)
        .filter(way -> !WAYS.contains(way))
        .ifPresent(way -> call.problem(THRESHOLD, "E0501", unknown(way), WAY_OUT));
    return SolutionType.of(call.type("market"));
  }

  @Override
  public Value of(CallValues call) {
    String way = call.has(THRESHOLD) ? ((TextValue) call.value(THRESHOLD)).text() : "exact";
    if (!WAYS.contains(way)) {
      throw Problem.of("E0501", unknown(way)).withHelp(WAY_OUT).about(THRESHOLD);
    }
    MarketValue market = (MarketValue) call.value("market");
    if (market.isDynamic() && call.surroundings().moment().isPresent()) {
      throw Problem.of("E0440", AHEAD).withHelp(WITHOUT).withHelp(NOW);
    }
    if (MovingMarket.is(market)) {
      return new MovingMarket(market, concept).solve(way.equals("exact"), call.surroundings());
    }
    if (ConstructionMarket.is(market)) {
      return ConstructionMarket.solve(market, concept);
    }
    return MarketSolver.solve(market, concept, call.surroundings());
  }

  private static String unknown(String way) {
    return "a threshold is followed in the way \"exact\" or \"quasi-static\", and not \""
        + way
        + "\"";
  }
}
