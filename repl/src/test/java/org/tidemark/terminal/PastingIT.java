package org.tidemark.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole scripts pasted, by terminals that say so and by those that do not. */
class PastingIT {
  @TempDir Path folder;

  /** Forty lines: definitions, comments, brackets over several lines, an empty line in one. */
  private static String script() {
    List<String> lines = new ArrayList<>();
    lines.add("// a script of forty lines");
    lines.add("price = 12 USD/GB\t// with a tabulator");
    lines.add("volumes = [");
    lines.add("\t1 GB,");
    lines.add("");
    lines.add("\t2 GB,");
    lines.add("]");
    lines.add("param beta = 2");
    for (int i = 0; i < 30; i++) {
      lines.add("step" + i + " = " + (i == 0 ? "1" : "step" + (i - 1) + " + 1"));
    }
    lines.add("show last: step29 * beta");
    lines.add("show revenue: price * sum(volumes)");
    return String.join("\n", lines);
  }

  @Test
  void aPastedScriptIsOneEntry() {
    try (PromptOnPty prompt = PromptOnPty.in(folder).size(80, 50).open()) {
      prompt.paste(script()).expectLine("    | show revenue: price * sum(volumes)");
      prompt.enter().expectPrompt();
      assertEquals(List.of("last = 60", "revenue = 36 USD"), prompt.answer());
      prompt.press(Key.UP).expectLine("    | show revenue: price * sum(volumes)");
      prompt.press(Key.CTRL_C).expectPrompt();
      assertEquals(List.of("step7 = 8"), prompt.ask("step7"));
    }
  }

  @Test
  void aPastedScriptFitsNoScreen() {
    try (PromptOnPty prompt = PromptOnPty.in(folder).size(80, 24).open()) {
      prompt.paste(script()).expectLine("    | show revenue: price * sum(volumes)");
      prompt.enter().expect("revenue = 36 USD").expectPrompt();
    }
  }

  @Test
  void aScriptThatComesAsKeysLosesNothing() {
    try (PromptOnPty prompt = PromptOnPty.in(folder).size(80, 24).open()) {
      prompt.pasteRaw(script() + "\n").expect("revenue = 36 USD").expectPrompt();
      prompt.expect("last = 60").expectNo("error");
      assertEquals(List.of("step7 = 8"), prompt.ask("step7"));
    }
  }

  @Test
  void anEntryIsPastedWithItsPrompts() {
    String shown = "tide> x = [1,\n    |   2,\n    |\n    | ]\ntide> y = sum(x)\ntide> y";
    try (PromptOnPty prompt = PromptOnPty.in(folder).open()) {
      prompt.paste(shown).expectLine("    | y").expectAnywhere("    |   2,\n    |\n    | ]");
      prompt.enter().expectPrompt();
      assertEquals(List.of("y = 3"), prompt.answer());
    }
  }

  @Test
  void commandsAmongStatementsAreObeyed() {
    try (PromptOnPty prompt = PromptOnPty.in(folder).open()) {
      prompt.paste("x = 2\ny = 3 * x\n:list\ny").expectLine("    | y");
      prompt.enter().expectPrompt();
      assertEquals(List.of("x", "y", "y = 6"), prompt.answer());
    }
  }
}
