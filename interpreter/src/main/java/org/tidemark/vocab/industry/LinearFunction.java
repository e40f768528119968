package org.tidemark.vocab.industry;

import java.util.List;
import org.tidemark.quantity.Quantity;
import org.tidemark.spi.Accept;
import org.tidemark.spi.CallCheck;
import org.tidemark.spi.CallValues;
import org.tidemark.spi.FunctionSpec;
import org.tidemark.spi.Problem;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.QuantityType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.value.Value;

/** {@code linear(choke, slope)}: a linear inverse demand. */
final class LinearFunction implements FunctionSpec.ResultRule, FunctionSpec.Body {
  static FunctionSpec spec() {
    LinearFunction work = new LinearFunction();
    return FunctionSpec.named("linear")
        .doc(
            """
            A linear inverse demand, `P = choke - slope * Q`, with Q the quantity sold per unit of
            time. Called with a quantity it gives the price; `.quantity(price)` gives the quantity
            that is taken at a price, none above the choke price. `plot` draws the price against the
            quantity.

            Source: equation (4) of the working paper, P = a - b Q.\
            """)
        .example("linear(choke: 30 USD/GB, slope: 0.6 USD/GB/(EB/year))(10 EB/year)")
        .example("linear(choke: 30 USD/GB, slope: 0.6 USD/GB/(EB/year)).quantity(12 USD/GB)")
        .required(
            "choke", Accept.QUANTITY, "The price at which nothing is taken, 30 USD/GB; above 0.")
        .required(
            "slope",
            Accept.QUANTITY,
            "By how much the price falls per quantity and time, 0.6 USD/GB/(EB/year); above 0.")
        .returns(work)
        .body(work);
  }

  @Override
  public Type of(CallCheck call) {
    positive(call, "choke", "a choke price is above 0");
    positive(call, "slope", "a slope is above 0: it is what is subtracted per quantity sold");
    if (!(call.type("choke") instanceof QuantityType choke)
        || !(call.type("slope") instanceof QuantityType slope)
        || choke.isZero()
        || slope.isZero()) {
      return BasicType.UNKNOWN;
    }
    QuantityType output = choke.over(slope);
    if (!Flows.isFlow(output.dimension())) {
      call.problem(
          "slope",
          "E0406",
          "the slope of a demand is a price per output and time, and this is " + slope.describe(),
          "quantities are sold per time: write for example 0.6 USD/GB/(EB/year)");
      return BasicType.UNKNOWN;
    }
    return DemandType.linear(choke, output, slope);
  }

  private static void positive(CallCheck call, String parameter, String rule) {
    if (call.constant(parameter).filter(value -> !(value > 0)).isPresent()) {
      call.problem(parameter, "E0406", rule, "give one above 0");
    }
  }

  @Override
  public Value of(CallValues call) {
    Quantity choke = call.quantity("choke");
    Quantity slope = call.quantity("slope");
    positive(choke, "choke", "nobody would buy at any price");
    positive(slope, "slope", "demand that does not fall with the price has no bound");
    return new LinearDemandValue(choke, slope, List.of());
  }

  private static void positive(Quantity value, String parameter, String reason) {
    if (!(value.magnitude() > 0) || Double.isInfinite(value.magnitude())) {
      throw Problem.of("E0501", "the " + parameter + " is " + value.text() + ": " + reason)
          .withHelp("give one above 0")
          .about(parameter);
    }
  }
}
