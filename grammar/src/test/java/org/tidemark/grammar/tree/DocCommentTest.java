package org.tidemark.grammar.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.tidemark.grammar.source.Span;

class DocCommentTest {
  @Test
  void aSentenceEndsBeforeACapitalLetter() {
    assertEquals("A price.", first("A price. It falls."));
    assertEquals(
        "A price, e.g. of memory, at 3. 7 in all.",
        first("A price, e.g. of memory,\nat 3. 7 in all."));
    assertEquals("A price.", first("A price. `x` is another."));
  }

  @Test
  void aSentenceEndsWithItsParagraph() {
    assertEquals("A price", first("\n  A price\n\nIt falls."));
    assertEquals("A price", first("A price\n```tide\nshow 1\n```\n"));
    assertEquals("", first("```tide\nshow 1\n```"));
    assertEquals("", first(" \n"));
  }

  @Test
  void aHeadlineHasNoFullStop() {
    assertEquals("A price", new DocComment("A price. It falls.", new Span(0, 0)).headline());
    assertEquals("A price", new DocComment("A price", new Span(0, 0)).headline());
    assertEquals("", new DocComment("", new Span(0, 0)).headline());
  }

  private static String first(String doc) {
    return DocComment.firstSentence(doc);
  }
}
