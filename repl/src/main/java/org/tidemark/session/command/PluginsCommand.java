package org.tidemark.session.command;

import java.util.List;
import org.tidemark.api.PluginInfo;
import org.tidemark.session.Answer;
import org.tidemark.session.Session;

/** {@code :plugins}. */
final class PluginsCommand implements Command {
  @Override
  public String name() {
    return "plugins";
  }

  @Override
  public String arguments() {
    return "";
  }

  @Override
  public String summary() {
    return "the plugins that add kinds and functions";
  }

  @Override
  public String help() {
    return "";
  }

  @Override
  public List<String> examples() {
    return List.of(":plugins");
  }

  @Override
  public Answer obey(Session session, String argument) {
    StringBuilder text = new StringBuilder();
    for (PluginInfo plugin : session.tide().plugins()) {
      text.append(plugin.name())
          .append(' ')
          .append(plugin.version())
          .append(": ")
          .append(plugin.doc())
          .append('\n');
      plugin
          .problems()
          .forEach(problem -> text.append("  ").append(problem.message()).append('\n'));
    }
    return Answers.text(text.toString());
  }
}
