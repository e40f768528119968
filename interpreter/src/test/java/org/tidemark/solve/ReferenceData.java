package org.tidemark.solve;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The independently computed values shared next to the project; absent from a plain checkout. */
public final class ReferenceData {
  private ReferenceData() {}

  public static JsonNode read(String file) {
    Path module = Path.of(System.getProperty("basedir", ""));
    Path path = module.toAbsolutePath().resolve("../../shared/reference").resolve(file).normalize();
    assumeTrue(Files.isReadable(path), () -> "no reference values to compare with at " + path);
    try {
      return new ObjectMapper().readTree(path.toFile());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
