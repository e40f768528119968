package org.tidemark.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Terminals of all sorts and sizes, and none. */
class TerminalsIT {
  private static final char ESCAPE = '\u001b';

  @TempDir Path folder;

  @Test
  void aDumbTerminalGetsNoEscapeSequence() {
    try (PromptOnPty prompt = PromptOnPty.in(folder).with("TERM", "dumb").open()) {
      assertEquals(List.of("1 + 1 = 2"), prompt.ask("1 + 1"));
      prompt.write("(1 +").enter().expectContinuation();
      prompt.write("2)").enter().expect("= 3").expectPrompt();
      prompt.write("(4 +").enter().expectContinuation().press(Key.CTRL_C).expectPrompt();
      prompt.press(Key.CTRL_C).expectPrompt();
      prompt.press(Key.CTRL_C).expect(Signs.HINT).expectPrompt();
      assertEquals(List.of("5 = 5"), prompt.ask("5"));
      prompt.press(Key.CTRL_D);
      assertEquals(0, prompt.awaitEnd());
      assertFalse(prompt.everythingWritten().contains("" + ESCAPE), prompt.everythingWritten());
    }
  }

  @Test
  void aPipeGetsResultsAlone() throws IOException, InterruptedException {
    Path entries = Files.writeString(folder.resolve("entries"), "x = (1 +\n2)\nx\nlost\n:quit\n");
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    ProcessBuilder builder =
        new ProcessBuilder(PromptOnPty.LAUNCHER)
            .redirectInput(entries.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().put("TIDE_ARCHIVE", "off");
    builder.environment().put("TIDE_JAVA_OPTIONS", "-Xlog:class+load:file=" + folder + "/classes");
    assertEquals(0, builder.start().waitFor());
    assertEquals("x = 3\n", Files.readString(out, StandardCharsets.UTF_8));
    assertTrue(Files.readString(err).startsWith("error[E0201]"), Files.readString(err));
    assertFalse(Files.readString(folder.resolve("classes")).contains("org.jline"));
  }

  @Test
  void widthsFrom80To200() {
    String sum = "1" + " + 1".repeat(30);
    try (PromptOnPty prompt = PromptOnPty.in(folder).size(80, 24).open()) {
      // 6 + 121 characters go over two rows
      prompt.type(sum).await(s -> s.cursorLine() == 2 && s.cursorColumn() == 47, "a second row");
      prompt.press(Key.CTRL_A).expectColumn(6).type("9 + ").press(Key.CTRL_E).expectColumn(51);
      prompt.enter().expect("= 40").expectPrompt();
    }
    try (PromptOnPty prompt = PromptOnPty.in(folder).size(200, 50).open()) {
      prompt.type(sum).expectColumn(127).expectEntry(sum).enter().expect("= 31").expectPrompt();
    }
  }

  @Test
  void aTerminalMayChangeItsSizeWhileSomebodyTypes() {
    try (PromptOnPty prompt = PromptOnPty.in(folder).size(80, 24).open()) {
      prompt.ask("x = 1");
      prompt.write("x + x + x + x + x + x + x + x").resize(30, 20);
      prompt.type(" + 1").expectLine("x + x + 1");
      prompt.expect("tide> x + x + x + x + x + x +\nx + x + 1");
      prompt.resize(120, 30).type("0").expect("x + x + 10");
      prompt.enter().expect("= 18").expectPrompt();
      assertEquals(List.of("x = 1"), prompt.ask("x"));
    }
  }

  @Test
  void wideCharactersTakeTwoColumns() {
    try (PromptOnPty prompt = PromptOnPty.in(folder).open()) {
      prompt.type("\"価格 λ\"").expectColumn(6 + 8).press(Key.LEFT).press(Key.BACKSPACE);
      prompt.press(Key.BACKSPACE).press(Key.BACKSPACE).expectColumn(6 + 3);
      prompt.expectEntry("\"価\"").enter().expect("価").expectPrompt();
    }
  }

  @Test
  void beingToldToEndIsNoAccident() throws IOException {
    try (PromptOnPty prompt = PromptOnPty.in(folder).open()) {
      prompt.ask("1 + 1");
      prompt.write("2 +").signal("TERM");
      assertEquals(143, prompt.awaitEnd());
      assertTrue(prompt.written().contains("\u001b[?2004l"), prompt::written);
    }
    assertEquals("1 + 1\n", Files.readString(folder.resolve("history")));
    try (PromptOnPty prompt = PromptOnPty.in(folder).open()) {
      prompt.signal("HUP");
      assertEquals(129, prompt.awaitEnd());
    }
  }
}
