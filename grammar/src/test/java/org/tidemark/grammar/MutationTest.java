package org.tidemark.grammar;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.grammar.diagnostic.DiagnosticRenderer;
import org.tidemark.grammar.source.SourceText;
import org.tidemark.grammar.token.Token;

/** Scripts with tokens lost, doubled and swapped are read or refused, never worse. */
class MutationTest {
  @Property(tries = 400, shrinking = ShrinkingMode.OFF)
  void damagedScriptsAreReadOrRefused(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int hits) {
    Random random = new Random(seed);
    List<String> samples = Snippets.samples();
    String text = samples.get(random.nextInt(samples.size()));
    for (int i = 0; i < hits; i++) {
      text = damage(text, random);
    }
    SourceText source = new SourceText("damaged", text);
    long start = Clock.worked();
    ParseResult result = TideParser.parse(source);
    TideParser.parseExpression(source);
    TideLexing.tokens(source);
    TideLexing.isIncomplete(source);
    long millis = (Clock.worked() - start) / 1_000_000;
    assertTrue(millis < 1000, millis + " ms");
    for (Diagnostic diagnostic : result.diagnostics()) {
      assertTrue(!DiagnosticRenderer.render(diagnostic, true).isEmpty());
    }
    boolean isInvalid = Shape.of(result.script()).contains("(InvalidStatement");
    assertTrue(!(isInvalid && result.isClean()), text);
  }

  private static String damage(String text, Random random) {
    List<Token> tokens = new ArrayList<>(TideLexing.tokens(new SourceText("sample", text)));
    if (tokens.size() < 2) {
      return text;
    }
    Token first = tokens.get(random.nextInt(tokens.size()));
    Token second = tokens.get(random.nextInt(tokens.size()));
    String before = text.substring(0, first.span().start());
    String after = text.substring(first.span().end());
    return switch (random.nextInt(4)) {
      case 0 -> before + after;
      case 1 -> before + first.text() + " " + first.text() + after;
      case 2 -> before + second.text() + after;
      default -> before + second.text() + " " + first.text() + after;
    };
  }
}
