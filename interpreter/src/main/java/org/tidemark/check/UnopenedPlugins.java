package org.tidemark.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tidemark.check.plugin.PluginReport;
import org.tidemark.grammar.diagnostic.Diagnostic;

/** Where a name is not known, plugins that could not be loaded may be what gives it. */
final class UnopenedPlugins {
  /** A name, a module, a unit, a kind, an ending or a method that is not known. */
  private static final Set<String> UNKNOWN =
      Set.of("E0201", "E0208", "E0205", "E0211", "E0560", "E0722", "E0746", "E0747");

  private UnopenedPlugins() {}

  /** The findings, the first that is about such a name with a word on each of those plugins. */
  static List<Diagnostic> mentioned(List<Diagnostic> findings, List<PluginReport> refused) {
    if (refused.isEmpty()) {
      return findings;
    }
    List<Diagnostic> all = new ArrayList<>(findings);
    for (int i = 0; i < all.size(); i++) {
      Diagnostic diagnostic = all.get(i);
      if (UNKNOWN.contains(diagnostic.code())) {
        for (PluginReport plugin : refused) {
          diagnostic =
              diagnostic.withHelp(
                  "the plugin "
                      + plugin.name()
                      + ", which may give it, is not loaded: "
                      + plugin.problems().get(0).words());
        }
        all.set(i, diagnostic);
        return all;
      }
    }
    return all;
  }
}
