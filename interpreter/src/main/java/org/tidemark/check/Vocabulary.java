package org.tidemark.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.tidemark.spi.Constant;
import org.tidemark.spi.FunctionSpec;
import org.tidemark.spi.Kind;
import org.tidemark.spi.Registry;
import org.tidemark.spi.TidePlugin;
import org.tidemark.spi.foreign.ForeignEngine;

/** Everything that the loaded plugins add to the language. Immutable once loaded. */
public final class Vocabulary {
  private final Map<String, Kind> kinds = new LinkedHashMap<>();
  private final Map<String, FunctionSpec> functions = new LinkedHashMap<>();
  private final Map<String, Constant> constants = new LinkedHashMap<>();
  private final Map<String, ForeignEngine> engines = new LinkedHashMap<>();
  private final Map<String, String> origins = new LinkedHashMap<>();
  private final List<Loaded> plugins = new ArrayList<>();

  private Vocabulary() {}

  /**
   * A plugin as it was found.
   *
   * @param name its name
   * @param version its version
   * @param doc what it adds
   * @param origin where it was loaded from
   * @param problems what kept it, or parts of it, from being used
   */
  public record Loaded(
      String name, String version, String doc, String origin, List<String> problems) {}

  /** Loads every plugin that the class loader finds. A broken one is reported, not fatal. */
  public static Vocabulary load(ClassLoader loader) {
    Vocabulary vocabulary = new Vocabulary();
    var services = ServiceLoader.load(TidePlugin.class, loader).iterator();
    while (true) {
      try {
        if (!services.hasNext()) {
          return vocabulary;
        }
        vocabulary.add(services.next());
      } catch (ServiceConfigurationError broken) {
        vocabulary.plugins.add(
            new Loaded("?", "?", "", "?", List.of("it cannot be loaded: " + broken.getMessage())));
      }
    }
  }

  /** A vocabulary of the given plugins only. */
  public static Vocabulary of(List<TidePlugin> plugins) {
    Vocabulary vocabulary = new Vocabulary();
    plugins.forEach(vocabulary::add);
    return vocabulary;
  }

  private void add(TidePlugin plugin) {
    List<String> problems = new ArrayList<>();
    try {
      plugin.register(new Collector(plugin.name(), problems));
    } catch (RuntimeException | LinkageError broken) {
      problems.add("it failed while it was loaded: " + broken);
    }
    plugins.add(
        new Loaded(plugin.name(), plugin.version(), plugin.doc(), origin(plugin), problems));
  }

  private static String origin(TidePlugin plugin) {
    var source = plugin.getClass().getProtectionDomain().getCodeSource();
    return source == null || source.getLocation() == null
        ? "the runtime"
        : source.getLocation().getPath();
  }

  /** Takes what one plugin registers; the first to take a name keeps it. */
  private final class Collector implements Registry {
    private final String plugin;
    private final List<String> problems;

    Collector(String plugin, List<String> problems) {
      this.plugin = plugin;
      this.problems = problems;
    }

    @Override
    public void kind(Kind kind) {
      if (free("kind", kind.name())) {
        kinds.put(kind.name(), kind);
      }
    }

    @Override
    public void function(FunctionSpec function) {
      if (free("function", function.name())) {
        functions.put(function.name(), function);
      }
    }

    @Override
    public void constant(Constant constant) {
      if (free("function", constant.name())) {
        constants.put(constant.name(), constant);
      }
    }

    @Override
    public void engine(ForeignEngine engine) {
      for (String ending : engine.endings()) {
        if (free("engine for", ending)) {
          engines.put(ending, engine);
        }
      }
    }

    private boolean free(String sort, String name) {
      String taken = origins.putIfAbsent(sort + " " + name, plugin);
      if (taken != null) {
        problems.add("its " + sort + " " + name + " is left out: " + taken + " has one already");
      }
      return taken == null;
    }
  }

  /** The kind of a name. */
  public Optional<Kind> kind(String name) {
    return Optional.ofNullable(kinds.get(name));
  }

  /** The function of a name. */
  public Optional<FunctionSpec> function(String name) {
    return Optional.ofNullable(functions.get(name));
  }

  /** The constant of a name. */
  public Optional<Constant> constant(String name) {
    return Optional.ofNullable(constants.get(name));
  }

  /** What runs the functions of a file, by the ending of its name. */
  public Optional<ForeignEngine> engine(String file) {
    return engines.entrySet().stream()
        .filter(engine -> file.endsWith(engine.getKey()))
        .findFirst()
        .map(Map.Entry::getValue);
  }

  /** How the names of files end whose functions can be run. */
  public Collection<String> endings() {
    return Collections.unmodifiableCollection(engines.keySet());
  }

  /** All kinds, in the order of registration. */
  public Collection<Kind> kinds() {
    return Collections.unmodifiableCollection(kinds.values());
  }

  /** All functions, in the order of registration. */
  public Collection<FunctionSpec> functions() {
    return Collections.unmodifiableCollection(functions.values());
  }

  /** All constants, in the order of registration. */
  public Collection<Constant> constants() {
    return Collections.unmodifiableCollection(constants.values());
  }

  /** The plugin that a name comes from. */
  public Optional<String> origin(String name) {
    String kind = origins.get("kind " + name);
    return Optional.ofNullable(kind != null ? kind : origins.get("function " + name));
  }

  /** The plugins that were found, broken ones included. */
  public List<Loaded> plugins() {
    return Collections.unmodifiableList(plugins);
  }
}
