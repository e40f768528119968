package org.tidemark.render.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.tidemark.spi.plot.Axis;
import org.tidemark.spi.plot.Chart;
import org.tidemark.spi.plot.Coordinates;
import org.tidemark.spi.plot.Mark;
import org.tidemark.spi.plot.Marker;
import org.tidemark.spi.plot.Series;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Charts as SVG are well-formed, small, legible, and all of them is inside of the picture. */
class SvgChartTest {
  @Test
  void muchThatSwingsIsDrawnSoonAndLooksTheSame() {
    int count = 200_000;
    double[] x = new double[count];
    double[] y = new double[count];
    for (int i = 0; i < count; i++) {
      x[i] = i;
      y[i] = i == 70_001 ? 12 : i % 7;
    }
    Axis axis = new Axis("n", Optional.empty(), Axis.Scale.LINEAR, List.of());
    Series series = new Series("n", List.of(new Mark.Line(Coordinates.of(x), Coordinates.of(y))));
    Chart chart = new Chart("n", axis, axis, List.of(series), List.of(), List.of());
    long from = System.nanoTime();
    String svg = SvgChart.of(chart, Options.standAlone());
    // measured 0.3 s; comparing each with each takes minutes
    assertTrue(System.nanoTime() - from < 10_000_000_000L, "it takes long");
    assertTrue(svg.length() < 400_000, svg.length() + " characters");
  }

