package org.tidemark.terminal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.jline.terminal.Size;
import org.jline.terminal.impl.LineDisciplineTerminal;
import org.jline.utils.Signals;

/** A conversation of the prompt with itself, on a terminal in memory. */
final class Rehearsal {
  private static final String KEYS =
      """
      rate = 5 %/year
      2 * ra\t
      sum([1,
      2, rou\tnd(3)])
      :do\t\u0015:doc sqrt
      (rate\u001b[D\u001b[D\u001b[C) +
      """
          .concat("\u0015\u001b[A\u001b[B\u0015\u001b[200~pasted = 3\u001b[201~\n")
          .concat("nothing.of.it\n\u0004");

  private static final List<String> SYSTEM_TERMINAL =
      List.of(
          "org.jline.terminal.impl.jni.JniUnixSysTerminal",
          "org.jline.utils.PumpThread",
          "org.jline.utils.NonCloseableInputStream",
          "org.jline.utils.NonCloseableOutputStream");

  private static final long BEHIND_A_TABULATOR = 50;

  private Rehearsal() {}

  static void run(
      Function<Streams, Conversation> conversations, InputStream in, PrintStream nowhere)
      throws IOException {
    Streams streams = new Streams(in, nowhere, nowhere, true);
    Path history = Files.createTempFile("history", null);
    try (LineDisciplineTerminal terminal =
        new LineDisciplineTerminal(
            "tide", "xterm-256color", OutputStream.nullOutputStream(), StandardCharsets.UTF_8)) {
      terminal.setSize(Size.of(80, 24));
      // keys that came before would be taken for lines
      terminal.enterRawMode();
      Thread typing = new Thread(() -> type(terminal), "keys");
      typing.setDaemon(true);
      typing.start();
      new EditingShell(streams, conversations.apply(streams), terminal, new HistoryFile(history))
          .converse();
      // what a terminal takes that this one stands in for
      EditingShell.terminal().ifPresent(EditingShell::close);
      Signals.unregister("WINCH", Signals.register("WINCH", () -> {}));
      for (String name : SYSTEM_TERMINAL) {
        Class.forName(name);
      }
    } catch (ClassNotFoundException e) {
      throw new IOException(e);
    } finally {
      Files.deleteIfExists(history);
    }
  }

  /**
   * A key that comes at once behind another is taken for pasted text, so some are waited behind.
   */
  private static void type(LineDisciplineTerminal terminal) {
    try {
      for (byte key : KEYS.getBytes(StandardCharsets.UTF_8)) {
        terminal.processInputByte(key == '\n' ? '\r' : key);
        if (key == '\t') {
          Thread.sleep(BEHIND_A_TABULATOR);
        }
      }
    } catch (IOException | InterruptedException closed) {
      // nothing is left to be typed
    }
  }
}
