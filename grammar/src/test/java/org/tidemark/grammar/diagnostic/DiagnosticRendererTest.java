package org.tidemark.grammar.diagnostic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.tidemark.grammar.source.SourceText;
import org.tidemark.grammar.source.Span;

class DiagnosticRendererTest {
  private static final SourceText MODEL =
      new SourceText("model.tide", "a = 1\nb = 2\n\ntotal = price + volume\nc = 3\n");

  private static Span find(SourceText source, String words) {
    int start = source.text().indexOf(words);
    return new Span(start, start + words.length());
  }

  @Test
  void drawsTheContractsExample() {
    Diagnostic diagnostic =
        Diagnostic.error("E0301", "cannot add USD/GB and EB", MODEL, find(MODEL, "+"))
            .withLabel(MODEL, find(MODEL, "price"), "money / information (USD/GB)")
            .withLabel(MODEL, find(MODEL, "volume"), "information (EB)")
            .withHelp("multiply them for a revenue: price * volume");
    assertEquals(
        """
        error[E0301]: cannot add USD/GB and EB
          --> model.tide:4:15
           |
         4 | total = price + volume
           |         ----- ^ ------ information (EB)
           |         |
           |         money / information (USD/GB)
           = help: multiply them for a revenue: price * volume
        """,
        DiagnosticRenderer.render(diagnostic, false));
  }

  @Test
  void drawsSeveralLinesAndFiles() {
    SourceText other = new SourceText("other.tide", "x = 1\n");
    Diagnostic diagnostic =
        Diagnostic.warning("W0101", "defined twice", MODEL, find(MODEL, "total"))
            .withNote("again")
            .withLabel(MODEL, find(MODEL, "a"), "first")
            .withLabel(MODEL, find(MODEL, "c ="), "")
            .withLabel(other, find(other, "x"), "elsewhere");
    assertEquals(
        """
        warning[W0101]: defined twice
          --> model.tide:4:1
           |
         1 | a = 1
           | - first
        ...
         4 | total = price + volume
           | ^^^^^ again
         5 | c = 3
           | ---
          ::: other.tide:1:1
           |
         1 | x = 1
           | - elsewhere
        """,
        DiagnosticRenderer.render(diagnostic, false));
  }

  @Test
  void threeLabelsHangInOrder() {
    SourceText source = new SourceText("t", "aa bb cc\n");
    Diagnostic diagnostic =
        Diagnostic.error("E0001", "m", source, find(source, "cc"))
            .withNote("three")
            .withLabel(source, find(source, "aa"), "one")
            .withLabel(source, find(source, "bb"), "two");
    assertEquals(
        """
        error[E0001]: m
          --> t:1:7
           |
         1 | aa bb cc
           | -- -- ^^ three
           | |  |
           | |  two
           | one
        """,
        DiagnosticRenderer.render(diagnostic, false));
  }

  @Test
  void mindsTabsWideCharactersAndControls() {
    SourceText source = new SourceText("t", "\tx\u001b = \"漢字\" + y");
    Diagnostic diagnostic = Diagnostic.error("E0001", "m", source, find(source, "y"));
    assertEquals(
        """
        error[E0001]: m
          --> t:1:14
           |
         1 |     x\uFFFD = "漢字" + y
           |                   ^
        """,
        DiagnosticRenderer.render(diagnostic, false));
  }

  @Test
  void cutsLongLinesAroundThePlace() {
    SourceText source = new SourceText("t", "a + ".repeat(1000) + "here" + " + b".repeat(1000));
    String shown =
        DiagnosticRenderer.render(
            Diagnostic.error("E0001", "m", source, find(source, "here")), false);
    assertTrue(shown.lines().allMatch(line -> line.length() < 130), shown);
    String[] lines = shown.split("\n");
    assertEquals(lines[3].indexOf("here"), lines[4].indexOf("^^^^"), shown);
  }

  @Test
  void placesAtTheEndAndNowhere() {
    SourceText source = new SourceText("t", "a =");
    Diagnostic atEnd = Diagnostic.error("E0001", "m", source, new Span(3, 3)).withNote("here");
    assertTrue(DiagnosticRenderer.render(atEnd, false).contains(" 1 | a =\n   |    ^ here\n"));
    Diagnostic nowhere = Diagnostic.error("E0002", "no such file").withHelp("check its name");
    assertEquals(
        "error[E0002]: no such file\n   = help: check its name\n",
        DiagnosticRenderer.render(nowhere, false));
  }

  @Test
  void colourChangesNothingElse() {
    Diagnostic diagnostic =
        Diagnostic.error("E0301", "m", MODEL, find(MODEL, "+"))
            .withLabel(MODEL, find(MODEL, "price"), "left")
            .withHelp("h");
    String coloured = DiagnosticRenderer.render(diagnostic, true);
    assertTrue(coloured.contains("\u001b[1;31m"));
    assertEquals(
        DiagnosticRenderer.render(diagnostic, false), coloured.replaceAll("\u001b\\[[0-9;]*m", ""));
  }
}
