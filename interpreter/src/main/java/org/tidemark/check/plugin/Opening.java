package org.tidemark.check.plugin;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.tidemark.spi.TidePlugin;

/** Opens plugins and takes what they add. One that is broken is reported and keeps none back. */
public final class Opening {
  /** A plugin has this long to say what it adds. */
  private static final long MOST_MILLIS = 10_000;

  /** A property by which tests need not wait as long. */
  static final String MILLIS = "tidemark.test.pluginMillis";

  private static final String BROKEN = "E0740";
  private static final String OTHER_VERSION = "E0741";
  private static final String CLASH = "E0742";
  private static final String BAD_NAME = "E0743";
  private static final String OWN = "org.tidemark.";

  private Opening() {}

  /** Those on a class path: Tidemark's own first, so that none replaces what is built in. */
  public static Parts ofClassPath(ClassLoader loader) {
    Parts parts = new Parts();
    List<TidePlugin> strangers = new ArrayList<>();
    var services = ServiceLoader.load(TidePlugin.class, loader).iterator();
    while (true) {
      try {
        if (!services.hasNext()) {
          strangers.forEach(plugin -> add(plugin, parts));
          return parts;
        }
        TidePlugin plugin = services.next();
        if (plugin.getClass().getName().startsWith(OWN)) {
          add(plugin, parts);
        } else {
          strangers.add(plugin);
        }
      } catch (ServiceConfigurationError broken) {
        String words = "a plugin on the class path cannot be loaded: " + broken.getMessage();
        parts.report(PluginReport.refused("?", "the class path", BROKEN, words));
      }
    }
  }

  /** The given ones. */
  public static Parts of(List<TidePlugin> plugins) {
    Parts parts = new Parts();
    plugins.forEach(plugin -> add(plugin, parts));
    return parts;
  }

  private static void add(TidePlugin plugin, Parts parts) {
    var source = plugin.getClass().getProtectionDomain().getCodeSource();
    String origin =
        source == null || source.getLocation() == null
            ? "the runtime"
            : source.getLocation().getPath();
    add(plugin, plugin.getClass().getSimpleName(), origin, parts);
  }

  /**
   * Adds those of folders to others. Each folder holds jars, each a plugin by itself, and folders
   * of jars that belong together; a jar may stand for a folder.
   *
   * @param above where Tidemark's own classes are
   */
  public static Parts withFolders(Parts others, List<Path> folders, ClassLoader above) {
    Parts parts = others.copy();
    for (Path folder : folders) {
      try {
        for (PluginPlace place : PluginPlace.of(folder)) {
          open(place, above, parts);
        }
      } catch (NoSuchFileException none) {
        parts.report(folder(folder, "there is no such folder"));
      } catch (NotDirectoryException file) {
        parts.report(folder(folder, "it is neither a folder nor a jar"));
      } catch (IOException | SecurityException unreadable) {
        parts.report(folder(folder, "the folder cannot be read"));
      }
    }
    return parts;
  }

  private static PluginReport folder(Path folder, String why) {
    Path name = folder.getFileName();
    return PluginReport.refused(
        name == null ? folder.toString() : name.toString(), folder.toString(), BROKEN, why);
  }

  private static void open(PluginPlace found, ClassLoader above, Parts parts) {
    String origin = found.path().toString();
    PluginPlace place;
    PluginPlace.Description description;
    PluginLoader loader;
    try {
      place = found.listed();
      if (place.jars().isEmpty()) {
        parts.report(
            PluginReport.refused(found.name(), origin, BROKEN, "there is no jar in this folder"));
        return;
      }
      description = place.description();
      loader = new PluginLoader(place.name(), place.urls(), above);
    } catch (IOException broken) {
      String words = broken.getMessage() == null ? "it cannot be read" : broken.getMessage();
      parts.report(PluginReport.refused(found.name(), origin, BROKEN, words));
      return;
    }
    if (description.classes().isEmpty()) {
      parts.report(
          PluginReport.refused(
              place.name(),
              origin,
              BROKEN,
              "it is no plugin: none of its jars has META-INF/services/"
                  + TidePlugin.class.getName()));
      return;
    }
    String objection =
        description.spi().isEmpty() ? null : SpiVersions.objection(description.spi());
    if (objection != null) {
      parts.report(PluginReport.refused(place.name(), origin, OTHER_VERSION, objection));
      return;
    }
    parts.opened(loader);
    for (String name : description.classes()) {
      Attempt attempt = new Attempt(name, loader);
      String failure = attempt.await();
      if (failure != null) {
        parts.report(PluginReport.refused(place.name(), origin, BROKEN, failure));
      } else {
        take(attempt.said(), origin, parts);
      }
    }
  }

