package org.tidemark.cli;

import java.util.List;
import java.util.Map;
import org.tidemark.api.PluginInfo;
import org.tidemark.api.PluginProblem;
import org.tidemark.quantity.NumberText;
import org.tidemark.render.JsonPlugins;
import org.tidemark.spi.Spi;

/**
 * {@code tide plugins}: what is loaded from where and what it adds; what is wrong on standard
 * error, and then the status is that of a failed check.
 */
final class PluginsCommand {
  /** So many names are listed; of more, the number is enough. */
  private static final int FEW = 8;

  private PluginsCommand() {}

  static int execute(Request.Plugins request, Console console) {
    List<PluginInfo> plugins = Execution.tide().plugins();
    if (request.json()) {
      console.result(JsonPlugins.of(plugins, Spi.VERSION));
    }
    int status = ExitStatus.FINE;
    for (PluginInfo plugin : plugins) {
      if (!request.json()) {
        console.result(text(plugin));
      }
      for (PluginProblem problem : plugin.problems()) {
        console.say(
            "warning["
                .concat(problem.code())
                .concat("]: ")
                .concat(plugin.name())
                .concat(": ")
                .concat(problem.message()));
        status = ExitStatus.FAILED;
      }
    }
    return status;
  }

  private static String text(PluginInfo plugin) {
    StringBuilder text = new StringBuilder(plugin.name());
    if (!plugin.version().isEmpty()) {
      text.append(' ').append(plugin.version());
    }
    if (!plugin.loaded()) {
      text.append(", not loaded");
    }
    if (!plugin.doc().isEmpty()) {
      text.append(": ").append(plugin.doc());
    }
    text.append("\n  from ").append(plugin.origin());
    if (!plugin.spiVersion().isEmpty()) {
      text.append(", for SPI ").append(plugin.spiVersion());
    }
    text.append('\n');
    for (Map.Entry<String, List<String>> added : plugin.adds().entrySet()) {
      text.append("  ").append(names(added.getKey(), added.getValue())).append('\n');
    }
    return text.toString();
  }

  private static String names(String sort, List<String> names) {
    return names.size() <= FEW
        ? sort.concat(" ").concat(String.join(", ", names))
        : NumberText.sensible(names.size()).concat(" ").concat(sort).concat("s");
  }
}
