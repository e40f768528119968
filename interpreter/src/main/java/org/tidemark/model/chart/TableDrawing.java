package org.tidemark.model.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tidemark.check.PlotWishes;
import org.tidemark.check.PlotWishes.Form;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.spi.Problem;
import org.tidemark.spi.plot.Axis;
import org.tidemark.spi.plot.Chart;
import org.tidemark.spi.plot.Coordinates;
import org.tidemark.spi.plot.Mark;
import org.tidemark.spi.plot.Series;
import org.tidemark.spi.value.TableValue;

/**
 * A table: its first column across, the numbers of the others up. Columns called {@code x_low} and
 * {@code x_high} are a band around {@code x}; a column of names makes a series of each name;
 * numbers over a complete grid of two others are a map.
 */
final class TableDrawing {
  /** Names of series that a legend still tells apart. */
  private static final int MOST_SERIES = 30;

  private static final String LOW = "low";
  private static final String HIGH = "high";

  private final String name;
  private final PlotWishes wishes;
  private final List<Column> columns = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  private TableDrawing(String name, TableValue table, PlotWishes wishes) {
    this.name = name;
    this.wishes = wishes;
    for (String column : table.columns()) {
      columns.add(Column.of(column, table.column(column)));
    }
  }

  static Chart of(String name, TableValue table, PlotWishes wishes) {
    if (table.rows().isEmpty()) {
      throw Problem.of("E0558", "there is nothing to draw of " + name + ": the table has no rows")
          .withHelp("check what it is filtered by");
    }
    return new TableDrawing(name, table, wishes).draw();
  }

  private Chart draw() {
    Column first = columns.get(0);
    List<Column> rest = columns.subList(1, columns.size());
    List<Column> numbers = rest.stream().filter(Column::isOfNumbers).toList();
    List<Column> names = rest.stream().filter(c -> c.sort() == Column.Sort.NAMES).toList();
    if (numbers.isEmpty() || first.sort() == Column.Sort.OTHER) {
      throw Problem.of("E0551", "there is no column of numbers to draw in " + name)
          .withHelp("a chart takes the first column across and the numbers of the others up");
    }
    if (first.sort() == Column.Sort.NAMES) {
      boolean repeated = new HashSet<>(first.names()).size() < first.names().size();
      return repeated && numbers.size() > 1
          ? lines(numbers.get(0), numbers.subList(1, numbers.size()), Optional.of(first))
          : bars(first, numbers);
    }
    if (names.isEmpty() && numbers.size() == 2 && isGrid(first, numbers.get(0))) {
      return map(first, numbers.get(0), numbers.get(1));
    }
    Optional<Column> group =
        names.stream().filter(c -> new HashSet<>(c.names()).size() < c.names().size()).findFirst();
    return lines(first, numbers, group);
  }

  // ---- a map

  private static boolean isGrid(Column x, Column y) {
    Set<Double> across = distinct(x);
    Set<Double> up = distinct(y);
    if (across.size() < 2 || up.size() < 2 || x.gaps() + y.gaps() > 0) {
      return false;
    }
    Set<List<Double>> pairs = new HashSet<>();
    for (int i = 0; i < x.numbers().length; i++) {
      pairs.add(List.of(x.numbers()[i], y.numbers()[i]));
    }
    return pairs.size() == x.numbers().length && pairs.size() == across.size() * up.size();
  }

  private static Set<Double> distinct(Column column) {
    Set<Double> values = new TreeSet<>();
    Arrays.stream(column.numbers()).filter(v -> !Double.isNaN(v)).forEach(values::add);
    return values;
  }

  private Chart map(Column x, Column y, Column value) {
    List<Double> across = List.copyOf(distinct(x));
    List<Double> up = List.copyOf(distinct(y));
    double[] cells = new double[across.size() * up.size()];
    for (int i = 0; i < x.numbers().length; i++) {
      int column = across.indexOf(x.numbers()[i]);
      int row = up.indexOf(y.numbers()[i]);
      cells[row * across.size() + column] = value.numbers()[i];
    }
    if (value.gaps() > 0) {
      notes.add(NumbersDrawing.gaps(value));
    }
    Mark map =
        new Mark.Cells(
            Coordinates.of(across),
            Coordinates.of(up),
            Coordinates.of(cells),
            value.axis(value.name()));
    return new Chart(
        "",
        x.axis(x.name()),
        y.axis(y.name()),
        List.of(new Series(value.name(), List.of(map))),
        List.of(),
        notes);
  }

  // ---- numbers by name

  private Chart bars(Column names, List<Column> numbers) {
    List<String> distinct = List.copyOf(new LinkedHashSet<>(names.names()));
    double[] places = new double[names.names().size()];
    for (int i = 0; i < places.length; i++) {
      places[i] = distinct.indexOf(names.names().get(i));
    }
    List<Column> up = alongOneAxis(numbers);
    List<Series> series = new ArrayList<>();
    for (Companions each : companions(up)) {
      note(each.column);
      Form form =
          wishes
              .form()
              .orElse(each.column.isUncertain() || each.low != null ? Form.POINTS : Form.BARS);
      List<Mark> marks = new ArrayList<>();
      each.spread(places).ifPresent(marks::add);
      marks.addAll(NumbersDrawing.marks(places, each.column, form));
      series.add(new Series(each.column.name(), marks));
    }
    return new Chart(
        "", Axis.ofCategories(names.name(), distinct), yAxis(up), series, List.of(), notes);
  }

