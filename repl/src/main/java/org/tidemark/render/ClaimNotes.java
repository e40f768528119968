package org.tidemark.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.tidemark.model.ClaimOutcome;
import org.tidemark.spi.Evidence;
import org.tidemark.spi.value.ClaimValue;
import org.tidemark.spi.value.OneLine;

/** What there is to say of a claim beside its numbers. */
public final class ClaimNotes {
  private ClaimNotes() {}

  /** Notes as lines, each with the name of the claim in front; none where there is none. */
  static String of(List<ClaimOutcome> claims) {
    return lines(claims, ClaimNotes::of);
  }

  /**
   * What each claim says and where, and below it why it cannot be computed and what is remarked;
   * without what it checks.
   */
  public static String explained(List<ClaimOutcome> claims) {
    StringBuilder text = new StringBuilder();
    for (ClaimOutcome outcome : claims) {
      ClaimValue claim = outcome.claim();
      text.append(outcome.name()).append(": ").append(OneLine.of(claim.title()));
      if (!claim.source().isEmpty()) {
        text.append(" (").append(OneLine.of(claim.source())).append(')');
      }
      allowed(claim).ifPresent(most -> text.append("; ").append(most));
      text.append('\n');
      List<String> notes = new ArrayList<>(reasons(claim));
      claim.remark().ifPresent(notes::add);
      notes.forEach(note -> text.append("  ").append(OneLine.of(note)).append('\n'));
    }
    return text.toString();
  }

  private static String lines(List<ClaimOutcome> claims, Function<ClaimValue, List<String>> notes) {
    StringBuilder text = new StringBuilder();
    for (ClaimOutcome outcome : claims) {
      for (String note : notes.apply(outcome.claim())) {
        text.append(outcome.name()).append(": ").append(OneLine.of(note)).append('\n');
      }
    }
    return text.toString();
  }

  /** The notes: why it cannot be computed, what it is about, what it checks. */
  public static List<String> of(ClaimValue claim) {
    List<String> notes = new ArrayList<>(reasons(claim));
    claim.remark().ifPresent(notes::add);
    String belongs = claim.item().map(item -> "item " + item).orElse("");
    if (!claim.rows().isEmpty()) {
      notes.add(
          (belongs.isEmpty() ? "" : belongs + ", ") + "checks " + String.join(", ", claim.rows()));
    } else if (!belongs.isEmpty()) {
      notes.add(belongs);
    }
    return notes;
  }

  /**
   * {@code 0.005 year allowed}: how far apart the two may be; nothing where they have to be equal.
   */
  public static Optional<String> allowed(ClaimValue claim) {
    return claim
        .allowed()
        .filter(most -> most.magnitude() > 0)
        .map(most -> most.text() + " allowed");
  }

  /** Why it, or one of its readings, cannot be computed. */
  static List<String> reasons(ClaimValue claim) {
    List<String> reasons = new ArrayList<>();
    if (claim.readings().isEmpty()) {
      claim.refusal().ifPresent(why -> reasons.add("refused: " + why));
      needs(reasons, "", claim.needs());
    }
    for (ClaimValue.Reading reading : claim.readings()) {
      reading.refusal().ifPresent(why -> reasons.add(reading.name() + " refused: " + why));
      needs(reasons, reading.name() + " ", reading.needs());
    }
    return reasons;
  }

  private static void needs(List<String> reasons, String reading, List<Evidence.Missing> needs) {
    for (Evidence.Missing input : needs) {
      reasons.add(reading + "needs " + input.text());
    }
  }
}
