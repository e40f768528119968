package org.tidemark.render.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.support.Command;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Reports of audits as text. */
class AuditReportTest {
  private static final Pattern OWN = Pattern.compile("(?s)<(style|script)>.*?</\\1>");
  private static final Pattern DATA =
      Pattern.compile("(?s)<script type=\"application/json\" id=\"results-json\">(.*?)</script>");

  private static final String SCRIPT =
      """
      param made: EB = missing @estimated("</td><script>alert(1)</script>")
      claim growth "</script><img src=x>" {
        reported = 3
        readings = { volume: 3, revenue: 5, stock: made / 1 EB }
        remark = "<b>twice</b>"
        rows = ["s900-<i>"]
        item = "A1"
      }
      claim other "x" { reported = 3 USD; computed = 4 USD; source = "https://example.org/p" }
      """;

  @TempDir Path folder;

  private String page() throws IOException {
    Files.writeString(folder.resolve("a.tide"), SCRIPT);
    Files.writeString(folder.resolve("b.tide"), SCRIPT + "x = (\n");
    Files.writeString(folder.resolve("c.tide"), "x = 3\n");
    Command.Result result =
        Command.run(folder, "audit", "a.tide", "b.tide", "c.tide", "--report", "out.html");
    assertTrue(result.err().endsWith("wrote out.html\n"), result::toString);
    return Files.readString(folder.resolve("out.html"));
  }

  private static Document parsed(String page) {
    String bare = DATA.matcher(OWN.matcher(page).replaceAll("<$1/>")).replaceAll("<script/>");
    try {
      var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
      builder.setErrorHandler(null);
      return builder.parse(new InputSource(new StringReader(bare)));
    } catch (Exception notWellFormed) {
      throw new AssertionError(page, notWellFormed);
    }
  }

  /** Headings go down one level at a time, ids are there once, and links lead somewhere. */
  @Test
  void thePageIsInOrderAndNothingGetsOutOfItsPlace() throws IOException {
    Document document = parsed(page());
    assertEquals(0, document.getElementsByTagName("img").getLength());
    assertEquals(2, document.getElementsByTagName("script").getLength());
    NodeList all = document.getElementsByTagName("*");
    List<String> ids = new ArrayList<>();
    List<String> links = new ArrayList<>();
    List<String> headings = new ArrayList<>();
    int level = 0;
    for (int i = 0; i < all.getLength(); i++) {
      Element element = (Element) all.item(i);
      if (element.getTagName().matches("h[1-6]")) {
        int next = element.getTagName().charAt(1) - '0';
        assertTrue(next <= level + 1, element.getTextContent());
        level = next;
        headings.add(element.getTextContent());
      }
      if (element.hasAttribute("id")) {
        ids.add(element.getAttribute("id"));
      }
      if (element.getAttribute("href").startsWith("#")) {
        links.add(element.getAttribute("href").substring(1));
      }
    }
    assertEquals(ids.stream().distinct().toList(), ids);
    assertTrue(ids.containsAll(links), links.toString());
    assertEquals(
        List.of(
            "Audit of the sources",
            "Errors and warnings",
            "a.tide",
            "b.tide",
            "c.tide",
            "Inputs and their sources"),
        headings);
  }

  @Test
  void readingsAndReasonsStandInIt() throws IOException {
    String page = page();
    assertTrue(page.contains(">growth, revenue</th>"), page);
    assertTrue(page.contains("stock needs made"), page);
    assertTrue(page.contains("item A1, checks s900-&lt;i&gt;"), page);
    assertTrue(page.contains("href=\"https://example.org/p\""), page);
    assertTrue(page.contains("2 claims in 3 modules: 0 reproduced, 1 contradicted, 1 ambiguous"));
    Matcher data = DATA.matcher(page);
    assertTrue(data.find());
    JsonNode json = new ObjectMapper().readTree(data.group(1));
    assertEquals("</script><img src=x>", json.get("claims").get(0).get("title").textValue());
  }
}
