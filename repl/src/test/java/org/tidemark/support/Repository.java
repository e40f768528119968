package org.tidemark.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Where things are, seen from this module. */
public final class Repository {
  /** The top of the project. */
  public static final Path TOP = Path.of("..").toAbsolutePath().normalize();

  private Repository() {}

  /** The files below a folder that fulfil a condition, in order; none where there is no folder. */
  public static List<Path> files(Path folder, Predicate<Path> condition) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).filter(condition).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The folders of the modules, those of plugins among them. */
  public static List<Path> modules() {
    try (Stream<Path> top = Files.list(TOP);
        Stream<Path> plugins = Files.list(TOP.resolve("plugins"))) {
      return Stream.concat(top, plugins)
          .filter(entry -> Files.exists(entry.resolve("pom.xml")))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text of a file, empty where there is none. */
  public static String text(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes a file, or removes it where there is nothing to write. */
  public static void write(Path file, String text) {
    try {
      if (text.isEmpty()) {
        Files.deleteIfExists(file);
      } else {
        Files.writeString(file, text);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
