package org.tidemark.terminal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jline.reader.EndOfFileException;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.InfoCmp;
import org.jline.utils.InfoCmp.Capability;
import org.jline.utils.Signals;

/** Talks to somebody at a terminal that can be edited on. */
final class EditingShell {
  /** Which of the library's ways to a terminal is taken; there is no need to try the others. */
  static final String PROVIDER = "jni";

  private static final int COLOURS = 8;
  private static final String CLEAR_TO_END_OF_LINE = "\u001b[K";

  private final Streams streams;
  private final Conversation conversation;
  private final Terminal terminal;
  private final HistoryFile history;
  private final Editor editor;
  private final AnswerText text;

  /**
   * A shell that has yet to begin.
   *
   * @param terminal of the conversation
   * @param history where entries are kept
   */
  EditingShell(Streams streams, Conversation conversation, Terminal terminal, HistoryFile history) {
    this.streams = streams;
    this.conversation = conversation;
    this.terminal = terminal;
    this.history = history;
    boolean colour = hasColour(terminal);
    this.editor = new Editor(terminal, conversation, new Palette(colour), history);
    this.text =
        new AnswerText(new ScreenPager(terminal, streams), new Ink(colour), terminal::getColumns);
  }

  /** The terminal of this process; absent where it does not let itself be edited on. */
  static Optional<Terminal> terminal() {
    String type = System.getenv("TERM");
    String known = type == null ? null : InfoCmp.getDefaultInfoCmp(type);
    if (known != null) {
      // asking the system would take a process
      InfoCmp.setLoadedInfoCmp(type, known);
    }
    try {
      return Optional.of(
          TerminalBuilder.builder()
              .name("tide")
              .system(true)
              .dumb(false)
              .provider(PROVIDER)
              .nativeSignals(false)
              .graphemeCluster(false)
              .encoding(StandardCharsets.UTF_8)
              .stdinEncoding(StandardCharsets.UTF_8)
              .stdoutEncoding(StandardCharsets.UTF_8)
              .build());
    } catch (IOException | IllegalStateException | LinkageError unsuitable) {
      return Optional.empty();
    }
  }

  /**
   * Hands the system's signals to the terminal, once. The library would take a handler away before
   * it sets the next one, with each line that it reads, and a Ctrl-C in between ends the process.
   */
  private static void listen(Terminal terminal) {
    for (Terminal.Signal signal :
        List.of(Terminal.Signal.INT, Terminal.Signal.WINCH, Terminal.Signal.CONT)) {
      Signals.register(signal.name(), () -> terminal.raise(signal));
    }
  }

  private static boolean hasColour(Terminal terminal) {
    String refused = System.getenv("NO_COLOR");
    Integer colours = terminal.getNumericCapability(Capability.max_colors);
    return (refused == null || refused.isEmpty()) && colours != null && colours >= COLOURS;
  }

  /** Talks until somebody leaves; the terminal stays open. */
  void converse() {
    // what is typed while something runs is read later and not shown twice
    terminal.enterRawMode();
    Editor.keepSignals(terminal);
    // what was typed before that has been shown, and is shown again as part of the first entry
    streams.result("\r".concat(CLEAR_TO_END_OF_LINE));
    terminal.handle(Terminal.Signal.INT, pressed -> conversation.stop());
    listen(terminal);
    Thread restore = new Thread(this::restore, "terminal");
    Runtime.getRuntime().addShutdownHook(restore);
    int refusals = 0;
    boolean stays = true;
    while (stays) {
      try {
        String entry = editor.readLine(Signs.FIRST);
        refusals = 0;
        history.save();
        tellTrouble();
        stays = conversation.answer(entry, text);
      } catch (UserInterruptException pressed) {
        refusals = pressed.getPartialLine().isBlank() ? refusals + 1 : 0;
        if (refusals == 2) {
          streams.say(Signs.HINT);
        }
      } catch (EndOfFileException left) {
        stays = false;
      }
    }
    Runtime.getRuntime().removeShutdownHook(restore);
  }

  static void close(Terminal terminal) {
    try {
      terminal.close();
    } catch (IOException gone) {
      // nobody is left to tell
    }
  }

  private void tellTrouble() {
    String trouble = history.trouble();
    if (!trouble.isEmpty()) {
      streams.say(trouble);
    }
  }

  /** Leaves the terminal as it was found, also when this process is told to end. */
  private void restore() {
    terminal.writer().write(LineReaderImpl.BRACKETED_PASTE_OFF);
    terminal.writer().println();
    terminal.flush();
    close(terminal);
  }
}
