package org.tidemark.solve.fit;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Certified data shared next to the project; absent from a plain checkout. */
public final class SharedData {
  private SharedData() {}

  public static Path path(String name) {
    Path module = Path.of(System.getProperty("basedir", ""));
    Path path = module.toAbsolutePath().resolve("../../shared/data").resolve(name).normalize();
    assumeTrue(Files.exists(path), () -> "no certified data to compare with at " + path);
    return path;
  }

  public static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  public static List<Path> files(String folder) {
    try (Stream<Path> files = Files.list(path(folder))) {
      return files.sorted().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Cells of a file of comma-separated values, without its heading. */
  public static List<String[]> rows(Path file) {
    return lines(file).stream()
        .skip(1)
        .filter(line -> !line.isBlank())
        .map(line -> line.split(",", -1))
        .toList();
  }
}
