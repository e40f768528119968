package org.tidemark.vocab.industry;

import org.tidemark.quantity.Quantity;
import org.tidemark.spi.value.ObjectValue;
import org.tidemark.spi.value.TextValue;
import org.tidemark.spi.value.Value;

/**
 * What a solution means for one firm.
 *
 * @param solution whose
 * @param firm which
 */
record ShareValue(SolutionValue solution, FirmValue firm) implements ObjectValue {
  @Override
  public Value member(String name) {
    return switch (name) {
      case "name" -> new TextValue(firm.name());
      case "quantity" -> solution.drawable(Measure.FIRM_QUANTITY, firm);
      case "value" -> solution.drawable(Measure.VALUE, firm);
      case "profit" -> solution.drawable(Measure.PROFIT, firm);
      case "shadow_price" -> solution.drawable(Measure.SHADOW_PRICE, firm);
      case "cost" -> Values.of(new Quantity(solution.cost(firm), solution.units().price()));
      default -> throw Refusal.missing("a firm's share has no " + name);
    };
  }

  @Override
  public String summary() {
    return firm.name() + ": " + solution.profile(Measure.PROFIT, firm).summary();
  }

  @Override
  public String describe() {
    return "a share";
  }
}
