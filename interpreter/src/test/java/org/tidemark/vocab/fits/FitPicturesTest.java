package org.tidemark.vocab.fits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tidemark.vocab.charts.Drawn.line;
import static org.tidemark.vocab.charts.Drawn.names;
import static org.tidemark.vocab.charts.Drawn.only;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.spi.plot.Axis.Scale;
import org.tidemark.spi.plot.Chart;
import org.tidemark.spi.plot.Drawing;
import org.tidemark.spi.plot.Mark;
import org.tidemark.spi.plot.Marker;
import org.tidemark.spi.value.DateValue;
import org.tidemark.spi.value.ObjectValue;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.TableValue;
import org.tidemark.vocab.charts.Drawn;

/** What fits, forecasts and hindcasts look like. */
class FitPicturesTest {
  private static final String DATA =
      """
      d = table(on: date, made: EB, usd: USD/GB) {
        2018, 1, 15; 2019, 2, 12.2; 2020, 4, 9.7; 2021, 8, 8.1; 2022, 16, 6.3; 2023, 32, 5.3
        2024, 64, 4.1; 2025, 128, 3.5
      }
      learned = fit(d, usd ~ wright(made))
      trend = fit(d, usd ~ moore(on))
      """;

  @Test
  void aFitHasItsDataItsCurveAndItsInterval() {
    Drawn drawn = Drawn.of(DATA, "learned", "trend");
    Chart chart = drawn.chart("learned");
    assertEquals(List.of("95 % prediction interval", "data", "learned"), names(chart));
    assertEquals("made (EB)", chart.x().title());
    assertEquals("usd (USD/GB)", chart.y().title());
    assertEquals(Scale.LOG, chart.x().scale());
    assertEquals(Scale.LOG, chart.y().scale());
    Mark.Points points = only(chart, "data", Mark.Points.class);
    assertEquals(
        List.of(1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0, 128.0), points.x().stream().boxed().toList());
    assertEquals(3.5, points.y().get(7));
    Mark.Line line = line(chart, "learned");
    Mark.Band band = only(chart, "95 % prediction interval", Mark.Band.class);
    UnitExpression eb = chart.x().unit().orElseThrow();
    for (int i = 0; i < line.x().size(); i++) {
      double there = Drawn.number(Drawn.call(drawn.value("learned"), line.x().get(i), eb));
      assertEquals(there, line.y().get(i), 1e-11);
      assertTrue(band.low().get(i) < there && there < band.high().get(i));
    }
    assertEquals(Scale.DATES, drawn.chart("trend").x().scale());
    assertEquals(2018, line(drawn.chart("trend"), "trend").x().get(0));
  }

  @Test
  void theIntervalIsThatOfTheTextbook() {
    // y = 1 + 2 x with residuals: the prediction interval of simple regression in closed form
    Drawn drawn =
        Drawn.of(
            """
            d = table(x: 1, y: 1) { 1, 3.1; 2, 4.8; 3, 7.2; 4, 8.9; 5, 11.3 }
            f = fit(d, y ~ linear(x))
            """,
            "f",
            "f.residual_sd");
    Chart chart = drawn.chart("f");
    Mark.Band band = only(chart, "95 % prediction interval", Mark.Band.class);
    double s = drawn.number("f.residual_sd");
    double t = 3.182446305284263;
    for (int i = 0; i < band.x().size(); i += 60) {
      double x = band.x().get(i);
      double half = t * s * Math.sqrt(1 + 1.0 / 5 + (x - 3) * (x - 3) / 10);
      assertEquals(2 * half, band.high().get(i) - band.low().get(i), 1e-7);
    }
  }

  @Test
  void whereSeveralThingsExplainTheDataStandAgainstTheFit() {
    Drawn drawn =
        Drawn.of(
            """
            d = table(x: 1, z: 1, y: 1) { 1, 2, 3.1; 2, 1, 4.8; 3, 5, 7.2; 4, 2, 8.9; 5, 3, 11.3 }
            f = fit(d, y ~ linear(x, z))
            """,
            "f",
            "f.residuals");
    Chart chart = drawn.chart("f");
    assertEquals("y by the fit", chart.x().title());
    Mark.Points points = only(chart, "data", Mark.Points.class);
    List<?> residuals = ((org.tidemark.spi.value.ListValue) drawn.value("f.residuals")).elements();
    for (int i = 0; i < 5; i++) {
      double residual = Drawn.number((org.tidemark.spi.value.Value) residuals.get(i));
      assertEquals(residual, points.y().get(i) - points.x().get(i), 1e-12);
    }
  }

  @Test
  void aScaledFitIsACurveWithoutItsData() {
    Drawn drawn =
        Drawn.of(DATA + "curve c = learned\nmultiplier half on c = 0.5\n", "c", "c(8 EB)", "8 EB");
    Drawing.Course course = drawn.course("c");
    assertEquals(drawn.value("c(8 EB)"), course.at().apply(drawn.value("8 EB")));
  }

