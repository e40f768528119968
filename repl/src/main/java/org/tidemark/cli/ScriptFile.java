package org.tidemark.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.tidemark.grammar.diagnostic.Diagnostic;

/**
 * A script as it was read.
 *
 * @param name as messages call it
 * @param text its characters
 * @param folder where files that it names are found
 */
record ScriptFile(String name, String text, Path folder) {
  /** How the command line names standard input. */
  static final String STANDARD_INPUT = "-";

  private static final String UNREADABLE = "E0801";
  private static final String NOT_TEXT = "E0804";
  private static final int LARGEST = 1 << 26;

  /**
   * Reads a file, or standard input for {@code -}.
   *
   * @throws Refusal where it cannot be read or holds no text
   */
  static ScriptFile read(String file, Console console) {
    if (file.equals(STANDARD_INPUT)) {
      return new ScriptFile("stdin", text("stdin", standardInput(console.in())), console.folder());
    }
    Path path = path(file, console);
    if (Files.isDirectory(path)) {
      throw unreadable(
          file.concat(" is a folder, not a script"),
          "name a file in it; only tide test takes folders");
    }
    if (!Files.exists(path)) {
      throw missing(file, path);
    }
    byte[] bytes;
    try (InputStream in = Files.newInputStream(path)) {
      bytes = in.readNBytes(LARGEST);
    } catch (IOException e) {
      throw unreadable(
          file.concat(" cannot be read"), "see whether you are allowed to: ls -l ".concat(file));
    }
    Path parent = path.toAbsolutePath().getParent();
    return new ScriptFile(file, text(file, bytes), parent == null ? console.folder() : parent);
  }

  /** Where a file of the command line is. */
  static Path path(String file, Console console) {
    try {
      return console.folder().resolve(file);
    } catch (InvalidPathException e) {
      throw unreadable("no file can have the name ".concat(file), "give the name of a .tide file");
    }
  }

  /** There is no such file. */
  static Refusal missing(String file, Path path) {
    Path beside = path.resolveSibling(path.getFileName().toString().concat(".tide"));
    return unreadable(
        "there is no file ".concat(file),
        Files.exists(beside)
            ? "did you mean ".concat(file).concat(".tide?")
            : "names are relative to the folder that tide is started in");
  }

  private static Refusal unreadable(String message, String help) {
    return Refusal.of(Diagnostic.error(UNREADABLE, message).withHelp(help));
  }

  private static byte[] standardInput(InputStream in) {
    try {
      return in.readNBytes(LARGEST);
    } catch (IOException e) {
      throw unreadable("standard input cannot be read", "give the name of a file");
    }
  }

  private static String text(String name, byte[] bytes) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    String text;
    try {
      text = decoder.decode(buffer).toString();
    } catch (CharacterCodingException e) {
      throw notText(name, bytes, buffer.position());
    }
    int zero = text.indexOf('\0');
    if (zero >= 0) {
      throw notText(name, bytes, zero);
    }
    // A byte order mark says nothing in UTF-8, and some editors write one.
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static Refusal notText(String name, byte[] bytes, int at) {
    int line = 1;
    for (int i = 0; i < Math.min(at, bytes.length); i++) {
      line += bytes[i] == '\n' ? 1 : 0;
    }
    Diagnostic diagnostic =
        Diagnostic.error(NOT_TEXT, name.concat(" is not a text in UTF-8"))
            .withHelp(
                "line "
                    .concat(Integer.toString(line))
                    .concat(" holds something else; save the file as UTF-8"));
    return new Refusal(ExitStatus.WRONG, List.of(diagnostic));
  }
}
