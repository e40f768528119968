package org.tidemark.session;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;

/**
 * Writes files as a whole or not at all: whoever reads finds the old file or the new one, never a
 * part, and what goes wrong leaves the old one as it was.
 */
public final class WholeFile {
  private WholeFile() {}

  /** What a file is to hold. */
  public interface Content {
    /** Writes all of it. */
    void write(OutputStream out) throws IOException;
  }

  /**
   * Writes a file. A link of that name is replaced itself, not what it leads to.
   *
   * @param attributes of the new file, such as who may read it
   * @throws IOException where it cannot be written
   */
  public static void write(Path file, Content content, FileAttribute<?>... attributes)
      throws IOException {
    // beside it, so that it can be moved there in one step; somebody else may be writing it as well
    String unique = Long.toHexString(System.nanoTime() ^ ProcessHandle.current().pid());
    Path part = file.resolveSibling(".".concat(unique).concat(".part"));
    Files.createFile(part, attributes);
    try {
      try (OutputStream out = Files.newOutputStream(part)) {
        content.write(out);
      }
      try {
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } catch (AtomicMoveNotSupportedException elsewhere) {
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
      }
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