  @Test
  void aForecastIsAFanThatWidens() {
    Drawn drawn =
        Drawn.of(DATA, "forecast(trend, date(2032))", "forecast(learned, 1024 EB, steps: 3)");
    for (String forecast :
        List.of("forecast(trend, date(2032))", "forecast(learned, 1024 EB, steps: 3)")) {
      Chart chart = drawn.chart(forecast);
      assertEquals(List.of("95 %", "80 %", "50 %", "data", "median"), names(chart));
      assertEquals(Scale.LOG, chart.y().scale());
      Mark.Line median = line(chart, "median");
      Mark.Band wide = only(chart, "95 %", Mark.Band.class);
      Mark.Band narrow = only(chart, "50 %", Mark.Band.class);
      double before = 0;
      for (int i = 0; i < median.x().size(); i++) {
        double width = Math.log(wide.high().get(i) / wide.low().get(i));
        assertTrue(i == 0 ? width == 0 : width > before, "it widens");
        before = width;
        if (i > 0) {
          assertTrue(wide.low().get(i) < narrow.low().get(i));
          assertTrue(narrow.low().get(i) < median.y().get(i));
          assertTrue(median.y().get(i) < narrow.high().get(i));
          assertTrue(narrow.high().get(i) < wide.high().get(i));
        }
      }
      int last = median.x().size() - 1;
      QuantityValue asked = (QuantityValue) drawn.value(forecast);
      assertEquals(Drawn.number(asked), median.y().get(last), 1e-9);
      double high = asked.distribution().orElseThrow().quantile(0.975);
      assertEquals(asked.quantity().unit().fromBase(high), wide.high().get(last), 1e-9);
      assertEquals(3.5, median.y().get(0));
    }
    assertEquals(4, line(drawn.chart("forecast(learned, 1024 EB, steps: 3)"), "median").x().size());
  }

  @Test
  void hindcastsStandAgainstTheLevelsThatTheyShouldHold() {
    String data =
        """
        d = table(on: date, usd: USD) {
          2010, 10; 2011, 9; 2012, 7.7; 2013, 7.5; 2014, 6.2; 2015, 5; 2016, 4.8; 2017, 4.1
          2018, 3.3; 2019, 3.1; 2020, 2.4; 2021, 2.2; 2022, 1.8; 2023, 1.7; 2024, 1.3
        }
        """;
    String hindcast = "hindcast(d, usd ~ moore(on), furthest: 3)";
    Drawn drawn = Drawn.of(data, hindcast);
    Chart chart = drawn.chart(hindcast);
    TableValue table = (TableValue) drawn.value(hindcast);
    Mark.Points held = only(chart, "held", Mark.Points.class);
    Mark.Line law = only(chart, "by the law", Mark.Line.class);
    for (int i = 0; i < 4; i++) {
      assertEquals(Drawn.number(table.column("level").get(i)), held.x().get(i));
      assertEquals(Drawn.number(table.column("held").get(i)), held.y().get(i));
      assertEquals(Drawn.number(table.column("by_the_law").get(i)), law.y().get(i));
    }
  }

  @Test
  void aCoefficientIsItsDensity() {
    Drawn drawn = Drawn.of(DATA, "learned.elasticity");
    Chart chart = drawn.chart("learned.elasticity");
    Mark.Line line = line(chart, "learned.elasticity");
    double area = 0;
    for (int i = 1; i < line.x().size(); i++) {
      area += (line.x().get(i) - line.x().get(i - 1)) * (line.y().get(i) + line.y().get(i - 1)) / 2;
    }
    assertEquals(0.99, area, 1e-4);
    assertEquals(
        drawn.number("learned.elasticity"), ((Marker.Threshold) chart.markers().get(0)).at());
  }

  @Test
  void adoptionIsDrawnAlongItsDates() {
    Drawn drawn =
        Drawn.of(
            """
            d = table(on: date, share: 1) {
              2015, 0.02; 2016, 0.05; 2017, 0.09; 2018, 0.2; 2019, 0.33; 2020, 0.52; 2021, 0.66
              2022, 0.8; 2023, 0.87; 2024, 0.93
            }
            f = fit(d, share ~ logistic(on))
            """,
            "f");
    Chart chart = drawn.chart("f");
    Mark.Line line = line(chart, "f");
    assertEquals(Scale.DATES, chart.x().scale());
    for (int i = 0; i < line.x().size(); i += 40) {
      DateValue there = new DateValue(line.x().get(i));
      assertEquals(
          Drawn.number(((ObjectValue) drawn.value("f")).call(there)), line.y().get(i), 1e-12);
    }
    Mark.Band band = only(chart, "95 % prediction interval", Mark.Band.class);
    assertEquals(line.x(), band.x());
  }
}
