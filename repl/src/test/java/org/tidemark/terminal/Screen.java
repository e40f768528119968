package org.tidemark.terminal;

import java.util.ArrayList;
import java.util.List;
import org.jline.terminal.Size;
import org.jline.utils.ScreenTerminal;

/** What a terminal shows: turns the bytes that a program writes into lines and a cursor. */
final class Screen {
  private final ScreenTerminal terminal;
  private int columns;
  private int rows;

  Screen(int columns, int rows) {
    this.terminal = new ScreenTerminal(columns, rows);
    this.columns = columns;
    this.rows = rows;
  }

  /** Takes output; what the terminal answers to it, where it is asked something. */
  synchronized String write(String output) {
    terminal.write(output);
    return terminal.read();
  }

  synchronized void resize(int columns, int rows) {
    terminal.setSize(Size.of(columns, rows));
    this.columns = columns;
    this.rows = rows;
  }

  /** All lines from the first that was ever shown to that of the cursor and below. */
  synchronized List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (long[] row : terminal.getHistory()) {
      lines.add(text(row, 0, row.length));
    }
    long[] cells = new long[columns * rows];
    terminal.dump(cells, new int[2]);
    for (int y = 0; y < rows; y++) {
      lines.add(text(cells, y * columns, columns));
    }
    return lines;
  }

  /** The number of the cursor's line among all lines. */
  synchronized int cursorLine() {
    return terminal.getHistorySize() + cursor()[1];
  }

  /** The cursor's column, from 0. */
  synchronized int cursorColumn() {
    return cursor()[0];
  }

  /** The cells of a line among all lines, with colours and the like. */
  synchronized long[] cells(int line) {
    int above = terminal.getHistorySize();
    if (line < above) {
      return terminal.getHistory().get(line);
    }
    long[] cells = new long[columns * rows];
    terminal.dump(cells, new int[2]);
    long[] row = new long[columns];
    System.arraycopy(cells, (line - above) * columns, row, 0, columns);
    return row;
  }

  private int[] cursor() {
    int[] cursor = new int[2];
    terminal.dump(new long[columns * rows], cursor);
    return cursor;
  }

  private static String text(long[] cells, int from, int count) {
    StringBuilder line = new StringBuilder();
    for (int i = from; i < from + count; i++) {
      int character = ScreenTerminal.cellCodePoint(cells[i]);
      if (character != 0) {
        line.appendCodePoint(character);
      }
    }
    return line.toString().stripTrailing();
  }
}
