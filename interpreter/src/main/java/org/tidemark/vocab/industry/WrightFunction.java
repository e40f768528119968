package org.tidemark.vocab.industry;

import java.util.Optional;
import org.tidemark.quantity.NumberText;
import org.tidemark.quantity.Quantity;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.solve.InadmissibleCurve;
import org.tidemark.solve.WrightCurve;
import org.tidemark.spi.Accept;
import org.tidemark.spi.CallCheck;
import org.tidemark.spi.CallValues;
import org.tidemark.spi.FunctionSpec;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.value.DateValue;
import org.tidemark.spi.value.Value;

/** {@code wright(cost, at, …)}: Wright's learning curve. */
final class WrightFunction implements FunctionSpec.ResultRule, FunctionSpec.Body {
  /** Learning rates reported for memory, solar cells and batteries cluster here. */
  private static final double TYPICAL_RATE_LOW = 0.195;

  private static final double TYPICAL_RATE_HIGH = 0.245;

  /** Above this, a learning rate is steeper than nearly all that are known. */
  private static final double STEEP_RATE = 0.3;

  private static final double LN_2 = StrictMath.log(2);

  static FunctionSpec spec() {
    WrightFunction work = new WrightFunction();
    return FunctionSpec.named("wright")
        .doc(
            """
            Wright's learning curve: the cost of a unit falls by the same share with every doubling
            of cumulative output, `c(Q) = cost * (Q / at)^-elasticity`. The learning rate is
            `1 - 2^-elasticity`, the progress ratio `2^-elasticity`.

            Called with a cumulative output it gives the cost there; `.inverse(cost)` gives the
            cumulative output at which a cost is reached, `at * (cost0 / cost)^(1/elasticity)`.

            Source: Wright 1936, Factors affecting the cost of airplanes; equation (1) of the
            working paper, with the reference point that it leaves out.\
            """)
        .example("wright(cost: 12 USD/GB, at: 2.49 EB, learning_rate: 14.7 %)")
        .example("wright(cost: 12 USD/GB, at: 2.49 EB, elasticity: 0.25)(10 EB)")
        .required(
            "cost", Accept.QUANTITY, "The cost of a unit at `at`, such as 12 USD/GB; above 0.")
        .required("at", Accept.QUANTITY, "The cumulative output at which it costs that; above 0.")
        .optional("as_of", Accept.DATE, "not said", "When cumulative output was `at`.")
        .optional(
            "elasticity",
            Accept.NUMBER,
            "from learning_rate",
            "By which share the cost falls per share of cumulative output; between 0 and 2.")
        .optional(
            "learning_rate",
            Accept.NUMBER,
            "from elasticity",
            "The share of the cost that goes with each doubling, such as 14.7 %; below 75 %.")
        .returns(work)
        .body(work);
  }

  @Override
  public Type of(CallCheck call) {
    boolean elasticity = call.has("elasticity");
    boolean rate = call.has("learning_rate");
    if (elasticity && rate) {
      call.problem(
          "learning_rate",
          "E0311",
          "wright takes an elasticity or a learning_rate, not both",
          "leave one out: each follows from the other, learning_rate = 1 - 2^-elasticity");
    } else if (!elasticity && !rate) {
      call.problem(
          null,
          "E0311",
          "wright needs an elasticity or a learning_rate",
          "for a fall of 14.7 % with each doubling, add learning_rate: 14.7 %",
          "for c(Q) = cost * (Q/at)^-0.25, add elasticity: 0.25");
    }
    positive(call, "cost", "a cost is above 0");
    positive(call, "at", "the cumulative output at which the cost is known is above 0");
    within(call, "elasticity", 2, "an elasticity lies between 0 and 2");
    within(call, "learning_rate", 0.75, "a learning rate lies between 0 and 75 %");
    call.constant("elasticity").ifPresent(value -> lintElasticity(call, value));
    call.constant("learning_rate").ifPresent(value -> lintLearningRate(call, value));
    return CurveType.wright(
        call.type("cost"),
        call.type("at"),
        call.has(CurveType.AS_OF),
        call.constantDate(CurveType.AS_OF));
  }

  private static void positive(CallCheck call, String parameter, String rule) {
    within(call, parameter, Double.POSITIVE_INFINITY, rule);
  }

