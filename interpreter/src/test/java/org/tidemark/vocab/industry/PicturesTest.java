package org.tidemark.vocab.industry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tidemark.vocab.charts.Drawn.crossing;
import static org.tidemark.vocab.charts.Drawn.line;
import static org.tidemark.vocab.charts.Drawn.names;
import static org.tidemark.vocab.charts.Drawn.number;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.spi.Problem;
import org.tidemark.spi.plot.Axis;
import org.tidemark.spi.plot.Chart;
import org.tidemark.spi.plot.Drawing;
import org.tidemark.spi.plot.Mark;
import org.tidemark.spi.plot.Marker;
import org.tidemark.spi.plot.Pointing;
import org.tidemark.spi.value.DateValue;
import org.tidemark.spi.value.IntervalValue;
import org.tidemark.spi.value.ObjectValue;
import org.tidemark.spi.value.Value;
import org.tidemark.spi.value.ValueText;
import org.tidemark.vocab.charts.Drawn;

/** What curves, demands and what comes of markets look like. */
class PicturesTest {
  private static final String HBM =
      """
      curve hbm = wright(cost: 12 USD/GB, at: 2.49 EB, as_of: date(2025), learning_rate: 14.7 %)
      crossing parity when hbm <= 5 USD/GB
      """;

  private static final String MARKET =
      HBM
          + """
          firm lab[5] { discount_rate = 5 %/year; continuation_value = 50 BUSD }
          market inference {
            demand = linear(choke: 30 USD/GB, slope: 0.6 USD/GB/(EB/year))
            firms  = lab
            until  = parity
            start  = date(2025)
          }
          nash = equilibrium(inference)
          coop = cooperative(inference)
          """;

  private static String ends(Optional<IntervalValue> interval) {
    return ValueText.of(interval.orElseThrow());
  }

  // ---- curves

  @Test
  void aWrightCurveIsDrawnInFactorsFromItsReferenceOn() {
    Drawn drawn = Drawn.of(HBM, "hbm", "hbm(10 EB)", "10 EB");
    Drawing.Course course = drawn.course("hbm");
    assertEquals("cumulative output", course.across());
    assertEquals("cost", course.along());
    assertEquals(Axis.Scale.LOG, course.acrossScale());
    assertEquals(Axis.Scale.LOG, course.alongScale());
    assertEquals("2.49 EB .. 49.8 EB", ends(course.natural()));
    assertEquals(drawn.value("hbm(10 EB)"), course.at().apply(drawn.value("10 EB")));
    assertEquals(List.of(), course.landmarks());
  }

  @Test
  void aCrossingIsDrawnOnItsCurvePastItsThreshold() {
    Drawn drawn = Drawn.of(HBM, "parity", "hbm", "parity.threshold", "hbm(parity.threshold)");
    Drawing.Course course = drawn.course("parity");
    Drawing.Landmark landmark = course.landmarks().get(0);
    assertEquals(Optional.of(drawn.value("parity.threshold")), landmark.across());
    assertEquals(drawn.value("hbm(parity.threshold)"), landmark.level());
    assertEquals("parity", landmark.label());
    double threshold = drawn.number("parity.threshold");
    assertEquals(2 * threshold, number(course.natural().orElseThrow().to()), 1e-9 * threshold);
    // the crossing says the same of its curve where that is drawn by itself
    Pointing parity = (Pointing) drawn.value("parity");
    assertEquals(course.landmarks(), parity.landmarks(drawn.value("hbm")));
  }

  @Test
  void aCrossingPointsAtNoOtherCurve() {
    String script =
        HBM
            + """
            curve dram = wright(cost: 8 USD/GB, at: 90 EB, learning_rate: 20 %)
            multiplier dearer on hbm = 1
            dear = this with { dearer = 2 }
            """;
    Drawn drawn = Drawn.of(script, "parity", "dram", "dear.hbm", "90 EB");
    Pointing parity = (Pointing) drawn.value("parity");
    assertEquals(List.of(), parity.landmarks(drawn.value("dram")));
    assertEquals(List.of(), parity.landmarks(drawn.value("dear.hbm")));
    assertEquals(List.of(), parity.landmarks(drawn.value("90 EB")));
  }

