package org.tidemark.grammar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.grammar.source.SourceText;

class ExplainPagesTest {
  static IntStream numbers() {
    return IntStream.rangeClosed(101, 129);
  }

  @ParameterizedTest
  @MethodSource("numbers")
  void wrongIsWrongAndRightIsRight(int number) {
    String code = "E0" + number;
    String page = Snippets.resource("/org/tidemark/explain/" + code + ".md");
    assertTrue(page.startsWith("# " + code + ": "), page);
    assertTrue(page.indexOf("\n## Wrong\n") < page.indexOf("\n## Right\n"), page);
    List<String> snippets = Snippets.of(page);
    assertEquals(2, snippets.size());
    assertEquals(List.of(code), codes(snippets.get(0)));
    assertEquals(List.of(), codes(snippets.get(1)));
  }

  private static List<String> codes(String text) {
    return TideParser.parse(new SourceText("page", text)).diagnostics().stream()
        .map(Diagnostic::code)
        .toList();
  }
}
