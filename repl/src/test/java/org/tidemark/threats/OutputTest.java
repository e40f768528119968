package org.tidemark.threats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.support.Command;
import org.w3c.dom.Document;

/** What texts of a script or a table are to those who read the results. */
class OutputTest {
  private static final String MARKUP = "</text><script>alert(1)</script><a href='javascript:1'>";

  @TempDir Path folder;

  private Command.Result run(String script, String... more) throws IOException {
    Files.writeString(folder.resolve("s.tide"), script);
    String[] words = new String[more.length + 2];
    words[0] = "run";
    words[1] = "s.tide";
    System.arraycopy(more, 0, words, 2, more.length);
    return Command.run(folder, words);
  }

  @Test
  void jsonKeepsTextsInTheirPlace() throws IOException {
    String hostile = "\"}], \"asserts\": [{ \\ \u0007 \u2028 \ud83d\ude00";
    Files.writeString(folder.resolve("d.csv"), "a\n\"" + hostile.replace("\"", "\"\"") + "\"\n");
    Command.Result result =
        run(
            "data d = csv(\"d.csv\", { a: text })\nshow d.a[0]\nshow d\nnothing\n"
                .replace("nothing\n", ""),
            "--json");
    JsonNode json = new ObjectMapper().readTree(result.out());
    assertEquals(hostile, json.get("shown").get(0).get("value").textValue());
    assertEquals(hostile, json.get("tables").get(0).get("rows").get(0).get(0).textValue());
    assertEquals(0, json.get("asserts").size());
  }

  @Test
  void csvKeepsTextsInTheirCells() throws IOException {
    String hostile = "x,y\"\r\nz;\tw";
    Files.writeString(
        folder.resolve("d.csv"), "a,b\n\"" + hostile.replace("\"", "\"\"") + "\",1\n");
    Command.Result result =
        run("data d = csv(\"d.csv\", { a: text, b: 1 })\nexport \"out.csv\" = d");
    assertEquals(0, result.status(), result::toString);
    try (CSVParser written =
        CSVFormat.RFC4180.parse(new StringReader(Files.readString(folder.resolve("out.csv"))))) {
      List<List<String>> rows = written.stream().map(row -> List.of(row.values())).toList();
      assertEquals(List.of(List.of("a", "b"), List.of(hostile, "1")), rows);
    }
  }

  @Test
  void picturesKeepTextsInTheirPlace() throws Exception {
    Command.Result result =
        run(
            "p = { a: 1, b: 2 }\nexport \"p.svg\" = plot p @title(\"HERE\")\n"
                .replace("HERE", MARKUP));
    assertEquals(0, result.status(), result::toString);
    String svg = Files.readString(folder.resolve("p.svg"));
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
    Document picture =
        factory
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    assertEquals(0, picture.getElementsByTagName("script").getLength());
    assertEquals(0, picture.getElementsByTagName("a").getLength());
    assertTrue(svg.contains("&lt;script"), "the title is there as a text");
  }

  @Test
  void aSpreadsheetMayTakeATextForAFormula() throws IOException {
    Command.Result result =
        run("data t = table(a: text) { \"=HYPERLINK(1)\" }\nexport \"t.csv\" = t");
    assertEquals(0, result.status(), result::toString);
    assertEquals("a\r\n=HYPERLINK(1)\r\n", Files.readString(folder.resolve("t.csv")));
  }

  @Test
  void oddLettersInNamesAreRefused() throws IOException {
    // a Cyrillic a, an invisible joiner, a letter of full width: names that look like others
    for (String name : List.of("p\u0430ram1", "a\u200db", "\uff41", "a\u0301")) {
      Command.Result result = run(name + " = 1\nshow " + name);
      assertEquals(2, result.status(), result::toString);
    }
  }

  @Test
  void textThatTurnsIsShownAsSuch() throws IOException {
    Command.Result result = run("show \"safe \u202e evil\"");
    assertFalse(result.out().contains("\u202e"), result::toString);
    Command.Result comment = run("show 1 // safe \u202e evil\nshow 1 +");
    assertFalse(comment.err().contains("\u202e"), comment::toString);
  }
}
