package org.tidemark.render.report;

import org.tidemark.api.ledger.Status;
import org.tidemark.spi.value.ClaimValue;
import org.tidemark.spi.value.PredictionValue;

/** A verdict as a badge: a sign, a word and a colour, each of which suffices. */
final class Verdict {
  private Verdict() {}

  /** Something that came out well or did not. */
  static void write(Html html, String word, boolean good) {
    badge(html, word, good ? "good" : "bad", good ? "✓" : "✗");
  }

  static void write(Html html, ClaimValue.Verdict verdict) {
    switch (verdict) {
      case REPRODUCED -> write(html, verdict.word(), true);
      case CONTRADICTED -> write(html, verdict.word(), false);
      default -> badge(html, verdict.word(), "open", "?");
    }
  }

  static void write(Html html, PredictionValue.Verdict verdict) {
    switch (verdict) {
      case WITHIN -> write(html, verdict.word(), true);
      case UNDETERMINED -> badge(html, verdict.word(), "open", "?");
      default -> write(html, verdict.word(), false);
    }
  }

  static void write(Html html, Status status) {
    switch (status) {
      case CONFIRMED -> write(html, status.word(), true);
      case REFUTED -> write(html, status.word(), false);
      default -> badge(html, status.word(), "open", "?");
    }
  }

  private static void badge(Html html, String word, String sort, String sign) {
    html.open("span", "class", "verdict " + sort);
    html.element("span", sign, "aria-hidden", "true").text(" " + word).close("span");
  }
}
