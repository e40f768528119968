package org.tidemark.api;

import java.util.List;

/**
 * A plugin as it was found.
 *
 * @param name its name
 * @param version its version
 * @param doc what it adds
 * @param origin where it was loaded from
 * @param problems what kept it, or parts of it, from being used
 */
public record PluginInfo(
    String name, String version, String doc, String origin, List<String> problems) {
  /** Copies its list. */
  public PluginInfo {
    problems = List.copyOf(problems);
  }
}
