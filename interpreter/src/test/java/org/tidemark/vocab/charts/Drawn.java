package org.tidemark.vocab.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tidemark.api.Program;
import org.tidemark.api.Tide;
import org.tidemark.model.Outcome;
import org.tidemark.model.Shown;
import org.tidemark.quantity.Quantity;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.spi.Problem;
import org.tidemark.spi.plot.Chart;
import org.tidemark.spi.plot.Drawing;
import org.tidemark.spi.plot.Mark;
import org.tidemark.spi.plot.Marker;
import org.tidemark.spi.plot.Plottable;
import org.tidemark.spi.plot.Series;
import org.tidemark.spi.value.ListValue;
import org.tidemark.spi.value.ObjectValue;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.TableValue;
import org.tidemark.spi.value.Value;

/** The values that a script names, and what they look like. */
public final class Drawn {
  private static final Tide TIDE = Tide.builder().build();

  private final Map<String, Value> values = new LinkedHashMap<>();

  private Drawn() {}

  /**
   * Runs a script and shows some expressions after it, as they are and not as results show them.
   *
   * @param expressions by which the values are asked for
   */
  public static Drawn of(String script, String... expressions) {
    StringBuilder text = new StringBuilder(script).append('\n');
    for (String expression : expressions) {
      text.append("show [").append(expression).append("]\n");
    }
    Program program = TIDE.compile("test.tide", text.toString());
    assertTrue(program.isSound(), () -> program.diagnostics().toString());
    Outcome outcome = program.run();
    assertTrue(outcome.problems().isEmpty(), () -> outcome.problems().toString());
    Drawn drawn = new Drawn();
    List<Shown> shown = outcome.shown();
    for (int i = 0; i < expressions.length; i++) {
      ListValue list = (ListValue) shown.get(shown.size() - expressions.length + i).value();
      drawn.values.put(expressions[i], list.elements().get(0));
    }
    return drawn;
  }

  /** A value. */
  public Value value(String expression) {
    return values.get(expression);
  }

  /** What it looks like, under the expression as its name. */
  public Drawing drawing(String expression) {
    Value value = values.get(expression);
    if (value instanceof TableValue table) {
      return table.picture().orElseThrow().drawing(expression);
    }
    if (value instanceof QuantityValue quantity) {
      return assertInstanceOf(Plottable.class, quantity.distribution().orElseThrow())
          .drawing(expression);
    }
    return assertInstanceOf(Plottable.class, value).drawing(expression);
  }

  /** The chart of a value. */
  public Chart chart(String expression) {
    return assertInstanceOf(Chart.class, drawing(expression));
  }

  /** The course of a value. */
  public Drawing.Course course(String expression) {
    return assertInstanceOf(Drawing.Course.class, drawing(expression));
  }

  /** What is said where a value cannot be drawn. */
  public Problem refusal(String expression) {
    return assertThrows(Problem.class, () -> drawing(expression));
  }

  /** The number of a quantity, or what stands for one, in a unit of its own. */
  public double number(String expression) {
    return number(values.get(expression));
  }

  /** The number of a quantity in its own unit. */
  public static double number(Value value) {
    Quantity quantity = quantity(value);
    return quantity.in(quantity.unit());
  }

  /** The quantity that a value is or stands for. */
  public static Quantity quantity(Value value) {
    return value instanceof QuantityValue it
        ? it.quantity()
        : ((ObjectValue) value).quantity().orElseThrow();
  }

  /** What a value gives for a number of a unit. */
  public static Value call(Value value, double number, UnitExpression unit) {
    return ((ObjectValue) value).call(new QuantityValue(Quantity.of(number, unit)));
  }

  /** The only line of a series. */
  public static Mark.Line line(Chart chart, String series) {
    return only(chart, series, Mark.Line.class);
  }

  /** The only mark of a sort in a series. */
  public static <M extends Mark> M only(Chart chart, String series, Class<M> sort) {
    List<M> marks =
        chart.series().stream()
            .filter(each -> each.name().equals(series))
            .flatMap(each -> each.marks().stream())
            .filter(sort::isInstance)
            .map(sort::cast)
            .toList();
    assertEquals(1, marks.size(), () -> names(chart) + " " + chart);
    return marks.get(0);
  }

  /** The names of a chart's series. */
  public static List<String> names(Chart chart) {
    return chart.series().stream().map(Series::name).toList();
  }

  /** The only crossing marked. */
  public static Marker.Crossing crossing(Chart chart) {
    List<Marker> markers =
        chart.markers().stream().filter(Marker.Crossing.class::isInstance).toList();
    assertEquals(1, markers.size(), markers::toString);
    return (Marker.Crossing) markers.get(0);
  }
}
