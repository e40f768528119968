package org.tidemark.render.audit;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.tidemark.model.ClaimOutcome;
import org.tidemark.spi.value.ClaimValue.Verdict;
import org.tidemark.spi.value.ValueText;

/**
 * How many claims there are of each verdict, in the order of the verdicts.
 *
 * @param claims all of them
 * @param modules how many modules they stand in
 * @param verdicts how many of each
 */
public record Tally(int claims, int modules, Map<Verdict, Integer> verdicts) {
  /** The tally of an audit. */
  public static Tally of(List<Audited> audited) {
    Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
    for (Verdict verdict : Verdict.values()) {
      verdicts.put(verdict, 0);
    }
    int claims = 0;
    for (Audited module : audited) {
      for (ClaimOutcome outcome : module.claims()) {
        claims++;
        verdicts.merge(outcome.claim().verdict(), 1, Integer::sum);
      }
    }
    return new Tally(claims, audited.size(), verdicts);
  }

  /** In words, {@code 5 claims in 1 module: 2 reproduced, 3 contradicted, …}. */
  public String text() {
    StringBuilder text = new StringBuilder();
    text.append(ValueText.count(claims, "claim"));
    text.append(" in ").append(ValueText.count(modules, "module"));
    String before = ": ";
    for (Map.Entry<Verdict, Integer> verdict : verdicts.entrySet()) {
      text.append(before).append(verdict.getValue()).append(' ').append(verdict.getKey().word());
      before = ", ";
    }
    return text.toString();
  }
}
