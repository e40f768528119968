package org.tidemark.session.insight;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;

/** What lies around a conversation: modules of the library, files in its folder. */
final class Library {
  /** More than anybody wants to choose from. */
  private static final int MOST_FILES = 500;

  private final Path folder;
  private final Supplier<List<String>> finder;
  private List<String> modules;

  Library(Path folder, Supplier<List<String>> modules) {
    this.folder = folder.toAbsolutePath().normalize();
    this.finder = modules;
  }

  /** The dotted names of the library's modules. */
  synchronized List<String> modules() {
    if (modules == null) {
      modules = finder.get();
    }
    return modules;
  }

  /**
   * The files and folders whose path, relative to the folder of the conversation, begins as typed;
   * folders end with a slash. Hidden ones are left out, and nothing outside the folder is seen.
   *
   * @param endings of the files wanted; empty for all
   */
  List<String> files(String typed, List<String> endings) {
    int slash = typed.lastIndexOf('/');
    String shown = typed.substring(0, slash + 1);
    List<String> found = new ArrayList<>();
    try {
      Path within = folder.resolve(shown).normalize();
      if (!within.startsWith(folder) || !Files.isDirectory(within)) {
        return List.of();
      }
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(within)) {
        for (Path entry : entries) {
          String name = entry.getFileName().toString();
          boolean directory = Files.isDirectory(entry);
          boolean wanted =
              directory || endings.isEmpty() || endings.stream().anyMatch(name::endsWith);
          if (wanted && !name.startsWith(".") && found.size() < MOST_FILES) {
            found.add(shown + name + (directory ? "/" : ""));
          }
        }
      }
    } catch (IOException | InvalidPathException | DirectoryIteratorException unreadable) {
      // nothing can be offered there
      return List.of();
    }
    Collections.sort(found);
    return found;
  }
}
