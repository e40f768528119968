package org.tidemark.cli;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the command looks for plugins: the folder {@code plugins} of the distribution, then what
 * {@code TIDE_PLUGINS} lists.
 */
final class PluginPlaces {
  private PluginPlaces() {}

  static Path[] all() {
    List<Path> places = new ArrayList<>();
    String home = System.getProperty("tide.home");
    if (home != null) {
      Path own = Path.of(home, "plugins");
      if (Files.isDirectory(own)) {
        places.add(own);
      }
    }
    String listed = System.getenv("TIDE_PLUGINS");
    if (listed != null) {
      for (String place : listed.split(File.pathSeparator)) {
        add(place, places);
      }
    }
    return places.toArray(new Path[0]);
  }

  private static void add(String place, List<Path> places) {
    if (place.isBlank()) {
      return;
    }
    try {
      places.add(Path.of(place));
    } catch (InvalidPathException bad) {
      // what is no path on this system holds no plugins
    }
  }
}
