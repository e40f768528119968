package org.tidemark.grammar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidemark.grammar.source.SourceText;

/** Texts made to break a parser are refused quickly, with a message, on a small stack. */
class LimitsTest {
  private static final long MOST_MILLIS = 1000;

  @BeforeAll
  static void warmUp() {
    Snippets.samples().forEach(text -> TideParser.parse(new SourceText("warm", text)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(",
        "[",
        "{",
        "f(",
        "([{",
        "\"{",
        "{ a: ",
        "firm f {\n",
        "if ",
        "x => ",
        "-",
        "not ",
        "2^",
        "a |> (",
        "table(a: 1) {",
        "x with { a = ",
        ")",
        "]",
        "}",
        "\"",
        "'",
        "/*",
        "§",
        "(\n",
        "if x then y else ",
        "{ y = 1; ",
        "a.b",
        "f(1)(",
        "@a ",
        "1 to ",
        "a = \"{\n",
        "model M {\n",
        "x = (1,\n",
        "2 ",
        "a ? b : ",
        "= ",
        "\\",
        "f(x)",
        "not -",
        "(x) => "
      })
  void tenThousandOfAnything(String piece) {
    ParseResult result = quickly("x = " + piece.repeat(10_000));
    assertFalse(result.isClean());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", " ", "\n", ";", "\"", "{", "}", "a;b", "a b", "x = 1", "// c", "/*", ",", "1,",
        "a\n- b", "\u0000", "\uD800", "=", "(", "{ a: ", "\"{", "@a", "1 2", "%", "\uFEFF"
      })
  void shortTextsNeverThrow(String text) {
    SourceText source = new SourceText("short", text);
    TideParser.parse(source);
    ExpressionResult result = TideParser.parseExpression(source);
    assertEquals(result.expression().isEmpty(), !result.diagnostics().isEmpty());
  }

  @Test
  void longSumIsRefused() {
    assertEquals("E0109", onlyCode("x = 1" + " + 1".repeat(100_000)));
    assertEquals("E0109", onlyCode("x = 1" + " + 1".repeat(300)));
    assertTrue(quickly("x = 1" + " + 1".repeat(290)).isClean());
  }

  @Test
  void longChainsAreRefused() {
    assertEquals("E0109", onlyCode("x = " + "-".repeat(10_000) + "1"));
    assertEquals("E0109", onlyCode("x = " + "if a then 1 else ".repeat(10_000) + "1"));
    assertEquals("E0109", onlyCode("x = " + "2^".repeat(1000) + "1"));
    assertEquals("E0109", onlyCode("x = a" + ".b".repeat(1000)));
    assertEquals("E0109", onlyCode("x: " + "m*".repeat(1000) + "m = 1"));
  }

  @Test
  void hugeTextIsRefusedUnread() {
    assertEquals("E0109", onlyCode("x = " + "1 + ".repeat(2_500_000)));
    SourceText huge = new SourceText("huge", " ".repeat(10_000_000));
    assertEquals("E0109", TideParser.parseExpression(huge).diagnostics().get(0).code());
    assertEquals(List.of(), TideLexing.tokens(huge));
  }

  @Test
  void longListIsFine() {
    assertTrue(quickly("x = [1" + ", 1".repeat(50_000) + "]").isClean());
  }

  @Test
  void manyStatementsAreQuick() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 10_000; i++) {
      text.append("a").append(i).append(" = 12 USD/GB * f(b, c: 3) + 1\n");
    }
    ParseResult result = quickly(text.toString());
    assertTrue(result.isClean());
    assertEquals(10_000, result.script().statements().size());
  }

  @Test
  void errorDeepInsideManyBodiesIsQuick() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 90; i++) {
      text.append("model M").append(i).append(" {\n");
    }
    text.append("a = 3 + 4\n".repeat(5000)).append("x = 3 +* 4\n").append("}\n".repeat(90));
    ParseResult result = quickly(text.toString());
    assertEquals(1, result.diagnostics().size());
  }

  @Test
  void deepestTreeFitsASmallStack() throws InterruptedException {
    String text = "x = " + "(1 + ".repeat(99) + "1" + ")".repeat(99);
    ParseResult[] result = new ParseResult[1];
    Runnable parse = () -> result[0] = TideParser.parse(new SourceText("deep", text));
    Thread thread = new Thread(null, parse, "small", 512 * 1024);
    thread.start();
    thread.join();
    assertTrue(result[0].isClean());
  }

  private static String onlyCode(String text) {
    ParseResult result = quickly(text);
    assertEquals(1, result.diagnostics().size());
    return result.diagnostics().get(0).code();
  }

  private static ParseResult quickly(String text) {
    long start = Clock.worked();
    SourceText source = new SourceText("limit", text);
    ParseResult result = TideParser.parse(source);
    long millis = (Clock.worked() - start) / 1_000_000;
    assertTrue(millis < MOST_MILLIS, () -> millis + " ms");
    return result;
  }
}
