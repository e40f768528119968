package org.tidemark.terminal;

import java.io.IOException;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;

/**
 * Shows a screenful at a time. Whoever pastes a script is not asked for keys, since the next one is
 * part of the script.
 */
final class ScreenPager implements Pager {
  private static final String MORE = "-- more: space for a page, Enter for a line, q to stop --";
  private static final long PASTE_GAP = 10;

  private final Terminal terminal;
  private final Streams streams;

  ScreenPager(Terminal terminal, Streams streams) {
    this.terminal = terminal;
    this.streams = streams;
  }

  @Override
  public void show(String lines) {
    Size size = terminal.getSize();
    int room = size.getRows() - 1;
    if (room < 2 || rows(lines, size) <= room || moreWaits()) {
      streams.result(lines);
      return;
    }
    Attributes before = terminal.enterRawMode();
    try {
      page(lines.split("\n", -1), size, room);
    } finally {
      terminal.setAttributes(before);
    }
  }

  private void page(String[] lines, Size size, int room) {
    int left = room;
    int count = lines[lines.length - 1].isEmpty() ? lines.length - 1 : lines.length;
    for (int i = 0; i < count; i++) {
      int rows = rows(lines[i], size);
      if (left < rows) {
        int key = ask();
        if (key == 'q' || key == 'Q' || key < 0 || key == 3 || key == 4) {
          return;
        }
        left = key == '\r' || key == '\n' ? rows : room;
      }
      streams.result(lines[i].concat("\n"));
      left -= rows;
    }
  }

  private int ask() {
    streams.result(MORE);
    int key;
    try {
      key = terminal.reader().read();
    } catch (IOException e) {
      key = -1;
    }
    streams.result("\r".concat(" ".repeat(MORE.length())).concat("\r"));
    return key;
  }

  private boolean moreWaits() {
    try {
      return terminal.reader().peek(PASTE_GAP) >= 0;
    } catch (IOException e) {
      return false;
    }
  }

  /** How many rows of the screen text takes, escape sequences aside. */
  private static int rows(String text, Size size) {
    int rows = 0;
    String seen = text.replaceAll("\u001b\\[[0-9;]*m", "");
    int count = seen.endsWith("\n") ? seen.length() - 1 : seen.length();
    for (String line : seen.substring(0, count).split("\n", -1)) {
      rows += Math.max(1, (line.length() + size.getColumns() - 1) / Math.max(1, size.getColumns()));
    }
    return rows;
  }
}
