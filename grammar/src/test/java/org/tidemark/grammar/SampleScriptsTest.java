package org.tidemark.grammar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tidemark.grammar.source.SourceText;

class SampleScriptsTest {
  @Test
  void everySnippetOfTheContractIsClean() throws IOException {
    Path contract = Path.of("..", "..", "shared", "language.md");
    assumeTrue(Files.exists(contract), "the contract is not here");
    List<String> snippets = Snippets.of(Files.readString(contract));
    assertTrue(snippets.size() >= 7, "too few snippets found");
    snippets.forEach(SampleScriptsTest::assertClean);
  }

  @Test
  void samplesAreClean() {
    Snippets.samples().forEach(SampleScriptsTest::assertClean);
  }

  @Test
  void lineEndsOfAnyKindMeanTheSame() {
    for (String sample : Snippets.samples()) {
      String expected = shape(sample);
      assertEquals(expected, shape(sample.replace("\n", "\r\n")));
      assertEquals(expected, shape(sample.replace("\n", "\r")));
      assertEquals(expected, shape("\uFEFF" + sample));
    }
  }

  private static String shape(String text) {
    String shape = Shape.of(TideParser.parse(new SourceText("sample", text)).script().statements());
    return shape.replace("\r\n", "\n").replace('\r', '\n');
  }

  private static void assertClean(String text) {
    ParseResult result = TideParser.parse(new SourceText("sample", text));
    assertEquals(List.of(), result.diagnostics(), text);
  }
}
