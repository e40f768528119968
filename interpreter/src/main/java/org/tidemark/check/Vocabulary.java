package org.tidemark.check;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tidemark.check.plugin.Opening;
import org.tidemark.check.plugin.Parts;
import org.tidemark.check.plugin.PluginReport;
import org.tidemark.check.plugin.Sort;
import org.tidemark.quantity.UnitTable;
import org.tidemark.spi.Constant;
import org.tidemark.spi.Extensions;
import org.tidemark.spi.FitFormSpec;
import org.tidemark.spi.FunctionSpec;
import org.tidemark.spi.Kind;
import org.tidemark.spi.OptimumMethod;
import org.tidemark.spi.Renderer;
import org.tidemark.spi.TableReader;
import org.tidemark.spi.TidePlugin;
import org.tidemark.spi.ValueWriter;
import org.tidemark.spi.foreign.ForeignEngine;

/**
 * Everything that plugins add to the language. Safe for use by several threads.
 *
 * <p>Those in folders are opened when something is asked for that the others do not have. So they
 * cost nothing where no script uses them, and can hide nothing that is built in.
 */
public final class Vocabulary implements Extensions {
  private final Parts first;
  private final List<Path> folders;
  private final ClassLoader loader;
  private volatile Parts all;
  private volatile UnitTable units;

  private Vocabulary(Parts first, List<Path> folders, ClassLoader loader) {
    this.first = first;
    this.folders = folders;
    this.loader = loader;
    this.all = folders.isEmpty() ? first : null;
  }

  /** Loads every plugin that the class loader finds. A broken one is reported, not fatal. */
  public static Vocabulary load(ClassLoader loader) {
    return load(loader, List.of());
  }

  /**
   * As {@link #load(ClassLoader)}, and those of folders when they are needed.
   *
   * @param folders with jars and folders of jars, or single jars
   */
  public static Vocabulary load(ClassLoader loader, List<Path> folders) {
    return new Vocabulary(Opening.ofClassPath(loader), List.copyOf(folders), loader);
  }

  /** A vocabulary of the given plugins only. */
  public static Vocabulary of(List<TidePlugin> plugins) {
    return new Vocabulary(Opening.of(plugins), List.of(), null);
  }

  private Parts all() {
    units();
    return all;
  }

  /** The units that plugins add, above the built-in ones; opens the folders. */
  public UnitTable units() {
    UnitTable known = units;
    if (known == null) {
      synchronized (this) {
        known = units;
        if (known == null) {
          known = PluginUnits.of(opened());
          units = known;
        }
      }
    }
    return known;
  }

  private Parts opened() {
    Parts known = all;
    if (known == null) {
      known = Opening.withFolders(first, folders, loader);
      all = known;
    }
    return known;
  }

  private <T> Optional<T> find(Sort sort, String name, Class<T> type) {
    T found = first.get(sort, name, type);
    if (found == null && !isOfUnit(sort, name)) {
      found = all().get(sort, name, type);
    }
    return Optional.ofNullable(found);
  }

  /** Whether nobody needs to be asked, since no plugin may take the name of a built-in unit. */
  private static boolean isOfUnit(Sort sort, String name) {
    return sort.space() == Sort.FUNCTION && UnitTable.standard().find(name).isPresent();
  }

  /** The kind of a name. */
  public Optional<Kind> kind(String name) {
    return find(Sort.KIND, name, Kind.class);
  }

  /** The function of a name. */
  public Optional<FunctionSpec> function(String name) {
    if (first.get(Sort.CONSTANT, name, Constant.class) != null) {
      return Optional.empty();
    }
    return find(Sort.FUNCTION, name, FunctionSpec.class);
  }

  /** The constant of a name. */
  public Optional<Constant> constant(String name) {
    if (first.get(Sort.FUNCTION, name, FunctionSpec.class) != null) {
      return Optional.empty();
    }
    return find(Sort.CONSTANT, name, Constant.class);
  }

