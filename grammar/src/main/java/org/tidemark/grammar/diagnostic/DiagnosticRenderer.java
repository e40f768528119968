package org.tidemark.grammar.diagnostic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.tidemark.grammar.source.SourceText;
import org.tidemark.grammar.source.Unseen;

/**
 * Shows a diagnostic with the lines that it is about:
 *
 * <pre>
 * error[E0301]: cannot add USD/GB and EB
 *   --&gt; model.tide:4:15
 *    |
 *  4 | total = price + volume
 *    |         ----- ^ ------ information (EB)
 *    |         |
 *    |         money / information (USD/GB)
 *    = help: multiply them for a revenue: price * volume
 * </pre>
 */
public final class DiagnosticRenderer {
  private static final String RESET = "\u001b[0m";
  private static final String BOLD = "\u001b[1m";
  private static final String RED = "\u001b[1;31m";
  private static final String YELLOW = "\u001b[1;33m";
  private static final String CYAN = "\u001b[1;36m";
  private static final String BLUE = "\u001b[1;34m";

  private final Diagnostic diagnostic;
  private final boolean colour;
  private final StringBuilder out = new StringBuilder();
  private int gutter = 1;

  private DiagnosticRenderer(Diagnostic diagnostic, boolean colour) {
    this.diagnostic = diagnostic;
    this.colour = colour;
  }

  /**
   * The diagnostic as lines of text, each ended by a newline.
   *
   * @param colour whether to colour it for a terminal
   */
  public static String render(Diagnostic diagnostic, boolean colour) {
    DiagnosticRenderer renderer = new DiagnosticRenderer(diagnostic, colour);
    renderer.render();
    return renderer.out.toString();
  }

  private void render() {
    out.append(
        paint(severityColour(), diagnostic.severity().word() + "[" + diagnostic.code() + "]"));
    out.append(paint(BOLD, ": " + visible(diagnostic.message()))).append('\n');
    if (diagnostic.location().isPresent()) {
      excerpts();
    }
    for (String help : diagnostic.help()) {
      out.append(" ".repeat(gutter + 2))
          .append(paint(BLUE, "="))
          .append(' ')
          .append(paint(CYAN, "help"))
          .append(": ")
          .append(visible(help))
          .append('\n');
    }
  }

  private String severityColour() {
    return switch (diagnostic.severity()) {
      case ERROR -> RED;
      case WARNING -> YELLOW;
      case NOTE -> CYAN;
    };
  }

  private void excerpts() {
    List<Mark> marks = new ArrayList<>();
    Mark main = Mark.of(diagnostic.location().orElseThrow(), true, diagnostic.note());
    marks.add(main);
    for (Label label : diagnostic.labels()) {
      marks.add(Mark.of(label.location(), false, label.text()));
    }
    int highest = 0;
    for (Mark mark : marks) {
      highest = Math.max(highest, mark.line());
    }
    gutter = String.valueOf(highest).length();
    List<SourceText> sources = new ArrayList<>();
    for (Mark mark : marks) {
      if (!sources.contains(mark.source())) {
        sources.add(mark.source());
      }
    }
    for (SourceText source : sources) {
      List<Mark> here = new ArrayList<>();
      for (Mark mark : marks) {
        if (mark.source() == source) {
          here.add(mark);
        }
      }
      Mark first = here.get(0);
      String arrow = source == main.source() ? "-->" : ":::";
      int column = source.column(source.lineStart(first.line()) + first.from());
      out.append(" ".repeat(gutter + 1))
          .append(paint(BLUE, arrow))
          .append(' ')
          .append(visible(source.name()))
          .append(':')
          .append(first.line())
          .append(':')
          .append(column)
          .append('\n');
      lines(source, here);
    }
  }

  private void lines(SourceText source, List<Mark> marks) {
    marks.sort(Comparator.comparingInt(Mark::line));
    gutterLine("", "");
    int last = 0;
    int i = 0;
    while (i < marks.size()) {
      int line = marks.get(i).line();
      if (last > 0 && line == last + 2) {
        numberedLine(source, last + 1, List.of());
      } else if (last > 0 && line > last + 1) {
        out.append(paint(BLUE, "...")).append('\n');
      }
      int behind = i;
      while (behind < marks.size() && marks.get(behind).line() == line) {
        behind++;
      }
      numberedLine(source, line, marks.subList(i, behind));
      last = line;
      i = behind;
    }
  }

