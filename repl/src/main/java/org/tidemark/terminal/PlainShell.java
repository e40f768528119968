package org.tidemark.terminal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jline.utils.Signals;

/**
 * Reads whole lines as they come, for pipes and for terminals that cannot move their cursor. Only
 * signals of such a terminal need the terminal library; for pipes it is not loaded.
 */
final class PlainShell {
  private final Streams streams;
  private final Conversation conversation;
  private final AnswerText text;
  private volatile boolean given;
  private volatile boolean dropped;
  private int refusals;

  PlainShell(Streams streams, Conversation conversation) {
    this.streams = streams;
    this.conversation = conversation;
    this.text = AnswerText.plain(streams);
  }

  /** Answers everything there is to read. */
  void readAll() {
    read(false);
  }

  /** Prompts for entries until somebody leaves. */
  void converse() {
    Object previous = Signals.register("INT", this::interrupted);
    try {
      read(true);
    } finally {
      Signals.unregister("INT", previous);
    }
  }

  private void read(boolean prompts) {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(streams.in(), StandardCharsets.UTF_8));
    StringBuilder entry = new StringBuilder();
    while (!streams.out().checkError()) {
      if (prompts) {
        streams.result(entry.length() == 0 ? Signs.FIRST : Signs.NEXT);
      }
      given = entry.length() > 0;
      String line = next(lines);
      if (dropped) {
        // the terminal has thrown away the line that was begun, and these went before it
        dropped = false;
        entry.setLength(0);
      }
      if (line == null) {
        if (prompts) {
          streams.result("\n");
        }
        conversation.answer(entry.toString(), text);
        return;
      }
      refusals = 0;
      entry.append(entry.length() == 0 ? "" : "\n").append(line);
      if (!Entries.goesOn(entry.toString())) {
        String whole = entry.toString();
        entry.setLength(0);
        if (!conversation.answer(whole, text)) {
          return;
        }
      }
    }
  }

  private void interrupted() {
    if (conversation.isRunning()) {
      conversation.stop();
      return;
    }
    dropped = true;
    refusals = given ? 0 : refusals + 1;
    given = false;
    streams.result("\n".concat(refusals > 1 ? Signs.HINT.concat("\n") : "").concat(Signs.FIRST));
  }

  private static String next(BufferedReader lines) {
    try {
      return lines.readLine();
    } catch (IOException e) {
      return null;
    }
  }
}
