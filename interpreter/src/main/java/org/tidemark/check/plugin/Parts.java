package org.tidemark.check.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tidemark.quantity.UnitTable;

/** What plugins add, by sort and name. Written by one thread, then only read. */
public final class Parts {
  private static final String OWN_ROOT = "std";
  private static final String LIBRARY = "Tidemark";
  private static final String UNITS = "the table of units";

  private record Part(Object value, String plugin, boolean builtIn) {}

  private final Map<Sort, Map<String, Part>> bySort = new EnumMap<>(Sort.class);
  private final List<PluginLoader> loaders = new ArrayList<>();
  private final List<PluginReport> plugins = new ArrayList<>();

  Parts() {
    for (Sort sort : Sort.values()) {
      bySort.put(sort, new LinkedHashMap<>());
    }
  }

  /** A copy that can take more. */
  Parts copy() {
    Parts copy = new Parts();
    bySort.forEach((sort, parts) -> copy.bySort.get(sort).putAll(parts));
    copy.plugins.addAll(plugins);
    return copy;
  }

  /** The part of a sort and a name; null where there is none. */
  public <T> T get(Sort sort, String name, Class<T> type) {
    Part part = bySort.get(sort).get(name);
    return part == null ? null : type.cast(part.value());
  }

  /** All of a sort, in the order of registration. */
  public <T> Collection<T> all(Sort sort, Class<T> type) {
    List<T> all = new ArrayList<>();
    for (Part part : bySort.get(sort).values()) {
      all.add(type.cast(part.value()));
    }
    return all;
  }

  /** All of a sort by name, in the order of registration. */
  public <T> Map<String, T> named(Sort sort, Class<T> type) {
    Map<String, T> all = new LinkedHashMap<>();
    bySort.get(sort).forEach((name, part) -> all.put(name, type.cast(part.value())));
    return all;
  }

  /** The plugin that a name of a sort comes from; null where there is none. */
  public String plugin(Sort sort, String name) {
    Part part = bySort.get(sort).get(name);
    return part == null ? null : part.plugin();
  }

  /** The same; null where it is one of Tidemark's own. */
  public String stranger(Sort sort, String name) {
    Part part = bySort.get(sort).get(name);
    return part == null || part.builtIn() ? null : part.plugin();
  }

  /** The text of {@code explain/CODE.md} in the jars of a plugin. */
  public Optional<String> explanation(String code) {
    if (!code.matches("[A-Za-z][A-Za-z0-9_-]{0,49}")) {
      return Optional.empty();
    }
    String page = "explain/" + code + ".md";
    for (PluginLoader loader : loaders) {
      if (loader.findResource(page) == null) {
        continue;
      }
      try (InputStream in = loader.getResourceAsStream(page)) {
        return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      } catch (IOException unreadable) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  void opened(PluginLoader loader) {
    loaders.add(loader);
  }

  /** The plugins, broken ones included. */
  public List<PluginReport> plugins() {
    return plugins;
  }

  /** Adds something to what is wrong with a plugin. */
  public void complain(String plugin, String code, String words) {
    for (int i = 0; i < plugins.size(); i++) {
      if (plugins.get(i).name().equals(plugin) && plugins.get(i).loaded()) {
        plugins.set(i, plugins.get(i).with(new PluginReport.Problem(code, words)));
        return;
      }
    }
  }

  void report(PluginReport report) {
    plugins.add(report);
  }

  /** Puts a part in place; whoever has the name already keeps it, and is named. */
  String put(Draft.Entry entry, String plugin, boolean builtIn) {
    for (Sort sort : Sort.values()) {
      Part taken = bySort.get(sort).get(entry.name());
      if (taken != null && sort.space() == entry.sort().space()) {
        return taken.plugin();
      }
    }
    if (entry.sort() == Sort.LIBRARY && entry.name().equals(OWN_ROOT)) {
      return LIBRARY;
    }
    if (entry.sort().space() == Sort.FUNCTION
        && UnitTable.standard().find(entry.name()).isPresent()) {
      return UNITS;
    }
    bySort.get(entry.sort().table()).put(entry.name(), new Part(entry.part(), plugin, builtIn));
    return null;
  }
}
