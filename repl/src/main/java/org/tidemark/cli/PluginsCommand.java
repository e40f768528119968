package org.tidemark.cli;

import org.tidemark.api.PluginInfo;

/** {@code tide plugins}: one line for each, what is wrong with it on standard error. */
final class PluginsCommand {
  private PluginsCommand() {}

  static int execute(Console console) {
    for (PluginInfo plugin : Execution.tide().plugins()) {
      StringBuilder line = new StringBuilder(plugin.name());
      if (!plugin.version().isEmpty()) {
        line.append(' ').append(plugin.version());
      }
      if (!plugin.doc().isEmpty()) {
        line.append(": ").append(plugin.doc());
      }
      if (!plugin.origin().isEmpty()) {
        line.append(" (").append(plugin.origin()).append(')');
      }
      console.result(line.append('\n').toString());
      for (String problem : plugin.problems()) {
        console.say("warning: ".concat(plugin.name()).concat(": ").concat(problem));
      }
    }
    return ExitStatus.FINE;
  }
}
