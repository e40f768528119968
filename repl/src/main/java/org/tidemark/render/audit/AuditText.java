package org.tidemark.render.audit;

import java.util.List;
import org.tidemark.model.ClaimOutcome;
import org.tidemark.render.ClaimNotes;
import org.tidemark.render.ClaimText;

/** An audit as text: for each module its claims and what there is to say of them, then a tally. */
public final class AuditText {
  private AuditText() {}

  /** The text, each line ended by a newline. */
  public static String of(List<Audited> audited) {
    StringBuilder text = new StringBuilder();
    for (Audited module : audited) {
      text.append(module.name()).append("\n\n");
      text.append(module.claims().isEmpty() ? "no claims\n" : claims(module.claims()));
      text.append('\n');
    }
    return text.append(Tally.of(audited).text()).append('\n').toString();
  }

  private static String claims(List<ClaimOutcome> claims) {
    return ClaimText.table(claims) + "\n" + ClaimNotes.explained(claims);
  }
}
