package org.tidemark.terminal;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.terminal.impl.PosixSysTerminal;
import org.tidemark.session.Session;

/** A conversation of the prompt with itself, on a pseudo-terminal. */
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

  private Rehearsal() {}

  static void run(Supplier<Session> sessions) throws IOException {
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), true);
    Streams streams = new Streams(InputStream.nullInputStream(), nowhere, nowhere, true);
    Path history = Files.createTempFile("history", null);
    try (Terminal terminal =
        TerminalBuilder.builder()
            .system(false)
            .provider("jni")
            .type("xterm-256color")
            .graphemeCluster(false)
            .encoding(StandardCharsets.UTF_8)
            .size(Size.of(80, 24))
            .streams(new Keys(), OutputStream.nullOutputStream())
            .build()) {
      // the one that this stands in for
      Class.forName(PosixSysTerminal.class.getName());
      Conversation conversation =
          new Conversation(sessions, streams, exports -> List.of(), bug -> {});
      conversation.session();
      new EditingShell(streams, conversation, terminal, new HistoryFile(history)).converse();
    } catch (ClassNotFoundException e) {
      throw new IOException(e);
    } finally {
      Files.deleteIfExists(history);
    }
  }

  /** Somebody who types: a key that comes at once behind another is taken for pasted text. */
  private static final class Keys extends InputStream {
    private static final long BEHIND_A_TABULATOR = 50;

    private int typed;

    @Override
    public int read() throws IOException {
      if (typed == KEYS.length()) {
        return -1;
      }
      char key = KEYS.charAt(typed);
      if (typed > 0 && KEYS.charAt(typed - 1) == '\t') {
        try {
          Thread.sleep(BEHIND_A_TABULATOR);
        } catch (InterruptedException e) {
          throw new InterruptedIOException();
        }
      }
      typed++;
      return key == '\n' ? '\r' : key;
    }

    @Override
    public int read(byte[] keys, int offset, int length) throws IOException {
      int key = read();
      if (key < 0) {
        return -1;
      }
      keys[offset] = (byte) key;
      return 1;
    }
  }
}
