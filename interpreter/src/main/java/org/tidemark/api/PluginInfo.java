package org.tidemark.api;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A plugin as it was found.
 *
 * @param name its name; that of its folder or jar where it could not be asked
 * @param version its version; empty where it could not be asked
 * @param spiVersion the version of {@code org.tidemark.spi} that it is made for; empty where it
 *     could not be asked
 * @param doc what it adds, in its words
 * @param origin the folder or jar that it was loaded from
 * @param loaded whether it is in use; one that is not has a problem
 * @param adds what it adds: names by their sort, {@code "function"} to {@code ["weibull"]}
 * @param problems what kept it, or parts of it, from being used, each with its code
 */
public record PluginInfo(
    String name,
    String version,
    String spiVersion,
    String doc,
    String origin,
    boolean loaded,
    Map<String, List<String>> adds,
    List<PluginProblem> problems) {
  /** Copies its map and its list. */
  public PluginInfo {
    adds = Collections.unmodifiableMap(new LinkedHashMap<>(adds));
    problems = List.copyOf(problems);
  }
}