  @Test
  void aFunctionCurveIsDrawnAroundWhatItCrosses() {
    Drawn drawn =
        Drawn.of(
            """
            curve battery = Q => 40 USD/kWh + 60 USD/kWh * (Q / (1 TWh))^-0.4
            crossing cheap when battery <= 60 USD/kWh
            """,
            "battery",
            "cheap",
            "cheap.threshold");
    assertEquals(Optional.empty(), drawn.course("battery").natural());
    assertEquals(Axis.Scale.LINEAR, drawn.course("battery").alongScale());
    IntervalValue natural = drawn.course("cheap").natural().orElseThrow();
    double threshold = Drawn.quantity(drawn.value("cheap.threshold")).magnitude();
    assertTrue(Drawn.quantity(natural.from()).magnitude() < threshold);
    assertTrue(Drawn.quantity(natural.to()).magnitude() > threshold);
  }

  @Test
  void whatMovesIsDrawnInTime() {
    Drawn drawn =
        Drawn.of(
            HBM
                + """
                crossing moving when hbm <= 5 USD/GB + 0.1 USD/GB/year * t
                crossing dated when hbm <= 5 USD/GB + 0.1 USD/GB/year * (now - date(2025))
                """,
            "moving.threshold",
            "moving.threshold(2 year)",
            "2 year",
            "dated",
            "dated.threshold(date(2027))",
            "date(2027)");
    Drawing.Course level = drawn.course("moving.threshold");
    assertEquals("time since the start", level.across());
    assertEquals("0 year .. 10 year", ends(level.natural()));
    assertEquals(drawn.value("moving.threshold(2 year)"), level.at().apply(drawn.value("2 year")));
    Drawing.Course dated = drawn.course("dated");
    assertEquals(Axis.Scale.DATES, dated.acrossScale());
    assertEquals("2025 .. 2035", ends(dated.natural()));
    assertEquals(
        drawn.value("dated.threshold(date(2027))"), dated.at().apply(drawn.value("date(2027)")));
  }

  @Test
  void aFirmIsDrawnWhereItsCostFollowsACurve() {
    Drawn drawn =
        Drawn.of(HBM + "firm a { cost = hbm }\nfirm b { cost = 2 USD/GB }", "a", "b", "hbm");
    assertEquals(drawn.course("hbm").natural(), drawn.course("a").natural());
    Problem refused = drawn.refusal("b");
    assertEquals("E0570", refused.code());
    assertTrue(refused.getMessage().contains("2 USD/GB"), refused::getMessage);
  }

  // ---- demands

  @Test
  void demandsAreDrawnAsPricesOfQuantities() {
    Drawn drawn =
        Drawn.of(
            """
            d = linear(choke: 30 USD/GB, slope: 0.6 USD/GB/(EB/year))
            i = isoelastic(price: 10 USD/GB, quantity: 25 EB/year, elasticity: 1.5)
            """,
            "d",
            "i",
            "d(20 EB/year)",
            "20 EB/year");
    Drawing.Course linear = drawn.course("d");
    assertEquals("quantity", linear.across());
    assertEquals("price", linear.along());
    assertEquals("0 EB/year .. 50 EB/year", ends(linear.natural()));
    assertEquals(drawn.value("d(20 EB/year)"), linear.at().apply(drawn.value("20 EB/year")));
    assertEquals("5 EB/year .. 75 EB/year", ends(drawn.course("i").natural()));
  }

  // ---- solutions