  /** A plugin that is made by a class path, at once. */
  private static void add(TidePlugin plugin, String called, String origin, Parts parts) {
    Said said;
    try {
      said = Said.by(plugin, called);
    } catch (RuntimeException | LinkageError | StackOverflowError broken) {
      String words = "it failed while it was loaded: " + Blame.words(broken);
      parts.report(PluginReport.refused(called, origin, BROKEN, words));
      return;
    }
    take(said, origin, parts);
  }

  /**
   * What a plugin said of itself.
   *
   * @param builtIn whether it is one of Tidemark's own, which may name operators
   */
  private record Said(
      String name,
      String version,
      String spi,
      String doc,
      boolean builtIn,
      List<Draft.Entry> entries) {
    static Said by(TidePlugin plugin, String called) {
      String spi = SpiVersions.orFirst(plugin.spiVersion());
      Draft draft = new Draft(plugin.getClass().getClassLoader());
      String name = orElse(plugin.name(), called);
      if (SpiVersions.objection(spi) == null) {
        plugin.register(draft);
      }
      return new Said(
          name,
          orElse(plugin.version(), "?"),
          spi,
          orElse(plugin.doc(), ""),
          plugin.getClass().getName().startsWith(OWN),
          draft.close());
    }

    private static String orElse(String text, String other) {
      return text == null || text.isBlank()
          ? other
          : text.strip().replaceAll("[\\p{Cntrl}\\s]+", " ");
    }
  }

  private static void take(Said said, String origin, Parts parts) {
    List<PluginReport.Added> added = new ArrayList<>();
    List<PluginReport.Problem> problems = new ArrayList<>();
    String objection = SpiVersions.objection(said.spi());
    if (objection != null) {
      problems.add(new PluginReport.Problem(OTHER_VERSION, objection));
    }
    for (Draft.Entry entry : said.entries()) {
      String bad = said.builtIn() ? null : PluginNames.objection(entry.sort(), entry.name());
      if (bad != null) {
        problems.add(new PluginReport.Problem(BAD_NAME, bad.concat("; it is left out")));
        continue;
      }
      String taken = parts.put(entry, said.name(), said.builtIn());
      if (taken == null) {
        added.add(new PluginReport.Added(entry.sort().word(), entry.name()));
      } else {
        problems.add(
            new PluginReport.Problem(
                CLASH,
                "its "
                    + entry.sort().word()
                    + " "
                    + entry.name()
                    + " is left out: "
                    + taken
                    + " has one already"));
      }
    }
    parts.report(
        new PluginReport(
            said.name(),
            said.version(),
            said.spi(),
            said.doc(),
            origin,
            objection == null,
            added,
            problems));
  }

  /** Makes a plugin on a thread of its own, so that one that hangs is given up. */
  private static final class Attempt {
    private final String className;
    private final PluginLoader loader;
    private volatile Said said;
    private volatile Throwable failed;

    Attempt(String className, PluginLoader loader) {
      this.className = className;
      this.loader = loader;
    }

    /** Why it failed; null where it did not. */
    String await() {
      Thread thread = new Thread(null, this::make, loader.getName(), 0, false);
      thread.setDaemon(true);
      thread.setContextClassLoader(loader);
      thread.start();
      try {
        thread.join(Long.getLong(MILLIS, MOST_MILLIS));
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return "loading it was interrupted";
      }
      if (thread.isAlive()) {
        thread.interrupt();
        return "it took more than " + MOST_MILLIS / 1000 + " s to load";
      }
      return failed == null ? null : words(failed);
    }

    Said said() {
      return said;
    }

    private void make() {
      try {
        Class<?> found = Class.forName(className, true, loader);
        if (!TidePlugin.class.isAssignableFrom(found)) {
          failed = new ServiceConfigurationError(className + " does not implement TidePlugin");
          return;
        }
        TidePlugin plugin = (TidePlugin) found.getConstructor().newInstance();
        said = Said.by(plugin, PluginLoader.plugin(loader.getName()));
      } catch (java.lang.reflect.InvocationTargetException thrown) {
        failed = thrown.getCause();
      } catch (Throwable thrown) {
        failed = thrown;
      }
    }

    private String words(Throwable thrown) {
      if (thrown instanceof ServiceConfigurationError plain) {
        return plain.getMessage();
      }
      if (thrown instanceof ClassNotFoundException) {
        return "its class " + className + " is not in it";
      }
      if (thrown instanceof NoSuchMethodException) {
        return className + " has no public constructor without arguments";
      }
      if (thrown instanceof UnsupportedClassVersionError) {
        return "it is compiled for a newer Java than "
            + Runtime.version().feature()
            + ", which runs this";
      }
      if (thrown instanceof NoClassDefFoundError missing) {
        return "a class is missing that it needs: "
            + String.valueOf(missing.getMessage()).replace('/', '.');
      }
      if (thrown instanceof NoSuchMethodError || thrown instanceof AbstractMethodError) {
        return "it is made for another version of Tidemark: " + Blame.words(thrown);
      }
      return "it failed while it was loaded: " + Blame.words(thrown);
    }
  }
}
