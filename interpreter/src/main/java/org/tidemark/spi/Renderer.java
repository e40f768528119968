package org.tidemark.spi;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.tidemark.spi.plot.Chart;
import org.tidemark.spi.value.Value;

/** Writes the results of a run in a format of its own: {@code tide run FILE --format NAME}. */
public interface Renderer {
  /** The name of the format. */
  String name();

  /** What it is for, in one sentence. */
  String doc();

  /**
   * Writes the results.
   *
   * @throws IOException only where the stream throws it
   */
  void render(Results results, OutputStream out) throws IOException;

  /**
   * What a run gave.
   *
   * @param script the name of the script
   * @param shown what was shown and plotted, in the order of the script
   * @param verdicts asserts, tests, claims and predictions
   * @param messages errors and warnings
   */
  record Results(String script, List<Shown> shown, List<Verdict> verdicts, List<Message> messages) {
    /** Copies its lists. */
    public Results {
      shown = List.copyOf(shown);
      verdicts = List.copyOf(verdicts);
      messages = List.copyOf(messages);
    }
  }

  /**
   * A result.
   *
   * @param name its label, or the expression as written
   * @param value itself; of a plot, its chart
   * @param text the value as one line
   * @param chart of a plot
   */
  record Shown(String name, Value value, String text, Optional<Chart> chart) {}

  /**
   * Something that held or did not.
   *
   * @param sort {@code "assert"}, {@code "claim"} or {@code "prediction"}
   * @param title its message or title
   * @param outcome in a word, {@code "passed"}
   */
  record Verdict(String sort, String title, String outcome) {}

  /**
   * An error or a warning.
   *
   * @param code stable, {@code "E0301"}
   * @param error whether it is an error
   * @param text in one line
   * @param line of the script, from 1; 0 where it has no place
   */
  record Message(String code, boolean error, String text, int line) {}
}
