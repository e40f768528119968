package org.tidemark.vocab.industry;

import org.tidemark.spi.value.BoolValue;
import org.tidemark.spi.value.ClaimValue;
import org.tidemark.spi.value.TextValue;
import org.tidemark.spi.value.Value;

/**
 * A claim with what came of it.
 *
 * @param title what is claimed, in words
 * @param reported by the source
 * @param computed by the model
 * @param comparison of the two
 * @param source where the report stands
 */
record Claim(
    String title, Value reported, Value computed, ClaimComparison comparison, String source)
    implements ClaimValue {
  @Override
  public Value difference() {
    return comparison.difference();
  }

  @Override
  public Verdict verdict() {
    return comparison.verdict();
  }

  @Override
  public Value member(String name) {
    return switch (name) {
      case "title" -> new TextValue(title);
      case "reported" -> reported;
      case "computed" -> computed;
      case "difference" -> difference();
      case "verdict" -> new TextValue(verdict().word());
      case "holds" -> BoolValue.of(verdict() == Verdict.REPRODUCED);
      case "source" -> new TextValue(source);
      default -> throw Refusal.missing("a claim has no " + name);
    };
  }

  @Override
  public String summary() {
    return title + ": " + verdict().word();
  }

  @Override
  public String describe() {
    return "a claim";
  }
}
