package org.tidemark.check.plugin;

import java.util.Optional;

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
    StackTraceElement[] frames = thrown.getStackTrace();
    int most = Math.min(DEEPEST, frames.length);
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

  /** What a plugin causes although it is thrown by what it calls: a wrong argument, no room. */
  private static boolean takesAnything(Throwable thrown) {
    return thrown instanceof StackOverflowError
        || thrown instanceof NullPointerException
        || thrown instanceof IllegalArgumentException
        || thrown instanceof ClassCastException;
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
