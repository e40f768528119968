package org.tidemark.model.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tidemark.check.PlotWishes;
import org.tidemark.check.PlotWishes.Form;
import org.tidemark.spi.Problem;
import org.tidemark.spi.plot.Axis;
import org.tidemark.spi.plot.Chart;
import org.tidemark.spi.plot.Coordinates;
import org.tidemark.spi.plot.Mark;
import org.tidemark.spi.plot.Series;
import org.tidemark.spi.value.ListValue;
import org.tidemark.spi.value.RecordValue;

/** Lists of numbers against their places, records of numbers by name. */
final class NumbersDrawing {
  private NumbersDrawing() {}

  static Chart ofList(String name, ListValue list, PlotWishes wishes) {
    Column numbers = numbers(name, Column.of(name, list.elements()));
    double[] places = new double[list.elements().size()];
    for (int i = 0; i < places.length; i++) {
      places[i] = i + 1;
    }
    Axis x = new Axis("element", Optional.empty(), Axis.Scale.LINEAR, List.of());
    return chart(x, numbers, marks(places, numbers, wishes.form().orElse(null)));
  }

  static Chart ofRecord(String name, RecordValue record, PlotWishes wishes) {
    List<String> names = List.copyOf(record.fields().keySet());
    Column numbers = numbers(name, Column.of(name, new ArrayList<>(record.fields().values())));
    double[] places = new double[names.size()];
    for (int i = 0; i < places.length; i++) {
      places[i] = i;
    }
    Form form = wishes.form().orElse(numbers.isUncertain() ? Form.POINTS : Form.BARS);
    return chart(Axis.ofCategories("", names), numbers, marks(places, numbers, form));
  }

  private static Column numbers(String name, Column column) {
    if (!column.isOfNumbers()) {
      throw Problem.of("E0551", "a chart shows numbers, and " + name + " holds other values")
          .withHelp("draw the numbers among them");
    }
    if (column.gaps() == column.numbers().length) {
      throw Problem.of("E0558", "there is nothing to draw of " + name + ": it holds no number")
          .withHelp("draw something that has values");
    }
    return column;
  }

  private static Chart chart(Axis x, Column numbers, List<Mark> marks) {
    List<String> notes = new ArrayList<>();
    if (numbers.gaps() > 0) {
      notes.add(gaps(numbers));
    }
    if (numbers.isUncertain()) {
      notes.add("strokes hold 90 % of the probability");
    }
    return new Chart(
        "",
        x,
        numbers.axis(label(numbers)),
        List.of(new Series(numbers.name(), marks)),
        List.of(),
        notes);
  }

  /** A name says what the numbers are; a list that is written out does not. */
  private static String label(Column numbers) {
    char first = numbers.name().isEmpty() ? '[' : numbers.name().charAt(0);
    return Character.isLetter(first) ? numbers.name() : Composition.measured(numbers.unit());
  }

  /** How many values are left out. */
  static String gaps(Column numbers) {
    int gaps = numbers.gaps();
    return numbers.name()
        + " has no value in "
        + gaps
        + " of "
        + numbers.numbers().length
        + " places";
  }

  /** Numbers in a form; where none is wished for, joined, and with strokes where uncertain. */
  static List<Mark> marks(double[] x, Column numbers, Form form) {
    List<Mark> marks = new ArrayList<>();
    if (numbers.isUncertain()) {
      marks.add(
          new Mark.Spreads(
              Coordinates.of(x),
              Coordinates.of(numbers.quantile(Column.LOW)),
              Coordinates.of(numbers.quantile(Column.HIGH))));
      marks.addAll(Marks.of(form == null ? Form.POINTS : form, x, numbers.numbers()));
    } else {
      marks.addAll(
          form == null ? Marks.joined(x, numbers.numbers()) : Marks.of(form, x, numbers.numbers()));
    }
    return marks;
  }
}
