package org.tidemark.cli;

import java.util.List;
import org.tidemark.grammar.diagnostic.Diagnostic;

/** Refuses by name what this version cannot do. */
final class NotAvailable {
  private static final String CODE = "E0901";

  private NotAvailable() {}

  /**
   * The refusal.
   *
   * @param what in the plural
   * @param help what to do in the meantime
   */
  static Refusal yet(String what, String help) {
    return new Refusal(
        ExitStatus.WRONG,
        List.of(Diagnostic.error(CODE, what.concat(" are not available yet")).withHelp(help)));
  }
}
