package org.tidemark.api;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.stream.Stream;

/** Finds the library's modules on a class path, in folders and archives. */
final class LibraryModules {
  private static final String ENDING = ".tide";

  private LibraryModules() {}

  /** Their dotted names in alphabetical order; those that cannot be listed are left out. */
  static List<String> names(ClassLoader loader) {
    TreeSet<String> names = new TreeSet<>();
    try {
      Enumeration<URL> roots = loader.getResources(Library.ROOT);
      while (roots.hasMoreElements()) {
        add(roots.nextElement(), names);
      }
    } catch (IOException | URISyntaxException unreadable) {
      // what was found so far is still good
      return List.copyOf(names);
    }
    return List.copyOf(names);
  }

  /** The module of a name and those below it: {@code std.data} has {@code std.data.dram}. */
  static List<String> below(ClassLoader loader, String name) {
    return names(loader).stream()
        .filter(module -> module.equals(name) || module.startsWith(name.concat(".")))
        .toList();
  }

  private static void add(URL root, TreeSet<String> names) throws IOException, URISyntaxException {
    if (root.getProtocol().equals("file")) {
      Path folder = Path.of(new URI(root.toString()));
      try (Stream<Path> files = Files.walk(folder)) {
        files.forEach(file -> add(Library.ROOT + "/" + slashed(folder.relativize(file)), names));
      }
      return;
    }
    URLConnection connection = root.openConnection();
    if (connection instanceof JarURLConnection jar) {
      Enumeration<JarEntry> entries = jar.getJarFile().entries();
      while (entries.hasMoreElements()) {
        add(entries.nextElement().getName(), names);
      }
    }
  }

  private static String slashed(Path path) {
    return path.toString().replace('\\', '/');
  }

  private static void add(String resource, TreeSet<String> names) {
    if (resource.startsWith(Library.ROOT + "/") && resource.endsWith(ENDING)) {
      String name = resource.substring(0, resource.length() - ENDING.length());
      names.add(name.replace('/', '.'));
    }
  }
}