  @Override
  public Optional<FitFormSpec> fitForm(String name) {
    return find(Sort.FIT_FORM, name, FitFormSpec.class);
  }

  @Override
  public Optional<OptimumMethod> optimumMethod(String name) {
    return find(Sort.METHOD, name, OptimumMethod.class);
  }

  @Override
  public Optional<TableReader> reader(String ending) {
    return find(Sort.READER, ending, TableReader.class);
  }

  /** What writes files of an ending. */
  public Optional<ValueWriter> writer(String ending) {
    return find(Sort.WRITER, ending, ValueWriter.class);
  }

  /** What writes results in a format. */
  public Optional<Renderer> renderer(String name) {
    return find(Sort.RENDERER, name, Renderer.class);
  }

  /** Where the library modules are whose names begin so. */
  public Optional<ClassLoader> library(String root) {
    return find(Sort.LIBRARY, root, ClassLoader.class);
  }

  /** The first parts of the names of library modules that plugins add, and where they are. */
  public Map<String, ClassLoader> libraries() {
    return all().named(Sort.LIBRARY, ClassLoader.class);
  }

  @Override
  public List<String> names(Class<?> sort) {
    Sort wanted =
        sort == FitFormSpec.class
            ? Sort.FIT_FORM
            : sort == OptimumMethod.class
                ? Sort.METHOD
                : sort == TableReader.class
                    ? Sort.READER
                    : sort == ValueWriter.class ? Sort.WRITER : Sort.RENDERER;
    return List.copyOf(all().named(wanted, sort).keySet());
  }

  /** What runs the functions of a file, by the ending of its name. */
  public Optional<ForeignEngine> engine(String file) {
    int dot = file.lastIndexOf('.');
    return dot < 0
        ? Optional.empty()
        : find(Sort.ENGINE, file.substring(dot + 1), ForeignEngine.class);
  }

  /** How the names of files end whose functions can be run. */
  public List<String> endings() {
    return List.copyOf(all().named(Sort.ENGINE, ForeignEngine.class).keySet());
  }

  /** All kinds, in the order of registration. */
  public Collection<Kind> kinds() {
    return Collections.unmodifiableCollection(all().all(Sort.KIND, Kind.class));
  }

  /** All functions, in the order of registration. */
  public Collection<FunctionSpec> functions() {
    return Collections.unmodifiableCollection(all().all(Sort.FUNCTION, FunctionSpec.class));
  }

  /** All constants, in the order of registration. */
  public Collection<Constant> constants() {
    return Collections.unmodifiableCollection(all().all(Sort.CONSTANT, Constant.class));
  }

  /** The plugin that a name comes from. */
  public Optional<String> origin(String name) {
    for (Sort sort : Sort.values()) {
      String plugin = all().plugin(sort, name);
      if (plugin != null) {
        return Optional.of(plugin);
      }
    }
    return Optional.empty();
  }

  /** The plugin that a function in use comes from; absent where it is built in. */
  public Optional<String> stranger(FunctionSpec function) {
    Parts known = all;
    String name = function.name();
    Parts parts =
        known == null || first.get(Sort.FUNCTION, name, FunctionSpec.class) != null ? first : known;
    return Optional.ofNullable(parts.stranger(Sort.FUNCTION, name));
  }

  /** The page that a plugin has in its jar for one of its codes. */
  public Optional<String> explanation(String code) {
    return all().explanation(code);
  }

  /** The plugins that were found, broken ones included; opens those that are not yet. */
  public List<PluginReport> plugins() {
    return Collections.unmodifiableList(all().plugins());
  }

  /** Plugins that could not be loaded, as far as anybody has tried. */
  public List<PluginReport> refused() {
    Parts known = all == null ? first : all;
    return known.plugins().stream().filter(plugin -> !plugin.loaded()).toList();
  }
}
