package acme.batteries;

import org.tidemark.quantity.Quantity;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.spi.Accept;
import org.tidemark.spi.FunctionSpec;
import org.tidemark.spi.value.QuantityValue;

/** What it costs to store energy once. */
final class StorageCost {
  private StorageCost() {}

  static FunctionSpec function() {
    return FunctionSpec.named("storage_cost")
        .doc("What a battery costs for each time that it is charged.")
        .required("price", Accept.QUANTITY, "the price of the battery")
        .required("life", Accept.QUANTITY, "how often it can be charged")
        .example("storage_cost(300 USD/kWh, 6 kilocycle)")
        .returns(call -> call.quantity("price").over(call.quantity("life")))
        .body(
            call -> {
              Quantity price = call.quantity("price");
              Quantity life = call.quantity("life");
              return new QuantityValue(
                  new Quantity(
                      price.magnitude() / life.magnitude(),
                      UnitExpression.ofQuotient(price.unit(), life.unit())));
            });
  }
}