  @Test
  void aSolutionIsItsOutputUntilTheCrossing() {
    Drawn drawn = Drawn.of(MARKET, "nash", "nash.path", "nash.path.quantity", "nash.date");
    Chart chart = drawn.chart("nash");
    assertEquals(Axis.Scale.DATES, chart.x().scale());
    assertEquals("quantity (EB/year)", chart.y().title());
    assertEquals(List.of("nash"), names(chart));
    Mark.Line line = line(chart, "nash");
    ObjectValue path = (ObjectValue) drawn.value("nash.path.quantity");
    for (int i = 0; i < line.x().size(); i++) {
      Value there = path.call(new DateValue(line.x().get(i)));
      assertEquals(number(there), line.y().get(i), 1e-12 * number(there));
    }
    assertEquals(2025, line.x().get(0));
    DateValue date = (DateValue) drawn.value("nash.date");
    assertEquals(date.year(), line.x().get(line.x().size() - 1));
    Marker.Crossing crossing = crossing(chart);
    assertEquals(date.year(), crossing.x());
    assertEquals(line.y().get(line.y().size() - 1), crossing.y());
    assertTrue(crossing.label().startsWith("parity, 20"), crossing.label());
    assertTrue(
        chart.notes().get(0).startsWith("nash: the price goes from "), chart.notes()::toString);
    assertEquals(chart.series().get(0).marks(), drawn.chart("nash.path").series().get(0).marks());
    assertEquals(line, line(drawn.chart("nash.path.quantity"), "nash.path.quantity"));
  }

  @Test
  void measuresAreDrawnAlongTheRemainingOutput() {
    Drawn drawn =
        Drawn.of(
            MARKET,
            "nash.quantity",
            "nash.price",
            "nash.value",
            "nash.profit",
            "nash.remaining",
            "nash.industry.consumer_surplus",
            "nash.firm(lab[0]).shadow_price");
    double start = drawn.number("nash.remaining");
    for (String measure :
        List.of(
            "nash.quantity",
            "nash.price",
            "nash.value",
            "nash.profit",
            "nash.industry.consumer_surplus",
            "nash.firm(lab[0]).shadow_price")) {
      Chart chart = drawn.chart(measure);
      assertEquals("remaining cumulative output (EB)", chart.x().title());
      Mark.Line line = line(chart, measure);
      UnitExpression unit = chart.x().unit().orElseThrow();
      ObjectValue profile = (ObjectValue) drawn.value(measure);
      int last = line.x().size() - 1;
      assertEquals(0, line.x().get(0));
      assertEquals(start, line.x().get(last));
      assertEquals(drawn.number(measure), line.y().get(last), measure);
      for (int i = 0; i <= last; i += 40) {
        double there = number(Drawn.call(profile, line.x().get(i), unit));
        assertEquals(there, line.y().get(i), 1e-12 * Math.abs(there), measure);
      }
      assertEquals(new Marker.Crossing(0, line.y().get(0), "parity"), crossing(chart));
    }
    assertEquals("price (USD/GB)", drawn.chart("nash.price").y().title());
    assertEquals("value of a firm (BUSD)", drawn.chart("nash.value").y().title());
  }

  @Test
  void withoutADateTheTimeSinceTheStartIsDrawn() {
    Drawn drawn = Drawn.of(MARKET.replace("start  = date(2025)", ""), "nash", "nash.time");
    Chart chart = drawn.chart("nash");
    assertEquals("time since the start (year)", chart.x().title());
    assertEquals(drawn.number("nash.time"), crossing(chart).x());
    assertEquals(0, line(chart, "nash").x().get(0));
  }

  @Test
  void unequalFirmsHaveASeriesForEachSort() {
    String script =
        MARKET
            + """
            firm foundry extends lab[0] { cost = 1 USD/GB; capacity = 3 EB/year }
            market mixed extends inference { firms = [lab, foundry] }
            uneven = equilibrium(mixed)
            """;
    Drawn drawn = Drawn.of(script, "uneven", "uneven.firm(foundry).quantity", "uneven.switches");
    Chart chart = drawn.chart("uneven");
    assertEquals(3, chart.series().size());
    assertEquals("all firms", names(chart).get(0));
    assertEquals("lab, each of 5", names(chart).get(1));
    assertEquals("foundry", names(chart).get(2));
    Mark.Line all = line(chart, "all firms");
    Mark.Line each = line(chart, "lab, each of 5");
    Mark.Line foundry = line(chart, "foundry");
    for (int i = 0; i < all.x().size(); i++) {
      assertEquals(all.y().get(i), 5 * each.y().get(i) + foundry.y().get(i), 1e-9);
    }
    assertEquals(drawn.number("uneven.firm(foundry).quantity"), foundry.y().get(0));
  }

