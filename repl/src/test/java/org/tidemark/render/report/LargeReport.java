package org.tidemark.render.report;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tidemark.api.Tide;
import org.tidemark.model.Shown;
import org.tidemark.quantity.Quantity;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.render.Report;
import org.tidemark.spi.Evidence;
import org.tidemark.spi.plot.Axis;
import org.tidemark.spi.plot.Chart;
import org.tidemark.spi.plot.Coordinates;
import org.tidemark.spi.plot.Mark;
import org.tidemark.spi.plot.Marker;
import org.tidemark.spi.plot.Series;
import org.tidemark.spi.value.DateValue;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.TableValue;
import org.tidemark.spi.value.TextValue;
import org.tidemark.spi.value.Value;

/** A report of thirty plots and a table of ten thousand rows. */
final class LargeReport {
  static final int PLOTS = 30;
  static final int ROWS = 10_000;

  private static final int POINTS = 201;
  private static final String SCRIPT = "// Thirty plots and a long table.\nparam a = 1\nshow a\n";

  private LargeReport() {}

  static void write(Path file) throws IOException {
    List<Shown> shown = new ArrayList<>();
    Evidence evidence =
        new Evidence(
            List.of(
                new Evidence.Input(
                    "a", "1", Evidence.Grade.MEASURED, "https://example.org/a", false),
                new Evidence.Input("b", "2", Evidence.Grade.ASSUMED, "", false)));
    for (int i = 0; i < PLOTS; i++) {
      shown.add(new Shown("plot " + (i + 1), chart(i), evidence));
    }
    shown.add(new Shown("runs", table(), evidence));
    Report run = new Report(shown, List.of(), List.of(), List.of(), List.of(), List.of());
    ReportContent content =
        new ReportContent(
            Tide.builder().build().outline("large.tide", SCRIPT),
            run,
            List.of(),
            "Tide",
            Instant.EPOCH);
    try (Writer out = Files.newBufferedWriter(file)) {
      HtmlReport.write(content, out);
    }
  }

  /** Curves, bands, bars, points and maps by turns. */
  private static Chart chart(int index) {
    double[] x = new double[POINTS];
    double[] y = new double[POINTS];
    double[] low = new double[POINTS];
    double[] high = new double[POINTS];
    for (int i = 0; i < POINTS; i++) {
      x[i] = 1 + i;
      y[i] = 12 * StrictMath.pow(x[i], -0.2 - 0.01 * index);
      low[i] = 0.8 * y[i];
      high[i] = 1.3 * y[i];
    }
    Axis across =
        new Axis("cumulative output of plant " + index, Optional.empty(), scale(index), List.of());
    Axis along = new Axis("cost", Optional.empty(), Axis.Scale.LINEAR, List.of());
    Coordinates at = Coordinates.of(x);
    Series curve =
        new Series(
            "learning",
            List.of(
                new Mark.Band(at, Coordinates.of(low), Coordinates.of(high)),
                new Mark.Line(at, Coordinates.of(y))));
    Series other =
        index % 3 == 0
            ? new Series("measured", List.of(new Mark.Points(at, Coordinates.of(high))))
            : new Series("low", List.of(new Mark.Line(at, Coordinates.of(low))));
    return new Chart(
        "Cost of plant " + (index + 1) + " as it learns",
        across,
        along,
        List.of(curve, other),
        List.of(new Marker.Threshold(true, 5, "target"), new Marker.Crossing(80, 5, "parity")),
        List.of("at median inputs"));
  }

  private static Axis.Scale scale(int index) {
    return index % 2 == 0 ? Axis.Scale.LINEAR : Axis.Scale.LOG;
  }

  private static TableValue table() {
    UnitExpression none = Quantity.pure(1).unit();
    List<List<Value>> rows = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      rows.add(
          List.of(
              QuantityValue.pure(i),
              new DateValue(2026 + i / 1000.0),
              new QuantityValue(new Quantity(StrictMath.sqrt(i), none)),
              new QuantityValue(new Quantity(StrictMath.exp(-i / 2000.0), none)),
              new TextValue(i % 2 == 0 ? "Nash" : "cooperative")));
    }
    return new TableValue(List.of("run", "on", "cost", "share", "regime"), rows);
  }
}
