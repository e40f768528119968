package org.tidemark.render.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.model.ClaimOutcome;
import org.tidemark.render.JsonReport;

/** An audit as the one JSON object that {@code --json} prints. */
public final class AuditJson {
  private AuditJson() {}

  /** The object, ended by a newline. */
  public static String of(List<Audited> audited) {
    Map<String, List<ClaimOutcome>> claims = new LinkedHashMap<>();
    List<Diagnostic> diagnostics = new ArrayList<>();
    for (Audited module : audited) {
      claims.put(module.name(), module.claims());
      diagnostics.addAll(module.diagnostics());
    }
    Map<String, Integer> summary = new LinkedHashMap<>();
    Tally tally = Tally.of(audited);
    summary.put("modules", tally.modules());
    summary.put("claims", tally.claims());
    tally.verdicts().forEach((verdict, count) -> summary.put(verdict.word(), count));
    return JsonReport.ofClaims(claims, summary, diagnostics);
  }
}
