package org.tidemark.model.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.tidemark.api.Program;
import org.tidemark.api.Tide;
import org.tidemark.model.Outcome;
import org.tidemark.spi.plot.Axis;
import org.tidemark.spi.plot.Chart;
import org.tidemark.spi.plot.Mark;
import org.tidemark.spi.plot.Marker;
import org.tidemark.spi.plot.Series;

/** Plots of scripts as charts. */
class PlotsTest {
  private static final Tide TIDE = Tide.builder().build();

  @Property(tries = 40)
  void mergedUnitsGiveTheChartOfOneUnit(
      @ForAll @DoubleRange(min = 0.5, max = 50) double slope,
      @ForAll @DoubleRange(min = -5, max = 5) double bend) {
    String f = "f = Q => " + slope + " USD/GB * (Q / (1 EB))^(" + bend + ")\n";
    String one = "g = Q => 10 USD/GB + 0 * f(Q)\nplot f, g over Q in 1 EB .. 9 EB";
    String other = "g = Q => (10 USD/GB + 0 * f(Q)) as USD/TB\nplot f, g over Q in 1 EB .. 9 EB";
    Chart a = chart(f + one);
    Chart b = chart(f + other);
    assertEquals(a.x(), b.x());
    assertEquals(a.y(), b.y());
    for (int i = 0; i < a.series().size(); i++) {
      Mark.Line expected = line(a.series().get(i));
      Mark.Line actual = line(b.series().get(i));
      assertEquals(expected.x(), actual.x());
      for (int k = 0; k < expected.y().size(); k++) {
        assertEquals(expected.y().get(k), actual.y().get(k), 1e-12 * expected.y().get(k));
      }
    }
    assertEquals(a.markers().size(), b.markers().size());
  }

  @Property(tries = 40)
  void crossingsAreLocated(
      @ForAll @DoubleRange(min = 0.1, max = 0.9) double place, @ForAll @IntRange(max = 40) int k) {
    Chart chart =
        chart(
            "plot a: exp("
                + k
                + " * (x - "
                + place
                + ")), b: 1 - (x - "
                + place
                + ") / 3 over x in 0 .. 1");
    List<Marker> crossings =
        chart.markers().stream().filter(Marker.Crossing.class::isInstance).toList();
    assertEquals(1, crossings.size());
    Marker.Crossing crossing = (Marker.Crossing) crossings.get(0);
    assertEquals(place, crossing.x(), 1e-9);
    assertTrue(crossing.label().startsWith("a = b at "), crossing.label());
  }

  @Example
  void whatJumpsPastAnotherIsMarkedAsPassing() {
    Chart chart = chart("plot a: if x < 0.3 then 0 else 2, b: 1 + 0 * x over x in 0 .. 1");
    assertEquals(1, chart.markers().size());
    assertEquals("a passes b at 0.3", chart.markers().get(0).label());
  }

  @Example
  void crossingsInTimeAreMarkedOnTheTrajectory() {
    Chart chart =
        chart(
            """
            process users {
              state share = 10 %
              der share = 0.1 /year * share
              when share >= 40 % { share = share }
              start = date(2026)
              horizon = 20 year
            }
            crossing tipping when users.share >= 40 %
            crossing half when users.share >= 50 %
            crossing full when users.share >= 99 %
            plot users.share
            """);
    assertEquals(
        List.of("tipping, share >= 40 %", "half"),
        chart.markers().stream().map(Marker::label).toList());
    Marker.Crossing half = (Marker.Crossing) chart.markers().get(1);
    assertEquals(2026 + 10 * Math.log(5), half.x(), 1e-5);
    assertEquals(50, half.y(), 1e-4);
  }

  @Example
  void constantsAreRulesBesideWhatVaries() {
    Chart chart = chart("plot y: x^2, goal: 4 over x in 0 .. 4");
    assertEquals(List.of("y"), chart.series().stream().map(Series::name).toList());
    assertEquals(
        List.of("goal", "y = goal at 2"), chart.markers().stream().map(Marker::label).toList());
    assertEquals(1, chart("plot 4 over x in 0 .. 4").series().size());
  }

  @Example
  void declaredCrossingsAreMarkedOnce() {
    Chart chart =
        chart(
            """
            curve cost = wright(cost: 12 USD/GB, at: 2 EB, learning_rate: 15 %)
            crossing cheap when cost <= 5 USD/GB
            plot cost(Q), 5 USD/GB over Q in 2 EB .. 500 EB
            """);
    assertEquals(
        List.of("5 USD/GB", "cheap at 83.68 EB"),
        chart.markers().stream().map(Marker::label).toList());
  }

  @Example
  void polesBesideZeroAreAtZero() {
    assertEquals(
        List.of("y grows without bound near 0 and is cut off there"),
        chart("plot y: 1 / x over x in -2 .. 2").notes());
  }

  @Example
  void touchingIsNoCrossing() {
    assertEquals(List.of(), chart("plot a: x^2, b: 0 * x over x in -1 .. 1").markers());
  }

  @Example
  void densitiesHoldAllProbability() {
    Chart chart = chart("plot normal(10 EB, 2 EB)");
    assertEquals("1/EB", chart.y().unit().orElseThrow().text());
    Mark.Line line = line(chart.series().get(0));
    double area = 0;
    for (int i = 1; i < line.x().size(); i++) {
      area += (line.x().get(i) - line.x().get(i - 1)) * (line.y().get(i) + line.y().get(i - 1)) / 2;
    }
    assertEquals(0.99, area, 1e-4);
    assertEquals(List.of(), chart.notes().stream().filter(n -> n.contains("at median")).toList());
  }

  @Example
  void curvesHaveTheirScalesWhereTheIntervalIsWide() {
    String curve = "curve c = wright(cost: 12 USD/GB, at: 2 EB, learning_rate: 15 %)\n";
    Chart wide = chart(curve + "plot c(Q) over Q in 1 EB .. 1000 EB");
    Chart narrow = chart(curve + "plot c(Q) over Q in 1 EB .. 10 EB");
    Chart wished = chart(curve + "plot c over Q in 1 EB .. 1000 EB @linear(\"xy\")");
    assertEquals(Axis.Scale.LOG, wide.x().scale());
    assertEquals(Axis.Scale.LINEAR, narrow.x().scale());
    assertEquals(Axis.Scale.LINEAR, wished.x().scale());
    assertEquals(Axis.Scale.LINEAR, wished.y().scale());
  }

  @Example
  void modulesAndTestsDrawNothing() {
    Program program = TIDE.compile("plots", "plot [1, 2]\nexport \"a.json\" = 3", Path.of("."));
    Outcome tested = program.test();
    assertEquals(List.of(), tested.shown());
    assertEquals(List.of(), tested.exports());
    Outcome run = program.run();
    assertEquals(1, run.shown().size());
    assertEquals(1, run.exports().size());
  }

  private static Chart chart(String script) {
    Program program = TIDE.compile("plots", script, Path.of("."));
    assertTrue(program.isSound(), () -> program.diagnostics().toString());
    Outcome outcome = program.run();
    assertEquals(List.of(), outcome.problems());
    return (Chart) outcome.shown().get(0).value();
  }

  private static Mark.Line line(Series series) {
    return (Mark.Line)
        series.marks().stream().filter(Mark.Line.class::isInstance).findFirst().orElseThrow();
  }
}
