package org.tidemark.render.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.support.Command;
import org.w3c.dom.Document;

/** Reports of audits as text. */
class AuditReportTest {

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

  /** Headings go down one level at a time, ids are there once, and links lead somewhere. */
  @Test
  void thePageIsInOrderAndNothingGetsOutOfItsPlace() throws IOException {
    Document document = PageText.parsed(page());
    assertEquals(0, document.getElementsByTagName("img").getLength());
    assertEquals(2, document.getElementsByTagName("script").getLength());
    assertEquals(
        List.of(
            "Audit of the sources",
            "Errors and warnings",
            "a.tide",
            "b.tide",
            "c.tide",
            "Inputs and their sources"),
        PageText.requireOrder(document));
  }

  @Test
  void readingsAndReasonsStandInIt() throws IOException {
    String page = page();
    assertTrue(page.contains(">growth, revenue</th>"), page);
    assertTrue(page.contains("stock needs made"), page);
    assertTrue(page.contains("item A1, checks s900-&lt;i&gt;"), page);
    assertTrue(page.contains("href=\"https://example.org/p\""), page);
    assertTrue(page.contains("2 claims in 3 modules: 0 reproduced, 1 contradicted, 1 ambiguous"));
    JsonNode json = PageText.data(page);
    assertEquals("</script><img src=x>", json.get("claims").get(0).get("title").textValue());
  }
}
