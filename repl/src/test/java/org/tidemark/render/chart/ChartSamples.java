package org.tidemark.render.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.quantity.UnitTable;
import org.tidemark.spi.plot.*;

/** A chart of each kind, as a modeller would draw it. */
final class ChartSamples {
  private ChartSamples() {}

  static Axis pure(String label, Axis.Scale scale) {
    return new Axis(label, Optional.empty(), scale, List.of());
  }

  static Axis in(String label, String unit, Axis.Scale scale) {
    return Axis.of(label, UnitExpression.of(UnitTable.standard().find(unit).orElseThrow()), scale);
  }

  interface F {
    double at(double x);
  }

  static Coordinates c(double from, double to, int n, F f) {
    double[] a = new double[n];
    for (int i = 0; i < n; i++) a[i] = f.at(from + (to - from) * i / (n - 1));
    return Coordinates.of(a);
  }

  static Map<String, Chart> all() {
    Map<String, Chart> m = new LinkedHashMap<>();
    Axis year = Axis.ofDates("date");
    Axis cost = in("cost", "USD", Axis.Scale.LINEAR);
    F id = x -> x;
    m.put(
        "lines",
        new Chart(
            "Cost of storage falls with what has been made",
            in("cumulative output", "EB", Axis.Scale.LINEAR),
            cost,
            List.of(
                new Series(
                    "high-bandwidth memory",
                    List.of(
                        new Mark.Line(
                            c(1, 200, 200, id),
                            c(1, 200, 200, x -> 12 * StrictMath.pow(x, -.23))))),
                new Series(
                    "stacked cache",
                    List.of(
                        new Mark.Line(
                            c(1, 200, 200, id), c(1, 200, 200, x -> 20 * StrictMath.pow(x, -.4))))),
                new Series(
                    "optical",
                    List.of(
                        new Mark.Line(
                            c(1, 200, 200, id),
                            c(
                                1,
                                200,
                                200,
                                x ->
                                    x > 90 && x < 110
                                        ? Double.NaN
                                        : 3 + 2 * StrictMath.sin(x / 20)))))),
            List.of(
                new Marker.Threshold(true, 4, "parity with disk"),
                new Marker.Crossing(118.6, 4, "disk is beaten"),
                new Marker.Threshold(false, 60, "end of the subsidy")),
            List.of("At median inputs.")));
    m.put(
        "log",
        new Chart(
            "Learning",
            in("cumulative output", "EB", Axis.Scale.LOG),
            in("cost", "USD", Axis.Scale.LOG),
            List.of(
                new Series(
                    "cost",
                    List.of(
                        new Mark.Band(
                            c(0, 5, 60, x -> StrictMath.pow(10, x)),
                            c(0, 5, 60, x -> 8 * StrictMath.pow(10, -.3 * x)),
                            c(0, 5, 60, x -> 14 * StrictMath.pow(10, -.2 * x))),
                        new Mark.Line(
                            c(0, 5, 60, x -> StrictMath.pow(10, x)),
                            c(0, 5, 60, x -> 12 * StrictMath.pow(10, -.25 * x)))))),
            List.of(
                new Marker.Crossing(
                    StrictMath.pow(10, 2.5), 12 * StrictMath.pow(10, -.625), "parity")),
            List.of()));
    m.put(
        "dates",
        new Chart(
            "Adoption",
            year,
            pure("share", Axis.Scale.LINEAR),
            List.of(
                new Series(
                    "expected",
                    List.of(
                        new Mark.Band(
                            c(2024, 2041, 69, id),
                            c(2024, 2041, 69, x -> .8 / (1 + StrictMath.exp(-(x - 2034)))),
                            c(2024, 2041, 69, x -> 1 / (1 + StrictMath.exp(-(x - 2031))))),
                        new Mark.Line(
                            c(2024, 2041, 69, id),
                            c(2024, 2041, 69, x -> .9 / (1 + StrictMath.exp(-(x - 2032))))))),
                new Series(
                    "observed",
                    List.of(
                        new Mark.Spreads(
                            c(2024, 2030, 7, id),
                            c(2024, 2030, 7, x -> -.03 + .95 / (1 + StrictMath.exp(-(x - 2031)))),
                            c(2024, 2030, 7, x -> .06 + .95 / (1 + StrictMath.exp(-(x - 2031))))),
                        new Mark.Points(
                            c(2024, 2030, 7, id),
                            c(
                                2024,
                                2030,
                                7,
                                x -> .02 + .95 / (1 + StrictMath.exp(-(x - 2031)))))))),
            List.of(
                new Marker.Threshold(true, .5, "half"),
                new Marker.Threshold(false, 2032.25, "tipping")),
            List.of(
                "Band: 90 % of 2000 draws.",
                "Observed shares from the yearly survey, which counts households and not machines, so that those with several count once; see the table above.")));
    double[] from = new double[24],
        to = new double[24],
        zero = new double[24],
        top = new double[24];
    for (int i = 0; i < 24; i++) {
      from[i] = 1 + i * .3;
      to[i] = from[i] + .3;
      top[i] = Math.round(300 * StrictMath.exp(-.5 * StrictMath.pow((i - 9) / 4.0, 2)));
    }
    m.put(
        "histogram",
        new Chart(
            "T",
            in("T", "year", Axis.Scale.LINEAR),
            pure("draws", Axis.Scale.LINEAR),
            List.of(
                new Series(
                    "T",
                    List.of(
                        new Mark.Bars(
                            Coordinates.of(from),
                            Coordinates.of(to),
                            Coordinates.of(zero),
                            Coordinates.of(top),
                            false)))),
            List.of(new Marker.Threshold(false, 3.9, "median 3.9 year")),
            List.of()));
    List<String> names = List.of("solar", "wind", "gas with capture", "nuclear", "hydro");
    List<Series> groups = new ArrayList<>();
    for (int s = 0; s < 3; s++) {
      int k = s;
      groups.add(
          new Series(
              List.of("capital", "fuel", "upkeep").get(s),
              List.of(
                  new Mark.Bars(
                      c(0, 4, 5, x -> x - .39 + .26 * k),
                      c(0, 4, 5, x -> x - .39 + .26 * (k + 1)),
                      c(0, 4, 5, x -> 0),
                      c(0, 4, 5, x -> 20 + 7 * x - 9 * k + (x == 3 ? -40 : 0)),
                      false))));
    }
    m.put(
        "bars",
        new Chart(
            "Cost by source",
            Axis.ofCategories("source", names),
            in("cost", "USD", Axis.Scale.LINEAR),
            groups,
            List.of(),
            List.of()));
    List<String> inputs =
        List.of(
            "number of firms",
            "entry cost",
            "discount rate",
            "capital cost per unit",
            "learning rate",
            "elasticity of demand");
    m.put(
        "tornado",
        new Chart(
            "What moves the date of parity",
            in("parity", "year", Axis.Scale.LINEAR),
            Axis.ofCategories("", inputs),
            List.of(
                new Series(
                    "at its 5 %",
                    List.of(
                        new Mark.Bars(
                            c(0, 5, 6, x -> x - .4),
                            c(0, 5, 6, x -> x + .4),
                            c(0, 5, 6, x -> 6.2),
                            c(0, 5, 6, x -> 6.2 - 3.5 / (6 - x)),
                            true))),
                new Series(
                    "at its 95 %",
                    List.of(
                        new Mark.Bars(
                            c(0, 5, 6, x -> x - .4),
                            c(0, 5, 6, x -> x + .4),
                            c(0, 5, 6, x -> 6.2),
                            c(0, 5, 6, x -> 6.2 + 4.1 / (6.2 - x)),
                            true)))),
            List.of(new Marker.Threshold(false, 6.2, "median")),
            List.of()));
    double[] v = new double[20 * 14];
    for (int r = 0; r < 14; r++)
      for (int q = 0; q < 20; q++)
        v[r * 20 + q] = r == 3 && q == 5 ? Double.NaN : 2 + StrictMath.sin(q / 4.0) * r / 3.0;
    m.put(
        "map",
        new Chart(
            "Profit over price and share",
            in("price", "USD", Axis.Scale.LINEAR),
            pure("share", Axis.Scale.LINEAR),
            List.of(
                new Series(
                    "profit",
                    List.of(
                        new Mark.Cells(
                            c(1, 20, 20, id),
                            c(.05, .7, 14, id),
                            Coordinates.of(v),
                            in("profit", "USD", Axis.Scale.LINEAR))))),
            List.of(new Marker.Crossing(8, .4, "best")),
            List.of()));
    List<Series> clouds = new ArrayList<>();
    for (int s = 0; s < 5; s++) {
      int k = s;
      java.util.Random random = new java.util.Random(s);
      clouds.add(
          new Series(
              "group " + (s + 1),
              List.of(
                  new Mark.Points(
                      c(0, 40, 41, x -> random.nextGaussian() * 3 + 3 * k),
                      c(0, 40, 41, x -> random.nextGaussian() + k)))));
    }
    m.put(
        "points",
        new Chart(
            "",
            pure("input", Axis.Scale.LINEAR),
            pure("result", Axis.Scale.LINEAR),
            clouds,
            List.of(),
            List.of()));
    List<Series> many = new ArrayList<>();
    for (int s = 0; s < 14; s++) {
      int k = s;
      many.add(
          new Series(
              "scenario with a long name " + s,
              List.of(
                  new Mark.Line(
                      c(2025.5, 2026.25, 40, id),
                      c(0, 1, 40, x -> k * x + StrictMath.sin(6 * x + k))))));
    }
    m.put(
        "many",
        new Chart(
            "Many scenarios of a title that is much too long to stand on one line and so has to be broken into several",
            year,
            cost,
            many,
            List.of(),
            List.of()));
    m.put(
        "empty",
        new Chart(
            "",
            pure("", Axis.Scale.LINEAR),
            cost,
            List.of(new Series("", List.of(new Mark.Line(Coordinates.of(), Coordinates.of())))),
            List.of(),
            List.of()));
    java.util.Random noise = new java.util.Random(1);
    m.put(
        "noisy",
        new Chart(
            "Noisy",
            year,
            cost,
            List.of(
                new Series(
                    "a",
                    List.of(
                        new Mark.Line(
                            c(2024, 2034, 400, id),
                            c(0, 1, 400, x -> 50 + noise.nextGaussian() * 10))))),
            List.of(),
            List.of()));
    m.put(
        "smooth",
        new Chart(
            "Smooth",
            in("cumulative output", "EB", Axis.Scale.LINEAR),
            cost,
            List.of(
                new Series(
                    "a", List.of(new Mark.Line(c(1, 10, 400, id), c(1, 10, 400, x -> 20 / x))))),
            List.of(),
            List.of()));
    List<String> longNames = new ArrayList<>();
    for (int i = 0; i < 14; i++) longNames.add("a rather long name of number " + i);
    m.put(
        "names",
        new Chart(
            "Long names",
            Axis.ofCategories("", longNames),
            pure("count", Axis.Scale.LINEAR),
            List.of(
                new Series(
                    "count",
                    List.of(
                        new Mark.Bars(
                            c(0, 13, 14, x -> x - .4),
                            c(0, 13, 14, x -> x + .4),
                            c(0, 13, 14, x -> 0),
                            c(0, 13, 14, x -> 1e7 * (x + 2)),
                            false)))),
            List.of(),
            List.of()));
    return m;
  }
}