  // ---- numbers along numbers

  private Chart lines(Column x, List<Column> numbers, Optional<Column> group) {
    List<Column> up = alongOneAxis(numbers);
    Map<String, List<Integer>> rows = new LinkedHashMap<>();
    for (int i = 0; i < x.numbers().length; i++) {
      if (!Double.isNaN(x.numbers()[i])) {
        String key = group.isPresent() ? group.get().names().get(i) : "";
        rows.computeIfAbsent(key, k -> new ArrayList<>()).add(i);
      }
    }
    if (x.gaps() > 0) {
      notes.add(NumbersDrawing.gaps(x) + ", and these rows are left out");
    }
    List<Companions> each = companions(up);
    if (rows.size() * each.size() > MOST_SERIES) {
      throw Problem.of(
              "E0558",
              name + " has " + rows.size() * each.size() + " series, more than can be told apart")
          .withHelp("draw fewer of them: filter(row => …)");
    }
    List<Series> series = new ArrayList<>();
    for (Map.Entry<String, List<Integer>> part : rows.entrySet()) {
      for (Companions companions : each) {
        String own = companions.column.name();
        String label =
            group.isEmpty() ? own : each.size() == 1 ? part.getKey() : part.getKey() + " " + own;
        series.add(
            new Series(label, marks(x.rows(part.getValue()), companions.rows(part.getValue()))));
      }
    }
    for (Companions companions : each) {
      note(companions.column);
    }
    return new Chart("", x.axis(x.name()), yAxis(up), series, List.of(), notes);
  }

  private List<Mark> marks(Column x, Companions each) {
    double[] across = x.numbers();
    boolean ordered = true;
    for (int i = 1; i < across.length; i++) {
      ordered &= across[i] > across[i - 1];
    }
    List<Mark> marks = new ArrayList<>();
    if (ordered) {
      each.band(across).ifPresent(marks::add);
    } else {
      each.spread(across).ifPresent(marks::add);
    }
    Form form = wishes.form().orElse(ordered ? null : Form.POINTS);
    marks.addAll(NumbersDrawing.marks(across, each.column, form));
    return marks;
  }

  private void note(Column column) {
    if (column.gaps() > 0) {
      notes.add(NumbersDrawing.gaps(column));
    }
    String strokes = "strokes hold 90 % of the probability";
    if (column.isUncertain() && !notes.contains(strokes)) {
      notes.add(strokes);
    }
  }

  private Axis yAxis(List<Column> up) {
    List<Companions> each = companions(up);
    Column first = up.get(0);
    return first.axis(
        each.size() == 1 ? each.get(0).column.name() : Composition.measured(first.unit()));
  }

  /** The columns in the unit of the first. */
  private static List<Column> alongOneAxis(List<Column> numbers) {
    Column first = numbers.get(0);
    UnitExpression unit = first.unit();
    List<Column> all = new ArrayList<>();
    for (Column column : numbers) {
      if (column.sort() != first.sort() || !column.fits(unit)) {
        throw Problem.of(
                "E0552",
                "the columns "
                    + first.name()
                    + " and "
                    + column.name()
                    + " do not go along one axis: "
                    + words(first)
                    + " and "
                    + words(column))
            .withHelp("draw them one by one, from tables of fewer columns");
      }
      all.add(column.in(unit));
    }
    return all;
  }

  private static String words(Column column) {
    return column.sort() == Column.Sort.DATES
        ? "dates"
        : column.unit().isNone() ? "pure numbers" : column.unit().text();
  }

  // ---- bands

  /** A column with those that say how far it may be off. */
  private record Companions(Column column, Column low, Column high) {
    Optional<Mark> band(double[] x) {
      return low == null
          ? Optional.empty()
          : Optional.of(
              new Mark.Band(
                  Coordinates.of(x),
                  Coordinates.of(low.numbers()),
                  Coordinates.of(high.numbers())));
    }

    Optional<Mark> spread(double[] x) {
      return low == null
          ? Optional.empty()
          : Optional.of(
              new Mark.Spreads(
                  Coordinates.of(x),
                  Coordinates.of(low.numbers()),
                  Coordinates.of(high.numbers())));
    }

    Companions rows(List<Integer> places) {
      return low == null
          ? new Companions(column.rows(places), null, null)
          : new Companions(column.rows(places), low.rows(places), high.rows(places));
    }
  }

  private static List<Companions> companions(List<Column> numbers) {
    Map<String, Column> byName = new LinkedHashMap<>();
    numbers.forEach(column -> byName.put(column.name(), column));
    List<Companions> all = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (Column column : numbers) {
      Column low = byName.get(column.name() + "_" + LOW);
      Column high = byName.get(column.name() + "_" + HIGH);
      if (low == null && numbers.size() == 3) {
        low = byName.get(LOW);
        high = byName.get(HIGH);
      }
      if (low != null && high != null && low != column && high != column) {
        taken.add(low.name());
        taken.add(high.name());
        all.add(new Companions(column, low, high));
      } else {
        all.add(new Companions(column, null, null));
      }
    }
    all.removeIf(each -> taken.contains(each.column.name()));
    return all;
  }
}
