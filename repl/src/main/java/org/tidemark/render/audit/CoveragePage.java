package org.tidemark.render.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.tidemark.render.audit.Coverage.Row;
import org.tidemark.spi.Evidence;
import org.tidemark.spi.value.ClaimValue.Verdict;
import org.tidemark.spi.value.ValueText;

/** Coverage as a page of Markdown. Nothing in it is typed in: it is counted from what ran. */
public final class CoveragePage {
  /** What such a page begins with. */
  public static final String TITLE = "# Coverage of the sources\n";

  private static final String INTRODUCTION =
      """

      Written by `tide audit --coverage`; do not edit it. Each row of the sources is a definition of
      a module `std.sources.*`, named by its id. A row is numeric where its value can be computed
      with, prose where it is words only, and empty where it is a cell that the source leaves empty.
      It is checked where a claim names it; a row that several claims check counts under each of
      their verdicts. A row without a claim is one that nothing else in the sources can be held
      against, or that nobody has checked yet.

      """;

  private static final List<Count> COUNTS = counts();

  private final StringBuilder out = new StringBuilder(TITLE).append(INTRODUCTION);
  private final Coverage coverage;

  private CoveragePage(Coverage coverage) {
    this.coverage = coverage;
  }

  private record Count(String name, Predicate<Row> counted) {}

  /** The page. */
  public static String of(Coverage coverage) {
    return new CoveragePage(coverage).write();
  }

  private static List<Count> counts() {
    List<Count> counts = new ArrayList<>();
    counts.add(new Count("rows", row -> true));
    counts.add(new Count("encoded", Row::isEncoded));
    counts.add(new Count("numeric", Row::isNumeric));
    counts.add(new Count("prose", Row::isProse));
    counts.add(new Count("empty", Row::isEmpty));
    counts.add(new Count("checked", row -> !row.checks().isEmpty()));
    for (Verdict verdict : Verdict.values()) {
      counts.add(new Count(verdict.word(), row -> row.has(verdict)));
    }
    return counts;
  }

  private String write() {
    Map<String, List<Row>> documents = grouped(coverage.rows(), Row::module);
    heading("By document", 2);
    counts("document", documents, true);
    documents.forEach(
        (module, rows) -> {
          heading(module + " by section", 2);
          counts("section", grouped(rows, Row::section), false);
        });
    if (!coverage.unknown().isEmpty()) {
      heading("Rows that claims name and no module holds", 2);
      coverage.unknown().forEach(id -> out.append("- ").append(code(id)).append('\n'));
    }
    documents.forEach(
        (module, rows) -> {
          heading(module + ", row by row", 2);
          rows(rows);
        });
    return out.toString();
  }

  private static Map<String, List<Row>> grouped(List<Row> rows, Function<Row, String> by) {
    Map<String, List<Row>> groups = new LinkedHashMap<>();
    rows.forEach(row -> groups.computeIfAbsent(by.apply(row), key -> new ArrayList<>()).add(row));
    return groups;
  }

  private void heading(String text, int level) {
    boolean first = out.length() == TITLE.length() + INTRODUCTION.length();
    out.append(first ? "" : "\n").append("#".repeat(level)).append(' ').append(text);
    out.append("\n\n");
  }

  private void counts(String of, Map<String, List<Row>> groups, boolean total) {
    out.append("| ").append(of);
    COUNTS.forEach(count -> out.append(" | ").append(count.name()));
    out.append(" |\n|---").append("|--:".repeat(COUNTS.size())).append("|\n");
    groups.forEach(this::line);
    if (total) {
      line("all", coverage.rows());
    }
  }

  private void line(String name, List<Row> rows) {
    out.append("| ").append(cell(name.isEmpty() ? "–" : name));
    for (Count count : COUNTS) {
      out.append(" | ").append(rows.stream().filter(count.counted()).count());
    }
    out.append(" |\n");
  }

  private void rows(List<Row> rows) {
    out.append("| row | value | as of | grade | section | claims |\n|---|---|---|---|---|---|\n");
    for (Row row : rows) {
      List<String> checks = new ArrayList<>();
      for (Coverage.Check check : row.checks()) {
        checks.add(code(check.module() + "." + check.name()) + ": " + check.verdict().word());
      }
      out.append("| `").append(row.id()).append("` | ").append(value(row));
      out.append(" | ").append(cell(row.asOf()));
      out.append(" | ").append(row.grade().map(Evidence.Grade::word).orElse(""));
      out.append(" | ").append(cell(row.section()));
      out.append(" | ").append(String.join("; ", checks)).append(" |\n");
    }
  }

  private static String value(Row row) {
    String text = row.value().map(ValueText::of).orElse("no value");
    return row.isProse() ? "prose: " + cell(text) : cell(text);
  }

  /** A name, as it is, on one line; a script may have given it. */
  private static String code(String name) {
    return "`" + onOneLine(name).replace('`', '\'').replace("|", "\\|") + "`";
  }

  private static String onOneLine(String text) {
    return text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
  }

  /** A text that stays in its cell and is not taken for markup. */
  private static String cell(String text) {
    StringBuilder cell = new StringBuilder();
    for (char c : onOneLine(text).toCharArray()) {
      boolean markup =
          c == '|' || c == '<' || c == '_' || c == '*' || c == '`' || c == '[' || c == '\\';
      cell.append(markup ? "\\" : "").append(c);
    }
    return cell.toString();
  }
}