  private void numberedLine(SourceText source, int line, List<Mark> marks) {
    int from = Integer.MAX_VALUE;
    int to = 0;
    for (Mark mark : marks) {
      // Where not all marks fit into the window, the one that the message is about must.
      from = mark.primary() ? Math.min(from, mark.from()) : from;
      to = Math.max(to, mark.to());
    }
    if (from == Integer.MAX_VALUE) {
      from = marks.isEmpty() ? 0 : marks.get(0).from();
    }
    DisplayLine shown = DisplayLine.of(source.lineText(line), from, to);
    gutterLine(String.valueOf(line), shown.shown());
    if (!marks.isEmpty()) {
      underline(shown, marks);
    }
  }

  private void underline(DisplayLine line, List<Mark> marks) {
    List<Mark> fromRight = new ArrayList<>(marks);
    fromRight.sort(Comparator.comparingInt(Mark::from).reversed());
    Canvas underlines = new Canvas();
    int rightEnd = 0;
    for (Mark mark : fromRight) {
      if (!mark.primary()) {
        draw(underlines, line, mark);
      }
      rightEnd = Math.max(rightEnd, end(line, mark));
    }
    for (Mark mark : fromRight) {
      if (mark.primary()) {
        draw(underlines, line, mark);
      }
    }
    // The last one has its words beside it, the others below.
    Mark last = fromRight.get(0);
    boolean beside = !last.text().isEmpty() && end(line, last) == rightEnd;
    List<Mark> below = new ArrayList<>();
    for (Mark mark : fromRight) {
      if (!mark.text().isEmpty() && !(beside && mark == last)) {
        below.add(mark);
      }
    }
    if (beside) {
      underlines.put(rightEnd + 1, visible(last.text()), colourOf(last));
    }
    gutterLine("", underlines.paint(colour));
    if (below.isEmpty()) {
      return;
    }
    gutterLine("", connectors(line, below, 0).paint(colour));
    for (int i = 0; i < below.size(); i++) {
      Canvas words = connectors(line, below, i + 1);
      Mark mark = below.get(i);
      words.put(line.column(mark.from()), visible(mark.text()), colourOf(mark));
      gutterLine("", words.paint(colour));
    }
  }

  private Canvas connectors(DisplayLine line, List<Mark> marks, int from) {
    Canvas canvas = new Canvas();
    for (int i = from; i < marks.size(); i++) {
      canvas.put(line.column(marks.get(i).from()), "|", colourOf(marks.get(i)));
    }
    return canvas;
  }

  private void draw(Canvas canvas, DisplayLine line, Mark mark) {
    int start = line.column(mark.from());
    String sign = mark.primary() ? "^" : "-";
    canvas.put(start, sign.repeat(end(line, mark) - start), colourOf(mark));
  }

  private static int end(DisplayLine line, Mark mark) {
    return Math.max(line.column(mark.from()) + 1, line.column(mark.to()));
  }

  private String colourOf(Mark mark) {
    return mark.primary() ? severityColour() : BLUE;
  }

  private void gutterLine(String number, String content) {
    String left = " " + " ".repeat(gutter - number.length()) + number + " |";
    out.append(paint(BLUE, left));
    if (!content.isEmpty()) {
      out.append(' ').append(content);
    }
    out.append('\n');
  }

  private String paint(String code, String text) {
    return colour ? code + text + RESET : text;
  }

  /** Words may quote a script, and a script may hold anything; a terminal shall not obey it. */
  private static String visible(String text) {
    StringBuilder clean = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Unseen.is(c)) {
        if (clean == null) {
          clean = new StringBuilder(text.substring(0, i));
        }
        clean.append(c == '\n' || c == '\t' || c == '\r' ? ' ' : '\uFFFD');
      } else if (clean != null) {
        clean.append(c);
      }
    }
    return clean == null ? text : clean.toString();
  }

  /** A line on which stretches are painted over each other. */
  private static final class Canvas {
    private final StringBuilder text = new StringBuilder();
    private final List<String> colours = new ArrayList<>();

    void put(int column, String words, String code) {
      while (text.length() < column) {
        text.append(' ');
        colours.add("");
      }
      for (int i = 0; i < words.length(); i++) {
        int at = column + i;
        if (at < text.length()) {
          text.setCharAt(at, words.charAt(i));
          colours.set(at, code);
        } else {
          text.append(words.charAt(i));
          colours.add(code);
        }
      }
    }

    String paint(boolean colour) {
      if (!colour) {
        return text.toString();
      }
      StringBuilder painted = new StringBuilder();
      String current = "";
      for (int i = 0; i < text.length(); i++) {
        String wanted = colours.get(i);
        if (!wanted.equals(current)) {
          painted.append(current.isEmpty() ? "" : RESET).append(wanted);
          current = wanted;
        }
        painted.append(text.charAt(i));
      }
      return painted.append(current.isEmpty() ? "" : RESET).toString();
    }
  }
}
