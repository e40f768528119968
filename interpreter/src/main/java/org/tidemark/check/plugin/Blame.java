package org.tidemark.check.plugin;

import java.util.Optional;
import org.tidemark.spi.NoValue;
import org.tidemark.spi.Problem;

/** Tells whose code something is: where a plugin fails, it is named, and Tidemark is not blamed. */
public final class Blame {
  /** Frames of Java's own that may lie above the plugin's: a failed parse, a broken stream. */
  private static final int DEEPEST = 64;

  private static final String OWN = "org.tidemark.";

  private Blame() {}

  /**
   * The plugin, by its folder or jar, in whose code something was thrown. Its own calls of Tidemark
   * are Tidemark's.
   */
  public static Optional<String> of(Throwable thrown) {
    if (isTidemarksOwn(thrown)) {
      return Optional.empty();
    }
    StackTraceElement[] frames = thrown.getStackTrace();
    int most = Math.min(DEEPEST, frames.length);
    if (thrown instanceof StackOverflowError && plugins(frames, most) < DEEPEST / 4) {
      // a deep script that passes through a plugin is none that calls itself without an end
      return Optional.empty();
    }
    for (int i = 0; i < most; i++) {
      String plugin = PluginLoader.plugin(frames[i].getClassLoaderName());
      if (plugin != null) {
        return Optional.of(plugin);
      }
      if (frames[i].getClassName().startsWith(OWN) && !takesAnything(thrown)) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static int plugins(StackTraceElement[] frames, int most) {
    int plugins = 0;
    for (int i = 0; i < most; i++) {
      if (PluginLoader.plugin(frames[i].getClassLoaderName()) != null) {
        plugins++;
      }
    }
    return plugins;
  }

  /**
   * The plugin in whose code something was thrown while a part was asked that may be a plugin's.
   * What the machine throws often it throws without a stack, and what a plugin lacks is missed
   * before any of its code runs; then it is whoever made the part.
   */
  public static Optional<String> of(Throwable thrown, Object part) {
    Optional<String> found = of(thrown);
    return found.isPresent() || isTold(thrown) ? found : owner(part);
  }

  /** What a plugin causes although it is thrown by what it calls: a wrong argument, no room. */
  private static boolean takesAnything(Throwable thrown) {
    return thrown instanceof RuntimeException || thrown instanceof StackOverflowError;
  }

  /** Whether it tells by itself whose it is, so that nobody needs to be suspected. */
  public static boolean isTold(Throwable thrown) {
    return thrown instanceof StackOverflowError || isTidemarksOwn(thrown);
  }

  /** Refusals, and what Tidemark throws to find its way back through a plugin. */
  private static boolean isTidemarksOwn(Throwable thrown) {
    String name = thrown.getClass().getName();
    return thrown instanceof NoValue
        || thrown instanceof Problem
        || name.startsWith(OWN) && !name.startsWith(OWN.concat("quantity."));
  }

  /** The plugin, by its folder or jar, that something was made by. */
  public static Optional<String> owner(Object part) {
    return part.getClass().getClassLoader() instanceof PluginLoader loader
        ? Optional.of(PluginLoader.plugin(loader.getName()))
        : Optional.empty();
  }

  /** What happened, in words that fit behind a colon. */
  public static String words(Throwable thrown) {
    String name = thrown.getClass().getSimpleName();
    String message = thrown.getMessage();
    if (message == null || message.isBlank()) {
      return name;
    }
    String line = message.lines().findFirst().orElse("").strip();
    return name + ": " + (line.length() > 200 ? line.substring(0, 200).concat("...") : line);
  }
}
