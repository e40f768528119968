package org.tidemark.grammar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.grammar.diagnostic.DiagnosticRenderer;
import org.tidemark.grammar.source.SourceText;

/** Wrong scripts, each under the codes and places that are to be reported, and no others. */
class ErrorTableTest {
  @TestFactory
  Stream<DynamicTest> reportsWhatIsWrongAndNothingElse() {
    String[] cases = Snippets.resource("errors.txt").split("\n----\n");
    assertTrue(cases.length >= 40);
    return Stream.of(cases)
        .map(
            item -> {
              int line = item.indexOf('\n');
              String text = item.substring(line + 1);
              return DynamicTest.dynamicTest(text, () -> check(item.substring(0, line), text));
            });
  }

  private static void check(String expected, String text) {
    ParseResult result = TideParser.parse(new SourceText("t", text));
    List<String> found = new ArrayList<>();
    for (Diagnostic diagnostic : result.diagnostics()) {
      found.add(diagnostic.code() + diagnostic.location().orElseThrow().describe().substring(1));
      inOurWords(diagnostic);
    }
    assertEquals(expected, String.join(" ", found));
  }

  private static void inOurWords(Diagnostic diagnostic) {
    String shown = DiagnosticRenderer.render(diagnostic, false);
    for (String theirs :
        List.of("mismatched", "viable", "expecting", "extraneous", "<EOF>", "OPEN_", "null")) {
      assertFalse(shown.contains(theirs), shown);
    }
    assertFalse(diagnostic.message().endsWith("."), diagnostic.message());
    assertFalse(diagnostic.note().isEmpty(), diagnostic.message());
  }
}
