package org.tidemark.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever lies where the history should be, a conversation can begin. */
@Timeout(20)
class HistoryFileTest {
  @TempDir Path folder;

  private Path file() {
    return folder.resolve("history");
  }

  private HistoryFile loaded() {
    HistoryFile history = new HistoryFile(file());
    history.load();
    return history;
  }

  @Test
  void devicesAreNotRead() throws IOException {
    Files.createSymbolicLink(file(), Path.of("/dev/zero"));
    HistoryFile endless = loaded();
    assertEquals(0, endless.size());
    assertTrue(endless.trouble().endsWith("history is not a file"));
    Files.delete(file());
    Files.createSymbolicLink(file(), Path.of("/dev/null"));
    HistoryFile none = loaded();
    none.add(Instant.EPOCH, "a = 1");
    none.save();
    assertEquals("", none.trouble());
    assertEquals("a = 1", none.get(none.last()));
  }

  @Test
  void onlyItsOwnerReadsIt() throws IOException {
    HistoryFile history = loaded();
    history.add(Instant.EPOCH, "a = 1");
    history.save();
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file())));
  }

  @Test
  void aFolderIsTold() throws IOException {
    Files.createDirectory(file());
    HistoryFile history = loaded();
    history.add(Instant.EPOCH, "a = 1");
    history.save();
    assertTrue(history.trouble().endsWith("history is not a file"));
  }

  @Test
  void ofTooMuchTheEndIsReadAndKept() throws IOException {
    Files.writeString(
        file(), "x".repeat(20_000_000) + "\n" + "y = 2\n".repeat(2_000) + "last = 3\n");
    HistoryFile history = loaded();
    assertEquals("last = 3", history.get(history.last()));
    assertTrue(history.size() >= 500, "as many as a history without a reader holds");
    assertTrue(Files.size(file()) < 20_000, "and cut down to that");
  }

  @Test
  void garbageIsReadAsWellAsCanBe() throws IOException {
    byte[] bytes = new byte[100_000];
    new SplittableRandom(4).nextBytes(bytes);
    Files.write(file(), bytes);
    assertTrue(loaded().size() > 0);
  }
}