  private static void within(CallCheck call, String parameter, double bound, String rule) {
    Optional<Double> constant = call.constant(parameter);
    if (constant.isPresent() && !(constant.get() > 0 && constant.get() < bound)) {
      call.problem(
          parameter,
          "E0406",
          rule,
          parameter.equals("learning_rate") && constant.get() >= 1 && constant.get() < 75
              ? "write the percent sign: " + NumberText.sensible(constant.get()) + " %"
              : parameter.equals("cost") || parameter.equals("at")
                  ? "give one above 0"
                  : "give the " + parameter + " of a cost that falls as output accumulates");
    }
  }

  private static void lintElasticity(CallCheck call, double value) {
    boolean isRound = Math.abs(value * 1000 - Math.rint(value * 1000)) < 1e-9;
    if (value >= TYPICAL_RATE_LOW && value <= TYPICAL_RATE_HIGH && isRound) {
      call.warning(
          "elasticity",
          "W0201",
          "elasticity: "
              + NumberText.sensible(value)
              + " lies where learning rates are usually reported",
          "if it is a learning rate (a fall of "
              + NumberText.sensible(100 * value)
              + " % per doubling), write learning_rate: "
              + NumberText.sensible(100 * value)
              + " %; the elasticity is then "
              + NumberText.significant(-StrictMath.log1p(-value) / LN_2, 3),
          "if it is an elasticity, a doubling cuts the cost by "
              + NumberText.significant(-100 * StrictMath.expm1(-value * LN_2), 3)
              + " %; define it under a name and annotate its source to keep this quiet");
    }
  }

  private static void lintLearningRate(CallCheck call, double value) {
    if (value > STEEP_RATE && value < 1) {
      call.warning(
          "learning_rate",
          "W0201",
          "a learning rate of "
              + NumberText.sensible(100 * value)
              + " % per doubling is steep, and "
              + NumberText.sensible(value)
              + " looks like an elasticity",
          "if it is an elasticity, write elasticity: "
              + NumberText.sensible(value)
              + "; the learning rate is then "
              + NumberText.significant(-100 * StrictMath.expm1(-value * LN_2), 3)
              + " %",
          "if it is a learning rate, define it under a name and annotate its source to keep this"
              + " quiet");
    }
  }

  @Override
  public Value of(CallValues call) {
    Quantity cost = call.quantity("cost");
    Quantity at = call.quantity("at");
    Optional<DateValue> asOf =
        call.has("as_of") && call.value("as_of") instanceof DateValue date
            ? Optional.of(date)
            : Optional.empty();
    boolean byRate = call.has("learning_rate");
    try {
      double elasticity =
          byRate
              ? WrightCurve.elasticityOf(call.magnitude("learning_rate"))
              : call.magnitude("elasticity");
      return new WrightCurveValue(
          new WrightCurve(cost.magnitude(), at.magnitude(), elasticity),
          new WrightTangent(cost.tangent(), at.tangent(), byRate ? slopeByRate(call) : slope(call)),
          cost.unit(),
          at.unit(),
          asOf,
          CurveLabel.unnamed("this Wright curve"));
    } catch (InadmissibleCurve refused) {
      throw refuse(refused, cost, at, byRate);
    }
  }

  private static double slope(CallValues call) {
    return call.quantity("elasticity").tangent();
  }

  /** alpha = -log2(1 - rate). */
  private static double slopeByRate(CallValues call) {
    Quantity rate = call.quantity("learning_rate");
    return rate.tangent() / ((1 - rate.magnitude()) * LN_2);
  }

  private static RuntimeException refuse(
      InadmissibleCurve refused, Quantity cost, Quantity at, boolean byRate) {
    return switch (refused.parameter()) {
      case "referenceCost" -> Refusal.domain(refused, "the cost", cost.unit()).about("cost");
      case "referenceQuantity" ->
          Refusal.domain(refused, "the cumulative output", at.unit()).about("at");
      default -> {
        String parameter = byRate ? "learning_rate" : "elasticity";
        yield Refusal.domain(
                refused, byRate ? "the learning rate" : "the elasticity", UnitExpression.NONE)
            .about(parameter);
      }
    };
  }
}
