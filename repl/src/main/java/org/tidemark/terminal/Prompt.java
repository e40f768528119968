package org.tidemark.terminal;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jline.terminal.Terminal;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.model.Exported;
import org.tidemark.render.progress.ProgressDisplay;
import org.tidemark.session.Session;

/** The prompt: entries are read, answered by a session, and the answers shown. */
public final class Prompt {
  private final Streams streams;
  private final Supplier<Session> sessions;
  private final Function<List<Exported>, List<Diagnostic>> exports;
  private final Consumer<Throwable> bugs;
  private final boolean progress;

  /**
   * A prompt that has yet to begin.
   *
   * @param streams where it is read from and written to
   * @param sessions makes the session, on the thread that evaluates
   * @param exports writes files; says what could not be written
   * @param bugs takes what goes wrong in Tidemark itself
   * @param progress whether it is shown how far long work has come
   */
  public Prompt(
      Streams streams,
      Supplier<Session> sessions,
      Function<List<Exported>, List<Diagnostic>> exports,
      Consumer<Throwable> bugs,
      boolean progress) {
    this.streams = streams;
    this.sessions = sessions;
    this.exports = exports;
    this.bugs = bugs;
    this.progress = progress;
  }

  /** Reads entries from a file or a pipe until it ends, without prompting for them. */
  public void readAll() {
    plain(new Conversation(sessions, streams, exports, bugs)).readAll();
  }

  /**
   * Talks to somebody at the terminal of this process until they leave.
   *
   * @param greeting the first line
   */
  public void converse(String greeting) {
    streams.result(greeting.concat("\n"));
    Conversation conversation = new Conversation(sessions, streams, exports, bugs);
    String type = System.getenv("TERM");
    boolean plain = type == null || type.isEmpty() || type.startsWith("dumb");
    Optional<Terminal> terminal = plain ? Optional.empty() : EditingShell.terminal();
    if (terminal.isPresent()) {
      HistoryFile history = new HistoryFile(HistoryFile.place());
      if (progress) {
        conversation.tell(
            ProgressDisplay.inPlace(streams::result, System::nanoTime, terminal.get()::getColumns));
      }
      new EditingShell(streams, conversation, terminal.get(), history).converse();
      EditingShell.close(terminal.get());
    } else {
      plain(conversation).converse();
    }
  }

  private PlainShell plain(Conversation conversation) {
    if (progress) {
      conversation.tell(ProgressDisplay.lines(streams::aside, System::nanoTime));
    }
    return new PlainShell(streams, conversation);
  }

  /**
   * Does on a terminal that nobody sees what a conversation usually does, so that the classes for
   * it are loaded while the launcher records which are needed.
   */
  public void rehearse() throws IOException {
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), true);
    Rehearsal.run(quiet -> new Conversation(sessions, quiet, exports, bugs), streams.in(), nowhere);
  }
}
