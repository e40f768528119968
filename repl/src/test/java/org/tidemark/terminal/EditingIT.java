package org.tidemark.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Entries of one and of several lines, and how they are left. */
class EditingIT {
  @TempDir Path folder;

  @Test
  void entriesAreAnsweredBelowThem() {
    try (PromptOnPty prompt = PromptOnPty.in(folder).open()) {
      assertEquals(List.of(), prompt.ask("r = 5 %/year"));
      assertEquals(List.of("2 * r = 10 %/year"), prompt.ask("2 * r"));
      assertEquals(List.of("λ = 3"), prompt.ask("show λ: 3"));
    }
  }

  @Test
  void anOpenBracketAsksForAnotherLine() {
    try (PromptOnPty prompt = PromptOnPty.in(folder).open()) {
      prompt.write("sum([1,").enter().expectContinuation();
      prompt.write("2,").enter().expectContinuation();
      prompt.write("3])").enter().expect("= 6").expectPrompt();
      prompt.write("f = (1 +").enter().expectContinuation();
      prompt.enter().expect("error[").expectPrompt();
    }
  }

  @Test
  void ctrlCClearsAndCtrlDLeaves() {
    try (PromptOnPty prompt = PromptOnPty.in(folder).open()) {
      prompt.write("1 + (2").enter().expectContinuation().write("+ 3");
      prompt.press(Key.CTRL_C).expectPrompt();
      prompt.press(Key.CTRL_C).expectPrompt();
      prompt.press(Key.CTRL_C).expect(Signs.HINT).expectPrompt();
      assertEquals(List.of("7 = 7"), prompt.ask("7"));
      prompt.write("78").press(Key.LEFT).press(Key.CTRL_D).expectEntry("7");
      prompt.press(Key.CTRL_U).expectEntry("").press(Key.CTRL_D);
      assertEquals(0, prompt.awaitEnd());
    }
  }
}
