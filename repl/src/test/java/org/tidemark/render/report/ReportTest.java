package org.tidemark.render.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.support.Command;
import org.tidemark.support.Expectations;
import org.tidemark.support.Repository;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Reports as text: what stands in them, and that nothing in a script gets out of its place. */
class ReportTest {
  private static final Path GOLDEN = Path.of("src", "test", "golden", "report");

  /** Characters that mean something to HTML, to scripts, to the direction of text, or nothing. */
  private static final String HOSTILE =
      "</script><script>alert(1)</script><img src=x onerror=alert(1)>'&amp;\u202Eabc\u2066"
          + "\u0001\u007F\uFFFF\uD800 javascript:alert(1) ]]> <!-- -->";

  @TempDir Path folder;

  private String report(String script, String... more) throws IOException {
    Path file = folder.resolve("model.tide");
    Files.writeString(file, script);
    List<String> words = new ArrayList<>(List.of("run", "model.tide", "--report", "out.html"));
    words.addAll(List.of(more));
    Command.Result result = Command.run(folder, words.toArray(new String[0]));
    assertTrue(result.err().endsWith("wrote out.html\n"), result::toString);
    return Files.readString(folder.resolve("out.html"));
  }

  /** All of a report, apart from what changes with the version and the day. */
  @Test
  void aReportIsWhatStandsInTheFile() throws IOException {
    String script = Repository.text(GOLDEN.resolve("memory.tide"));
    String page = report(script, "--set", "growth=20 to 40 %/year");
    PageText.parsed(page);
    String text =
        PageText.OWN
            .matcher(page)
            .replaceAll("<$1>…</$1>")
            .replaceAll("<time [^>]*>[^<]*</time>", "<time>…</time>")
            .replaceAll("sha256-[^&]*&", "sha256-…&")
            .replaceAll("Tide \\d[^.<\"]*(\\.\\d+)*(-SNAPSHOT)?", "Tide …");
    Path expected = GOLDEN.resolve("memory.html");
    if (Expectations.overwrite()) {
      Repository.write(expected, text);
    } else {
      assertEquals(Repository.text(expected), text);
    }
  }

  @Test
  void nothingInAScriptGetsOutOfItsPlace() throws IOException {
    String quoted = "\"" + HOSTILE.replace("\uD800", "").replace("\u0001", "") + "\"";
    String page =
        report(
            ("""
            // # Title HOSTILE
            // HOSTILE `HOSTILE` **HOSTILE** [HOSTILE](javascript:alert(1))
            /// HOSTILE
            param a = 3 USD @measured(HERE, url: HERE)
            show HERE
            show label: HERE, b: 2 * a, r: { t: HERE }
            show [{ t: HERE }, { t: HERE }] |> table()
            assert a > 4 USD, HERE
            test HERE { assert a > 1 USD }
            claim c HERE {
              reported = 3 USD
              computed = a
              source = HERE
            }
            """)
                .replace("HERE", quoted)
                .replace("HOSTILE", HOSTILE.replace("\uD800", "")));
    Document document = PageText.parsed(page);
    assertEquals(0, document.getElementsByTagName("img").getLength());
    assertEquals(2, document.getElementsByTagName("script").getLength());
    assertFalse(page.contains("\u202E"), "no text is turned");
    NodeList all = document.getElementsByTagName("*");
    for (int i = 0; i < all.getLength(); i++) {
      Element element = (Element) all.item(i);
      for (int j = 0; j < element.getAttributes().getLength(); j++) {
        String name = element.getAttributes().item(j).getNodeName();
        String value = element.getAttributes().item(j).getNodeValue();
        assertFalse(name.startsWith("on"), name);
        if (name.equals("href")) {
          assertTrue(value.startsWith("#") || value.startsWith("https://"), value);
        }
      }
    }
    assertTrue(
        PageText.data(page).get("shown").get(0).get("text").textValue().contains("</script>"));
  }

  @Test
  void brokenScriptsAreReportedToo() throws IOException {
    for (String script :
        List.of("", "\n", "x = (", "\"open", "/* open", "/// doc\n/// more", HOSTILE, "}\n]")) {
      Document page = PageText.parsed(report(script.replace("\uD800", "")));
      assertEquals(1, page.getElementsByTagName("h1").getLength());
    }
  }

  /** Headings go down one level at a time, ids are there once, and links lead somewhere. */
  @Test
  void thePageIsInOrder() throws IOException {
    Document document = PageText.parsed(report(Repository.text(GOLDEN.resolve("memory.tide"))));
    PageText.requireOrder(document);
  }

  @Test
  void whatTheReportRestsOnIsListedWithItsSources() throws IOException {
    String page = report(Repository.text(GOLDEN.resolve("memory.tide")));
    assertTrue(page.contains("href=\"https://example.org/capex?a=1&amp;b=2\""), page);
    assertTrue(page.contains("sample with seed 7 (line 25)"), page);
    assertTrue(page.contains("<dd>std.endogenous</dd>"), page);
  }
}
