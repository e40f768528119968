package org.tidemark.check.plugin;

import java.util.ArrayList;
import java.util.List;

/**
 * What became of a plugin.
 *
 * @param name its name; that of its folder or jar where it did not get as far as saying it
 * @param version its version; empty where it did not get as far
 * @param spi the version of the interface that it is made for; empty where it did not get as far
 * @param doc what it adds, in its words
 * @param origin where it comes from
 * @param loaded whether it is in use
 * @param added what it adds, in the order of its registration
 * @param problems what kept it, or parts of it, from being used
 */
public record PluginReport(
    String name,
    String version,
    String spi,
    String doc,
    String origin,
    boolean loaded,
    List<Added> added,
    List<Problem> problems) {
  /**
   * Something that a plugin adds.
   *
   * @param sort {@code "kind"}
   * @param name {@code "battery"}
   */
  public record Added(String sort, String name) {}

  /**
   * What is wrong with a plugin.
   *
   * @param code stable, {@code E0741}
   * @param words what is wrong, and what to do
   */
  public record Problem(String code, String words) {}

  /** Copies its lists. */
  public PluginReport {
    added = List.copyOf(added);
    problems = List.copyOf(problems);
  }

  PluginReport with(Problem problem) {
    List<Problem> more = new ArrayList<>(problems);
    more.add(problem);
    return new PluginReport(name, version, spi, doc, origin, loaded, added, more);
  }

  static PluginReport refused(String name, String origin, String code, String words) {
    return new PluginReport(
        name, "", "", "", origin, false, List.of(), List.of(new Problem(code, words)));
  }
}
