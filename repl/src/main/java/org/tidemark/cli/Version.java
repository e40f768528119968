package org.tidemark.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Which Tide this is. */
final class Version {
  private Version() {}

  /** {@code Tide 1.0}. */
  static String text() {
    try (InputStream version = Version.class.getResourceAsStream("version.txt")) {
      return "Tide ".concat(new String(version.readAllBytes(), StandardCharsets.UTF_8).strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
