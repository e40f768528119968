package org.tidemark.threats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.support.Command;

/** What a table may hold. */
class DataFilesTest {
  @TempDir Path folder;

  private Command.Result read(byte[] table) throws IOException {
    Files.write(folder.resolve("d.csv"), table);
    return read();
  }

  private Command.Result read() throws IOException {
    Files.writeString(
        folder.resolve("s.tide"), "d = csv(\"d.csv\", { a: text })\nshow d.a[0]\nshow 1");
    return Command.run(folder, "run", "s.tide");
  }

  private static void refused(String code, Command.Result result) {
    assertEquals(2, result.status(), result::toString);
    assertTrue(result.err().contains(code), result::toString);
    assertTrue(result.toString().length() < 4_000, "and the message does not hold all of it");
  }

  @Test
  void aCellIsNeverEvaluated() throws IOException {
    for (String cell : List.of("=1+1", "{1 + 1}", "1 + 1", "\\{x}", "csv(x)", "${user.home}")) {
      Command.Result result = read(("a\n" + cell + "\n").getBytes(StandardCharsets.UTF_8));
      assertEquals("d.a[0] = " + cell + "\n1 = 1\n", result.out());
    }
  }

  @Test
  void whatIsTooLargeIsNotRead() throws IOException {
    // a file with a hole is large and takes no room
    try (RandomAccessFile file = new RandomAccessFile(folder.resolve("d.csv").toFile(), "rw")) {
      file.setLength(50_000_000_000L);
    }
    refused("E0703", read());
  }

  @Test
  void anArchiveIsNoTable() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream packed = new GZIPOutputStream(bytes)) {
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 100; i++) {
        packed.write(zeros);
      }
    }
    refused("E0703", read(bytes.toByteArray()));
  }

  @Test
  void oddTablesAreReadOrRefused() throws IOException {
    refused("E0703", read(new byte[0]));
    refused("E0703", read(new byte[1_000_000]));
    refused("E0703", read("a\n\"open".getBytes(StandardCharsets.UTF_8)));
    refused("E0703", read("\"".repeat(100_001).getBytes(StandardCharsets.UTF_8)));
    refused("E0703", read(",".repeat(300_000).getBytes(StandardCharsets.UTF_8)));
    refused("E0703", read("x".repeat(500_000).getBytes(StandardCharsets.UTF_8)));
    refused("E0704", read(("a" + "\n,x".repeat(50_000)).getBytes(StandardCharsets.UTF_8)));
    assertEquals(0, read(("a\n" + "x".repeat(100_000)).getBytes(StandardCharsets.UTF_8)).status());
  }
}
