package org.tidemark.solve.chance;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Certified data shared next to the project; absent from a plain checkout. */
public final class SharedData {
  private SharedData() {}

  /** The text of a file, or the test is skipped. */
  public static String read(String file) {
    Path module = Path.of(System.getProperty("basedir", ""));
    Path path = module.toAbsolutePath().resolve("../../shared/data").resolve(file).normalize();
    assumeTrue(Files.isReadable(path), () -> "no certified data to compare with at " + path);
    try {
      return Files.readString(path);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