  private static Document parsed(String svg) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setNamespaceAware(true);
      return factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    } catch (Exception e) {
      throw new AssertionError(e.getMessage() + "\n" + svg, e);
    }
  }

  private static List<Element> elements(Document document, String name) {
    NodeList found = document.getElementsByTagNameNS("*", name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }

  private static Chart chart(String text, Coordinates x, Coordinates y) {
    Axis across = new Axis(text, Optional.empty(), Axis.Scale.LINEAR, List.of());
    Axis up = Axis.ofCategories(text, List.of(text, "b"));
    return new Chart(
        text,
        across,
        y.size() % 2 == 0 ? up : across,
        List.of(
            new Series(text, List.of(new Mark.Line(x, y))),
            new Series(text, List.of(new Mark.Points(x, y)))),
        List.of(new Marker.Threshold(true, 1, text), new Marker.Crossing(1, 1, text)),
        List.of(text));
  }

  @Test
  void hostileTextStaysText() {
    for (String text :
        List.of(
            "<script>alert(1)</script>",
            "a & b \"c\" 'd' ]]> <!-- -->",
            "\u0000\u0007\u001b[31m\ud800 \udfff\uffff\ufffe",
            "\u202eright to left\u202c \u2066",
            "x".repeat(3000),
            "日本語 👩‍💻 é\u0301 " + "語".repeat(200))) {
      Coordinates two = Coordinates.of(0, 1);
      Document document = parsed(SvgChart.of(chart(text, two, two), Options.standAlone()));
      assertEquals(0, elements(document, "script").size());
      assertEquals("img", document.getDocumentElement().getAttribute("role"));
      assertFalse(document.getDocumentElement().getTextContent().contains("\u202e"));
    }
  }

  @Property(tries = 200)
  void anyNumbersGiveAPicture(
      @ForAll @Size(max = 12) List<Double> x,
      @ForAll @Size(max = 12) List<Double> y,
      @ForAll boolean log) {
    Axis axis =
        new Axis("x", Optional.empty(), log ? Axis.Scale.LOG : Axis.Scale.LINEAR, List.of());
    Coordinates across = Coordinates.of(x);
    Coordinates along = Coordinates.of(y);
    int size = Math.min(x.size(), y.size());
    Coordinates shorter = Coordinates.of(x.subList(0, size));
    Coordinates other = Coordinates.of(y.subList(0, size));
    Chart chart =
        new Chart(
            "t",
            axis,
            axis,
            List.of(
                new Series("a", List.of(new Mark.Line(across, along))),
                new Series("b", List.of(new Mark.Band(shorter, other, shorter))),
                new Series("c", List.of(new Mark.Bars(shorter, other, other, shorter, log)))),
            List.of(),
            List.of());
    String svg = SvgChart.of(chart, Options.standAlone());
    parsed(svg);
    assertFalse(svg.contains("NaN") || svg.contains("Infinity"), svg);
    for (String line : TerminalChart.of(chart, 60, 15, Colours.NONE)) {
      assertTrue(line.length() <= 60, line);
    }
  }

  @Test
  void everyPointIsInsideOfThePlot() {
    for (Map.Entry<String, Chart> sample : ChartSamples.all().entrySet()) {
      Layout layout = new Layout(new Frame(sample.getValue()), 640, 400);
      Document document = parsed(SvgChart.of(sample.getValue(), Options.standAlone()));
      for (Element circle : elements(document, "circle")) {
        double x = Double.parseDouble(circle.getAttribute("cx"));
        double y = Double.parseDouble(circle.getAttribute("cy"));
        assertTrue(
            x >= layout.left() - 0.1
                && x <= layout.right() + 0.1
                && y >= layout.top() - 0.1
                && y <= layout.bottom() + 0.1,
            sample.getKey() + " at " + x + ", " + y);
      }
    }
  }

  @Test
  void wordsStayInsideAndOffEachOther() {
    for (int width : new int[] {320, 640, 1000}) {
      for (Map.Entry<String, Chart> sample : ChartSamples.all().entrySet()) {
        Layout layout = new Layout(new Frame(sample.getValue()), width, 300);
        List<Layout.Words> level = layout.words().stream().filter(w -> w.turn() == 0).toList();
        for (int i = 0; i < level.size(); i++) {
          String said = sample.getKey() + " at " + width + ": " + level.get(i);
          assertTrue(left(level.get(i)) >= 0 && right(level.get(i)) <= width + 0.01, said);
          for (Layout.Words other : level.subList(0, i)) {
            boolean apart =
                Math.abs(level.get(i).y() - other.y()) > 11
                    || left(level.get(i)) >= right(other)
                    || left(other) >= right(level.get(i));
            assertTrue(apart, said + " meets " + other);
          }
        }
      }
    }
  }

  private static double left(Layout.Words words) {
    double width = width(words);
    return switch (words.anchor()) {
      case "end" -> words.x() - width;
      case "middle" -> words.x() - width / 2;
      default -> words.x();
    };
  }

  private static double right(Layout.Words words) {
    return left(words) + width(words);
  }

  private static double width(Layout.Words words) {
    double font =
        switch (words.dress()) {
          case TITLE -> Layout.TITLE_FONT;
          case SMALL -> Layout.SMALL_FONT;
          default -> Layout.FONT;
        };
    return TextWidth.of(words.text(), font);
  }

  @Test
  void aLongLineIsSmall() {
    int smooth = SvgChart.of(ChartSamples.all().get("smooth"), Options.standAlone()).length();
    int noisy = SvgChart.of(ChartSamples.all().get("noisy"), Options.embedded("c")).length();
    assertTrue(smooth < 8000, "a smooth one takes " + smooth);
    assertTrue(noisy < 8000, "a noisy one takes " + noisy);
  }

  @Test
  void idsAreUniqueOnAPage() {
    Chart bars = ChartSamples.all().get("bars");
    Set<String> seen = new HashSet<>();
    for (String prefix : List.of("p1", "p2")) {
      Document document = parsed(SvgChart.of(bars, Options.embedded(prefix)));
      for (Element element : elements(document, "*")) {
        String id = element.getAttribute("id");
        assertTrue(id.isEmpty() || seen.add(id) && id.startsWith(prefix), id);
      }
    }
    assertEquals(8, seen.size());
  }

  @Test
  void hoverGroupsNameTheirNumbers() {
    Document document = parsed(SvgChart.of(ChartSamples.all().get("lines"), Options.embedded("c")));
    List<Element> groups =
        elements(document, "g").stream()
            .filter(g -> g.getAttribute("class").equals("v") && g.hasAttribute("data-series"))
            .toList();
    assertEquals(3, groups.size());
    for (Element group : groups) {
      int hits = group.getElementsByTagNameNS("*", "title").getLength();
      assertEquals(hits, group.getAttribute("data-x").split(" ").length);
      assertEquals(hits, group.getAttribute("data-y").split(" ").length);
    }
    assertEquals(
        "high-bandwidth memory, 1 EB: 12 USD",
        groups.get(0).getElementsByTagNameNS("*", "title").item(0).getTextContent());
  }

  @Test
  void coloursStandOutFromTheirBackground() {
    for (Palette palette : Palette.values()) {
      for (String text : List.of("ink", "soft")) {
        assertTrue(contrast(palette, text) >= 4.5, palette + " " + text);
      }
      for (int i = 1; i <= Palette.COLOURS; i++) {
        assertTrue(contrast(palette, Integer.toString(i)) >= 3, palette + " " + i);
      }
    }
  }

  private static double contrast(Palette palette, String name) {
    double one = luminance(palette.colour(name));
    double other = luminance(palette.colour("paper"));
    return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
  }

  private static double luminance(String colour) {
    double[] weights = {0.2126, 0.7152, 0.0722};
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      double part = Integer.parseInt(colour.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
      sum +=
          weights[i]
              * (part <= 0.03928 ? part / 12.92 : StrictMath.pow((part + 0.055) / 1.055, 2.4));
    }
    return sum;
  }
}
