package org.tidemark.grammar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tidemark.grammar.source.SourceText;
import org.tidemark.grammar.token.Token;
import org.tidemark.grammar.tree.Declaration;
import org.tidemark.grammar.tree.Definition;
import org.tidemark.grammar.tree.Trivia;
import org.tidemark.grammar.tree.TriviaKind;

class TriviaTest {
  @Test
  void keepsCommentsAndBlankLines() {
    String text = "\n// one\n\n\n/* two */ x = 1 // three\n/// four\ny = 2\n\n";
    SourceText source = new SourceText("t", text);
    List<Trivia> trivia = TideParser.parse(source).script().trivia();
    assertEquals(
        List.of("\n", "// one", "\n\n", "/* two */", "// three", "/// four", "\n"),
        trivia.stream().map(Trivia::text).toList());
    for (Trivia piece : trivia) {
      assertEquals(piece.text(), source.text(piece.span()));
    }
    assertEquals(TriviaKind.DOC_COMMENT, trivia.get(5).kind());
  }

  @Test
  void documentsWhatFollows() {
    String text = "/// One\n///  two\n\n/// Three.\nmodel M {\n  /// Inner\n  a = 1\n  b = 2\n}";
    ParseResult result = TideParser.parse(new SourceText("t", text));
    Declaration model = (Declaration) result.script().statements().get(0);
    assertEquals("Three.", model.doc().orElseThrow().text());
    Definition inner = (Definition) model.body().orElseThrow().statements().get(0);
    assertEquals("Inner", inner.doc().orElseThrow().text());
    Definition plain = (Definition) model.body().orElseThrow().statements().get(1);
    assertTrue(plain.doc().isEmpty());
  }

  @Test
  void tokensCoverAllButSpace() {
    for (String sample : Snippets.samples()) {
      int end = 0;
      for (Token token : TideLexing.tokens(new SourceText("t", sample))) {
        assertTrue(sample.substring(end, token.span().start()).isBlank());
        assertEquals(token.text(), sample.substring(token.span().start(), token.span().end()));
        end = token.span().end();
      }
      assertTrue(sample.substring(end).isBlank());
    }
  }

  @Test
  void knowsWhenMoreIsToCome() {
    for (String text : List.of("f(", "a = {", "a +", "a =", "firm f {\n a = 1", "/* x", "a |>")) {
      assertTrue(TideLexing.isIncomplete(new SourceText("t", text)), text);
    }
    for (String text : List.of("", "a", "f(x)", "a = 1", "x = \"abc", ")", "// (")) {
      assertFalse(TideLexing.isIncomplete(new SourceText("t", text)), text);
    }
  }
}
