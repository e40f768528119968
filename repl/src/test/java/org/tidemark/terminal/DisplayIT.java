package org.tidemark.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jline.utils.ScreenTerminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an entry looks like while it is typed. */
class DisplayIT {
  private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]*(3[0-7]|9[0-7])[0-9;]*m");

  @TempDir Path folder;

  @Test
  void wordsAreColouredByWhatTheyAre() {
    try (PromptOnPty prompt = PromptOnPty.in(folder).open()) {
      prompt.ask("price = 12 USD/GB");
      prompt.write("show price * \"a\" // why");
      prompt.await(s -> colour(s, "show") != 0, "a coloured word");
      Screen screen = prompt.screen();
      assertEquals(
          5,
          Stream.of("show", "price", "*", "\"a\"", "// why")
              .map(word -> colour(screen, word))
              .distinct()
              .count(),
          prompt.toString());
    }
  }

  @Test
  void noColourIsUsedWhereNoneIsWanted() {
    try (PromptOnPty prompt = PromptOnPty.in(folder).with("NO_COLOR", "1").open()) {
      prompt.ask("price = 12 USD/GB");
      prompt.ask("nothing_of_it");
      prompt.write("pri").tab().expectEntry("price").type("\b\bs").tab();
      prompt.write("q").press(Key.CTRL_C).expectPrompt();
      assertFalse(COLOUR.matcher(prompt.everythingWritten()).find());
    }
  }

  @Test
  void theMatchingBracketIsMarked() {
    try (PromptOnPty prompt = PromptOnPty.in(folder).open()) {
      prompt.write("sum([1, (2)])");
      prompt.await(s -> marked(s).equals("()"), "the outer brackets marked");
      assertEquals("sum([1, (2)])".indexOf('(') + 6, firstMarked(prompt.screen()));
      prompt.press(Key.LEFT).press(Key.LEFT);
      prompt.await(s -> marked(s).equals("[]"), "the inner brackets marked");
      prompt.press(Key.CTRL_A);
      prompt.await(s -> marked(s).isEmpty(), "no bracket marked");
    }
  }

  @Test
  void theSignatureStandsBelowTheCall() {
    try (PromptOnPty prompt = PromptOnPty.in(folder).open()) {
      prompt.write("1 + round(").expect("\n  round(x, to: 1)");
      assertEquals("tide> 1 + round(", prompt.line());
      prompt.write("2.5, ").expect("round(x, to: 1)  to");
      prompt.resize(60, 20).write("to: 2").expect("round(x");
      prompt.type(")").expectNo("round(x, to");
      prompt.enter().expect("= 3").expectPrompt();
      prompt.write("round(").expect("round(x, to: 1)").press(Key.CTRL_C).expectPrompt();
      assertFalse(prompt.toString().contains("x, to: 1"), prompt.toString());
    }
    try (PromptOnPty low = PromptOnPty.in(folder).size(80, 4).open()) {
      low.write("round(2").enter().expectContinuation().write(")");
      low.enter().expect("= 2").expectPrompt();
      assertFalse(low.everythingWritten().contains("round(x"), low.everythingWritten());
    }
  }

  private static int colour(Screen screen, String word) {
    int line = screen.cursorLine();
    int at = screen.lines().get(line).indexOf(word);
    assertTrue(at >= 0, word);
    long cell = screen.cells(line)[at];
    return ScreenTerminal.cellHasForeground(cell) ? ScreenTerminal.cellForeground(cell) + 1 : 0;
  }

  /** The characters of the cursor's line that are underlined. */
  private static String marked(Screen screen) {
    StringBuilder marked = new StringBuilder();
    for (long cell : screen.cells(screen.cursorLine())) {
      if (ScreenTerminal.cellUnderline(cell)) {
        marked.appendCodePoint(ScreenTerminal.cellCodePoint(cell));
      }
    }
    return marked.toString();
  }

  private static int firstMarked(Screen screen) {
    long[] cells = screen.cells(screen.cursorLine());
    int at = 0;
    while (!ScreenTerminal.cellUnderline(cells[at])) {
      at++;
    }
    return at;
  }
}
