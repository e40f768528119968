package org.tidemark.terminal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jline.reader.impl.history.DefaultHistory;
import org.tidemark.session.WholeFile;

/**
 * Entries of this and earlier conversations, one a line of a file that only its owner may read. A
 * line end within an entry is written {@code \n}, a backslash twice. What cannot be read or written
 * costs the history, never the conversation.
 */
final class HistoryFile extends DefaultHistory {
  /** How many entries are kept. */
  static final int BOUND = 10_000;

  /** The file is cut down to the bound when it holds this many. */
  private static final int CUT_DOWN_AT = BOUND + BOUND / 4;

  /** Of a larger file the end is read. */
  private static final int MOST_BYTES = 1 << 23;

  private final Path file;
  private final StringBuilder unsaved = new StringBuilder();
  private String trouble = "";
  private boolean lost;

  HistoryFile(Path file) {
    this.file = file;
  }

  /** The file of somebody: {@code TIDE_HISTORY}, or one below the folder for state. */
  static Path place() {
    String chosen = System.getenv("TIDE_HISTORY");
    if (chosen != null && !chosen.isEmpty()) {
      return Path.of(chosen);
    }
    String state = System.getenv("XDG_STATE_HOME");
    Path folder =
        state != null && !state.isEmpty()
            ? Path.of(state)
            : Path.of(System.getProperty("user.home"), ".local", "state");
    return folder.resolve("tidemark").resolve("history");
  }

  /** What went wrong since this was last asked, in one line; empty for nothing. */
  String trouble() {
    String told = trouble;
    trouble = "";
    return told;
  }

  /** Reads the file; the reader asks for it when it reads its first entry. */
  @Override
  public void load() {
    if (!Files.exists(file)) {
      return;
    }
    if (!Files.isRegularFile(file)) {
      // a pipe would be waited for, and a device may have no end
      lost = true;
      trouble = isNothing() ? "" : "there is no history: ".concat(file + " is not a file");
      return;
    }
    try {
      List<String> lines = end().lines().toList();
      List<String> latest = lines.subList(Math.max(0, lines.size() - BOUND), lines.size());
      Instant now = Instant.now();
      for (String line : latest) {
        internalAdd(now, unescape(line));
      }
      if (lines.size() > CUT_DOWN_AT || Files.size(file) > MOST_BYTES) {
        replace(latest);
      }
    } catch (IOException e) {
      trouble = "the history could not be read: ".concat(reason(e));
    }
  }

  /** The file, or whole lines at its end where it is too large. */
  private String end() throws IOException {
    try (SeekableByteChannel in = Files.newByteChannel(file)) {
      long from = Math.max(0, in.size() - MOST_BYTES);
      in.position(from);
      ByteBuffer bytes = ByteBuffer.allocate((int) (in.size() - from));
      int read = 0;
      while (read >= 0 && bytes.hasRemaining()) {
        read = in.read(bytes);
      }
      String text = new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
      return from == 0 ? text : text.substring(text.indexOf('\n') + 1);
    }
  }

  /** Whether somebody wants no history. */
  private boolean isNothing() {
    try {
      return file.toRealPath().equals(Path.of("/dev/null"));
    } catch (IOException gone) {
      return false;
    }
  }

  @Override
  public void add(Instant time, String entry) {
    String last = isEmpty() ? "" : get(last());
    if (entry.isBlank() || entry.startsWith(" ") || entry.equals(last)) {
      return;
    }
    internalAdd(time, entry);
    unsaved.append(escape(entry)).append('\n');
  }

  /** Appends what was added, so that nothing is lost however the conversation ends. */
  @Override
  public void save() {
    if (unsaved.length() == 0 || lost) {
      return;
    }
    try {
      if (!Files.exists(file)) {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.createFile(file, forOwner());
      }
      Files.writeString(file, unsaved, StandardOpenOption.APPEND);
    } catch (IOException e) {
      lost = true;
      trouble = "the history could not be written: ".concat(reason(e));
    }
    unsaved.setLength(0);
  }

  private void replace(List<String> lines) throws IOException {
    byte[] text = String.join("\n", lines).concat("\n").getBytes(StandardCharsets.UTF_8);
    // people keep such files elsewhere and leave a link
    WholeFile.write(file.toRealPath(), out -> out.write(text), forOwner());
  }

  private FileAttribute<?>[] forOwner() {
    boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(
              Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE))
        }
        : new FileAttribute<?>[0];
  }

  private static String reason(IOException e) {
    String name = e.getClass().getSimpleName();
    return switch (name) {
      case "AccessDeniedException" -> "no permission for ".concat(e.getMessage());
      case "FileAlreadyExistsException", "NotDirectoryException" ->
          e.getMessage().concat(" is not a folder");
      default -> String.valueOf(e.getMessage());
    };
  }

  private static String escape(String entry) {
    return entry.replace("\\", "\\\\").replace("\n", "\\n");
  }

  private static String unescape(String line) {
    if (line.indexOf('\\') < 0) {
      return line;
    }
    StringBuilder entry = new StringBuilder(line.length());
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '\\' && i + 1 < line.length()) {
        char escaped = line.charAt(++i);
        entry.append(escaped == 'n' ? '\n' : escaped);
      } else {
        entry.append(c);
      }
    }
    return entry.toString();
  }
}