  @Test
  void movingThresholdsAndConstructionAreDrawnAsWell() {
    String script =
        MARKET
            + """
            crossing later when hbm <= 6 USD/GB - 1 USD/GB * exp(-t / 6 year)
            moving = (this with { inference.until = later }).nash
            crossing surprised when hbm <= 5 USD/GB {
              releases = [{ at: date(2026), lowers: 30 EB }]
            }
            surprise = (this with { inference.until = surprised }).nash
            lagged = (this with { lab.capacity = 2 EB/year; lab.construction = 2 year }).nash
            """;
    Drawn drawn =
        Drawn.of(
            script,
            "moving",
            "moving.quantity",
            "surprise.path.remaining",
            "lagged",
            "lagged.quantity");
    assertTrue(crossing(drawn.chart("moving")).label().startsWith("later, 20"));
    Mark.Line own = line(drawn.chart("moving"), "moving");
    assertEquals(drawn.number("moving.quantity"), own.y().get(0));
    Mark.Line along = line(drawn.chart("moving.quantity"), "moving.quantity");
    assertEquals(drawn.number("moving.quantity"), along.y().get(along.y().size() - 1), 1e-9);
    // both sides of the day on which the threshold falls are looked at
    Mark.Line remaining = line(drawn.chart("surprise.path.remaining"), "surprise.path.remaining");
    double fall = 0;
    for (int i = 1; i < remaining.y().size(); i++) {
      fall = Math.max(fall, remaining.y().get(i - 1) - remaining.y().get(i));
    }
    assertEquals(30, fall, 1e-6);
    // at capacity, 10 EB/year in all, until construction is done
    Mark.Line lagged = line(drawn.chart("lagged"), "lagged");
    assertEquals(10, lagged.y().get(0), 1e-9);
    assertTrue(lagged.y().stream().max().orElseThrow() > 20);
    assertEquals("quantity (EB/year)", drawn.chart("lagged.quantity").y().title());
  }

  @Test
  void whereNothingIsCrossedTheOutcomeIsAPointOnTheDemand() {
    Drawn drawn =
        Drawn.of(
            """
            firm f[2] { cost = 6 USD/GB }
            market m { demand = linear(choke: 30 USD/GB, slope: 0.6 USD/GB/(EB/year)); firms = f }
            still = equilibrium(m)
            """,
            "still",
            "still.quantity",
            "still.price");
    Chart chart = drawn.chart("still");
    Marker.Crossing point = crossing(chart);
    assertEquals(drawn.number("still.quantity"), point.x());
    assertEquals(drawn.number("still.price"), point.y());
    Mark.Line demand = line(chart, "demand");
    for (int i = 0; i < demand.x().size(); i++) {
      assertEquals(Math.max(0, 30 - 0.6 * demand.x().get(i)), demand.y().get(i), 1e-9);
    }
    assertEquals("E0570", drawn.refusal("still.price").code());
  }

  @Test
  void whatHasNoWayToGoIsRefused() {
    Drawn drawn =
        Drawn.of(
            MARKET.replace("until  = parity", "until  = parity; produced = 200 EB"),
            "nash",
            "nash.quantity");
    assertEquals("E0570", drawn.refusal("nash").code());
    assertEquals("E0570", drawn.refusal("nash.quantity").code());
  }

  // ---- crossings in time

  @Test
  void aCrossingInTimeIsDrawnWhereBothSidesMeet() {
    Drawn drawn =
        Drawn.of(
            """
            process adoption {
              state share = 1 %
              der share = 0.8 /year * share * (1 - share)
              start = date(2026)
              horizon = 10 year
            }
            crossing tipping when adoption.share >= 40 %
            """,
            "tipping", "tipping.date", "adoption.share");
    Chart chart = drawn.chart("tipping");
    assertEquals(List.of("adoption.share"), names(chart));
    double date = ((DateValue) drawn.value("tipping.date")).year();
    assertEquals(date, crossing(chart).x());
    assertEquals(40, crossing(chart).y(), 1e-6);
    assertTrue(chart.markers().contains(new Marker.Threshold(true, 40, "40 %")));
    Drawing.Landmark landmark =
        ((Pointing) drawn.value("tipping")).landmarks(drawn.value("adoption.share")).get(0);
    assertEquals(Optional.of(drawn.value("tipping.date")), landmark.across());
    assertEquals("tipping", landmark.label());
  }
}
