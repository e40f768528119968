package org.tidemark.spi;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads tables from files with certain endings: {@code read("prices.tsv", { year: date, price:
 * USD/GB })}. It gives cells as texts; the language makes dates and quantities of them, in the
 * units that the script declares, and says where that cannot be.
 */
public interface TableReader {
  /** The endings of its files, {@code "tsv"}, in small letters. */
  List<String> endings();

  /** What it reads, in one sentence. */
  String doc();

  /**
   * The table in a file.
   *
   * @param bytes the whole file
   * @throws IOException where the file is not of its sort; the message says why and where, in words
   *     that fit behind "cannot be read as a table:"
   */
  Cells read(byte[] bytes) throws IOException;

  /**
   * Cells of a file.
   *
   * @param columns their names
   * @param rows each with its place in the file and as many cells as there are columns; an empty
   *     one is a value that is missing
   */
  record Cells(List<String> columns, List<Row> rows) {
    /** Copies its lists. */
    public Cells {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
    }
  }

  /**
   * A row.
   *
   * @param line where it stands in the file, from 1
   * @param cells as texts
   */
  record Row(long line, List<String> cells) {
    /** Copies its list; a cell that is null is empty. */
    public Row {
      List<String> copy = new ArrayList<>(cells.size());
      for (String cell : cells) {
        copy.add(cell == null ? "" : cell);
      }
      cells = List.copyOf(copy);
    }
  }
}
