package org.tidemark.render.report;

import java.time.Instant;
import java.util.List;
import org.tidemark.api.ScriptOutline;
import org.tidemark.render.Report;

/**
 * All that a report says.
 *
 * @param script what was run
 * @param run what came of it; of a script with mistakes, the mistakes
 * @param settings what the command line set, as written
 * @param version of Tidemark, {@code Tide 1.0}
 * @param date of the run
 */
public record ReportContent(
    ScriptOutline script, Report run, List<String> settings, String version, Instant date) {
  /** Copies its list. */
  public ReportContent {
    settings = List.copyOf(settings);
  }
}
