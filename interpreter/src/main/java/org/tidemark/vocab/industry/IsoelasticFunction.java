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

/** {@code isoelastic(price, quantity, elasticity)}: a demand of one elasticity. */
final class IsoelasticFunction implements FunctionSpec.ResultRule, FunctionSpec.Body {
  private static final List<String> PARAMETERS = List.of("price", "quantity", "elasticity");

  static FunctionSpec spec() {
    IsoelasticFunction work = new IsoelasticFunction();
    return FunctionSpec.named("isoelastic")
        .doc(
            """
            A demand of one elasticity through one point, `Q = quantity * (P / price)^-elasticity`.
            Called with a quantity it gives the price; `.quantity(price)` gives the quantity.
            Spending rises as the price falls where the elasticity is above 1 (Jevons 1865). `plot`
            draws the price against the quantity.

            The closed forms of `equilibrium`, `cooperative` and `planner` are for linear demands;
            with this one they say so.\
            """)
        .example("isoelastic(price: 12 USD/GB, quantity: 20 EB/year, elasticity: 1.5)(40 EB/year)")
        .required("price", Accept.QUANTITY, "A price that was seen, 12 USD/GB; above 0.")
        .required(
            "quantity", Accept.QUANTITY, "What was taken at it, per time, 20 EB/year; above 0.")
        .required(
            "elasticity",
            Accept.NUMBER,
            "By which share the quantity falls per share of the price; above 0.")
        .returns(work)
        .body(work);
  }

  @Override
  public Type of(CallCheck call) {
    for (String parameter : PARAMETERS) {
      if (call.constant(parameter).filter(value -> !(value > 0)).isPresent()) {
        call.problem(
            parameter,
            "E0406",
            "the " + parameter + " of an isoelastic demand is above 0",
            "give one above 0");
      }
    }
    return call.type("price") instanceof QuantityType price
            && call.type("quantity") instanceof QuantityType quantity
            && !price.isZero()
            && !quantity.isZero()
        ? DemandType.isoelastic(price, quantity)
        : BasicType.UNKNOWN;
  }

  @Override
  public Value of(CallValues call) {
    for (String parameter : PARAMETERS) {
      Quantity value = call.quantity(parameter);
      if (!(value.magnitude() > 0) || Double.isInfinite(value.magnitude())) {
        throw Problem.of(
                "E0501",
                "the "
                    + parameter
                    + " of an isoelastic demand is above 0, and this is "
                    + value.text())
            .withHelp("give one above 0")
            .about(parameter);
      }
    }
    return new IsoelasticDemandValue(
        call.quantity("price"), call.quantity("quantity"), call.magnitude("elasticity"), List.of());
  }
}
