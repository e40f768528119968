package org.tidemark.vocab.industry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tidemark.spi.Constant;
import org.tidemark.spi.FieldSpec;
import org.tidemark.spi.FunctionSpec;
import org.tidemark.spi.Kind;
import org.tidemark.spi.Registry;

/** What the documentation shows runs, and says nothing that it should not. */
class ExamplesTest {
  private static final List<String> PAGES =
      List.of("E0406", "E0501", "E0513", "E0601", "E0602", "E0603", "W0201", "W0206");

  private final List<Kind> kinds = new ArrayList<>();
  private final List<FunctionSpec> functions = new ArrayList<>();

  ExamplesTest() {
    new IndustryPlugin()
        .register(
            new Registry() {
              @Override
              public void kind(Kind kind) {
                kinds.add(kind);
              }

              @Override
              public void function(FunctionSpec function) {
                functions.add(function);
              }

              @Override
              public void constant(Constant constant) {
                throw new AssertionError("no constants here");
              }
            });
  }

  @TestFactory
  Stream<DynamicTest> kindsShowACompleteScript() {
    return kinds.stream()
        .map(
            kind ->
                dynamicTest(
                    kind.name(),
                    () -> {
                      assertFalse(Scripts.values(kind.example().orElseThrow()).isEmpty());
                      assertFalse(kind.doc().isBlank());
                      for (FieldSpec field : kind.fields()) {
                        assertFalse(field.doc().isBlank(), field.name());
                      }
                    }));
  }

  @TestFactory
  Stream<DynamicTest> functionsShowExpressions() {
    return functions.stream()
        .map(
            function ->
                dynamicTest(
                    function.name(),
                    () -> {
                      assertFalse(function.doc().isBlank());
                      for (String example : function.examples()) {
                        assertEquals(1, Scripts.values("show " + example).size());
                      }
                    }));
  }

  @TestFactory
  Stream<DynamicTest> explanationsAreRight() {
    return PAGES.stream().map(code -> dynamicTest(code, () -> page(code)));
  }

  private static void page(String code) throws IOException {
    String text;
    try (InputStream page =
        ExamplesTest.class.getResourceAsStream("/org/tidemark/explain/" + code + ".md")) {
      text = new String(page.readAllBytes(), StandardCharsets.UTF_8);
    }
    assertTrue(text.startsWith("# " + code + ": "));
    List<String> wrong = Scripts.codes(block(text, "## Wrong"));
    assertEquals(List.of(code), wrong);
    assertEquals(List.of(), Scripts.codes(block(text, "## Right")));
  }

  private static String block(String text, String heading) {
    String open = "```tide\n";
    int start = text.indexOf(open, text.indexOf(heading)) + open.length();
    return text.substring(start, text.indexOf("```", start));
  }
}
