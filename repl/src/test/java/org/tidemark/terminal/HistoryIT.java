package org.tidemark.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was typed before comes back, in this conversation and in the next. */
class HistoryIT {
  @TempDir Path folder;

  @Test
  void entriesComeBackInTheNextRun() throws IOException {
    try (PromptOnPty first = PromptOnPty.in(folder).open()) {
      first.ask("price = 12 USD/GB");
      first.ask("volume = 3 GB");
      first.ask(" secret = 7");
      first.write("sum([1,").enter().expectContinuation().write("\\2])").press(Key.CTRL_U);
      first.expectContinuation().write("2])").enter().expectPrompt();
      first.press(Key.CTRL_D).awaitEnd();
    }
    Path history = folder.resolve("history");
    assertEquals(
        "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(history)));
    assertEquals(
        List.of("price = 12 USD/GB", "volume = 3 GB", "sum([1,\\n2])"),
        Files.readAllLines(history));
    try (PromptOnPty second = PromptOnPty.in(folder).open()) {
      second.press(Key.UP).expect("tide> sum([1,").expectLine("    | 2])");
      second.enter().expect("= 3").expectPrompt();
      second.write("pri").press(Key.UP).expectEntry("price = 12 USD/GB");
      second.press(Key.DOWN).expectEntry("pri").press(Key.CTRL_U).expectEntry("");
      second.press(Key.UP).press(Key.UP).press(Key.UP).expectEntry("volume = 3 GB");
      second.press(Key.CTRL_U).press(Key.CTRL_R).type("GB").expect("volume = 3 GB");
      second.press(Key.CTRL_R).expect("price = 12 USD/GB");
      second.enter().expectPrompt();
      assertEquals(List.of("price = 12 USD/GB"), second.ask("price"));
    }
  }

  @Test
  void aHistoryThatCannotBeWrittenCostsOneLine() throws IOException {
    Files.writeString(folder.resolve("file"), "");
    try (PromptOnPty prompt =
        PromptOnPty.in(folder).with("TIDE_HISTORY", folder + "/file/history").open()) {
      List<String> answer = prompt.ask("1 + 1");
      assertTrue(answer.get(0).startsWith("the history could not be written: "), answer.get(0));
      assertEquals("1 + 1 = 2", answer.get(answer.size() - 1));
      assertEquals(List.of("2 + 2 = 4"), prompt.ask("2 + 2"));
      prompt.press(Key.UP).press(Key.UP).expectEntry("1 + 1");
    }
  }

  @Test
  void aLongHistoryIsCutDown() throws IOException {
    Path history = folder.resolve("history");
    Files.write(history, IntStream.range(0, 13_000).mapToObj(i -> "x" + i + " = 1").toList());
    try (PromptOnPty prompt = PromptOnPty.in(folder).open()) {
      prompt.press(Key.UP).expectEntry("x12999 = 1");
      prompt.press(Key.CTRL_U).expectEntry("");
      prompt.press(Key.CTRL_D).awaitEnd();
    }
    List<String> kept = Files.readAllLines(history);
    assertEquals(10_000, kept.size());
    assertEquals("x3000 = 1", kept.get(0));
  }
}
