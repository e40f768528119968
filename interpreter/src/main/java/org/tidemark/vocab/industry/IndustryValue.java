package org.tidemark.vocab.industry;

import org.tidemark.spi.value.ObjectValue;
import org.tidemark.spi.value.Value;

/**
 * What a solution means for all firms and for buyers.
 *
 * @param solution whose
 */
record IndustryValue(SolutionValue solution) implements ObjectValue {
  @Override
  public Value member(String name) {
    return switch (name) {
      case "quantity" -> solution.drawable(Measure.QUANTITY);
      case "value" -> solution.drawable(Measure.INDUSTRY_VALUE);
      case "profit" -> solution.drawable(Measure.INDUSTRY_PROFIT);
      case "consumer_surplus" -> solution.drawable(Measure.CONSUMER_SURPLUS);
      case "total_surplus" -> solution.drawable(Measure.TOTAL_SURPLUS);
      case "consumer_value" -> solution.drawable(Measure.CONSUMER_VALUE);
      case "total_value" -> solution.drawable(Measure.TOTAL_VALUE);
      default -> throw Refusal.missing("an industry has no " + name);
    };
  }

  @Override
  public String summary() {
    return "all firms of "
        + solution.market().name()
        + ": "
        + solution.profile(Measure.INDUSTRY_PROFIT).summary();
  }

  @Override
  public String describe() {
    return "an industry";
  }
}
