package org.tidemark.terminal;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.tidemark.session.Session;

/** The prompt: entries are read, answered by a session, and the answers shown. */
public final class Prompt {
  private final Streams streams;
  private final Supplier<Session> sessions;
  private final Consumer<Throwable> bugs;

  /**
   * A prompt that has yet to begin.
   *
   * @param streams where it is read from and written to
   * @param sessions makes the session, on the thread that evaluates
   * @param bugs takes what goes wrong in Tidemark itself
   */
  public Prompt(Streams streams, Supplier<Session> sessions, Consumer<Throwable> bugs) {
    this.streams = streams;
    this.sessions = sessions;
    this.bugs = bugs;
  }

  /** Reads entries from a file or a pipe until it ends, without prompting for them. */
  public void readAll() {
    new PlainShell(streams, new Conversation(sessions, streams, bugs)).readAll();
  }

  /**
   * Talks to somebody at the terminal of this process until they leave.
   *
   * @param greeting the first line
   */
  public void converse(String greeting) {
    streams.result(greeting.concat("\n"));
    Conversation conversation = new Conversation(sessions, streams, bugs);
    String type = System.getenv("TERM");
    boolean plain = type == null || type.isEmpty() || type.startsWith("dumb");
    if (plain || !EditingShell.converse(streams, conversation)) {
      new PlainShell(streams, conversation).converse();
    }
  }
}
