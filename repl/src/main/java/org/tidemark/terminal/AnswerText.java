package org.tidemark.terminal;

import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.tidemark.render.ClaimText;
import org.tidemark.render.PlainText;
import org.tidemark.render.PredictionText;
import org.tidemark.render.ResultText;
import org.tidemark.render.chart.Colours;
import org.tidemark.render.chart.TerminalChart;
import org.tidemark.session.Part;
import org.tidemark.spi.plot.Chart;
import org.tidemark.spi.value.OneLine;
import org.tidemark.spi.value.Value;
import org.tidemark.spi.value.ValueText;

/** Shows the parts of answers as text. */
final class AnswerText {
  /** The width of lines where nothing says how wide the terminal is. */
  private static final int USUAL_COLUMNS = 100;

  private static final int CHART_ROWS = 20;

  private final Pager pager;
  private final Ink ink;
  private final IntSupplier columns;

  /**
   * Answers on a terminal.
   *
   * @param columns its width
   */
  AnswerText(Pager pager, Ink ink, IntSupplier columns) {
    this.pager = pager;
    this.ink = ink;
    this.columns = columns;
  }

  /** Answers in a file, a pipe or on a terminal that has neither colour nor keys. */
  static AnswerText plain(Streams streams) {
    return new AnswerText(streams::result, new Ink(false), () -> USUAL_COLUMNS);
  }

  /** Shows a part that is no problem. */
  void show(Part part) {
    pager.show(of(part));
  }

  private String of(Part part) {
    if (part instanceof Part.Result result && result.shown().value() instanceof Chart chart) {
      return chart(chart);
    }
    if (part instanceof Part.Result result) {
      return ResultText.of(result.shown(), columns.getAsInt());
    }
    if (part instanceof Part.Claims claims) {
      return ClaimText.of(claims.claims(), columns.getAsInt() - 1);
    }
    if (part instanceof Part.Predictions predictions) {
      return PredictionText.of(predictions.predictions());
    }
    if (part instanceof Part.Change change) {
      return change(change);
    }
    if (part instanceof Part.Text text) {
      String lines = Reflow.lines(PlainText.lines(text.lines()), columns.getAsInt() - 1);
      return lines.isEmpty() || lines.endsWith("\n") ? lines : lines.concat("\n");
    }
    if (part instanceof Part.Page page) {
      return PageText.of(page.documentation(), ink, columns.getAsInt() - 1);
    }
    if (part instanceof Part.Tree tree) {
      return DerivationText.of(tree.derivation(), ink, columns.getAsInt());
    }
    return "";
  }

  private String chart(Chart chart) {
    Colours colours = ink.marks() ? Colours.ANSI : Colours.NONE;
    List<String> lines = TerminalChart.of(chart, columns.getAsInt() - 1, CHART_ROWS, colours);
    return String.join("\n", lines).concat("\n");
  }

  private String change(Part.Change change) {
    String before = OneLine.of(change.name()).strip() + ": " + text(change.before());
    String after = "→ " + text(change.after()) + "\n";
    boolean fits = before.length() + after.length() <= columns.getAsInt();
    return before + (fits ? " " : "\n  ") + after;
  }

  private static String text(Optional<Value> value) {
    return value.map(ValueText::of).map(OneLine::of).orElse("no value");
  }
}
