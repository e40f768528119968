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
import org.tidemark.check.Vocabulary;

/** Finds the library's modules on a class path, in folders and archives. */
final class LibraryModules {
  private static final String ENDING = ".tide";

  private LibraryModules() {}

  /** Their dotted names in alphabetical order; those that cannot be listed are left out. */
  static List<String> names(ClassLoader loader, Vocabulary vocabulary) {
    TreeSet<String> names = new TreeSet<>();
    add(loader, Library.ROOT, names);
    vocabulary.libraries().forEach((root, jars) -> add(jars, root, names));
    return List.copyOf(names);
  }

  private static void add(ClassLoader loader, String root, TreeSet<String> names) {
    try {
      Enumeration<URL> roots = loader.getResources(root);
      while (roots.hasMoreElements()) {
        add(roots.nextElement(), root, names);
      }
    } catch (IOException | URISyntaxException unreadable) {
      // what was found so far is still good
    }
  }

  /** The module of a name and those below it: {@code std.data} has {@code std.data.dram}. */
  static List<String> below(ClassLoader loader, Vocabulary vocabulary, String name) {
    TreeSet<String> names = new TreeSet<>();
    if (Library.isName(name)) {
      // what is asked of Tidemark's own library needs no plugin
      add(loader, Library.ROOT, names);
    } else {
      names.addAll(names(loader, vocabulary));
    }
    return names.stream()
        .filter(module -> module.equals(name) || module.startsWith(name.concat(".")))
        .toList();
  }

  private static void add(URL root, String name, TreeSet<String> names)
      throws IOException, URISyntaxException {
    if (root.getProtocol().equals("file")) {
      Path folder = Path.of(new URI(root.toString()));
      try (Stream<Path> files = Files.walk(folder)) {
        files.forEach(file -> addFile(name + "/" + slashed(folder.relativize(file)), name, names));
      }
      return;
    }
    URLConnection connection = root.openConnection();
    if (connection instanceof JarURLConnection jar) {
      Enumeration<JarEntry> entries = jar.getJarFile().entries();
      while (entries.hasMoreElements()) {
        addFile(entries.nextElement().getName(), name, names);
      }
    }
  }

  private static String slashed(Path path) {
    return path.toString().replace('\\', '/');
  }

  private static void addFile(String resource, String root, TreeSet<String> names) {
    if (resource.startsWith(root + "/") && resource.endsWith(ENDING)) {
      String name = resource.substring(0, resource.length() - ENDING.length());
      names.add(name.replace('/', '.'));
    }
  }
}
