package org.tidemark.vocab.industry;

import org.tidemark.quantity.Quantity;
import org.tidemark.spi.value.ObjectValue;
import org.tidemark.spi.value.TextValue;
import org.tidemark.spi.value.Value;

/**
 * Where a comparison of a curve first holds.
 *
 * @param name of the declaration
 * @param condition as it is written
 * @param curve what runs in it
 * @param threshold the cumulative output from which on it holds
 */
record CrossingValue(String name, String condition, CurveValue curve, Quantity threshold)
    implements ObjectValue {
  @Override
  public Value member(String member) {
    return switch (member) {
      case "threshold" -> Values.of(threshold);
      case "curve" -> curve;
      case "condition" -> new TextValue(condition);
      default -> throw Refusal.missing("a crossing has no " + member);
    };
  }

  @Override
  public String summary() {
    return condition + " from " + threshold.text() + " on";
  }

  @Override
  public String describe() {
    return "a crossing";
  }
}
