package org.tidemark.spi;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Set;
import org.tidemark.spi.value.Value;

/**
 * Writes what scripts export to files with certain endings: {@code export "runs.md" = table}. A
 * file is written whole or not at all.
 */
public interface ValueWriter {
  /** What can be exported. */
  enum Takes {
    /** Tables, and what stands for one. */
    TABLES,
    /** Any other value. */
    VALUES,
    /** Plots; their value is a {@link org.tidemark.spi.plot.Chart}. */
    PLOTS
  }

  /** The endings of its files, {@code "md"}, in small letters. */
  List<String> endings();

  /** What it writes, in one sentence. */
  String doc();

  /** What it takes. */
  Set<Takes> takes();

  /**
   * Writes a value.
   *
   * @throws Problem where this value cannot be written so
   * @throws IOException only where the stream throws it
   */
  void write(Value value, OutputStream out) throws IOException;
}
