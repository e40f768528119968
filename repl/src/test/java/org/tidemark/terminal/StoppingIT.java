package org.tidemark.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** What takes too long is stopped, and the prompt lives on. */
@Isolated("times are measured")
class StoppingIT {
  private static final String SLOW =
      "fn slow(n) = if n == 0 then 0 else slow(n - 1) + sum([k for k in 1..200_000])";

  @TempDir Path folder;

  @Test
  void aBusyEvaluationStopsAtOnce() {
    try (PromptOnPty prompt = PromptOnPty.in(folder).size(120, 24).open()) {
      prompt.ask(SLOW);
      stop(prompt, "slow(4000)");
      stop(prompt, "[slow(30) for k in 1..4000]");
      assertEquals(List.of("slow(1) = 2.00001e10"), prompt.ask("slow(1)"));
    }
  }

  @Test
  void aBusyEvaluationOnADumbTerminalStopsToo() {
    try (PromptOnPty prompt = PromptOnPty.in(folder).size(120, 24).with("TERM", "dumb").open()) {
      prompt.ask(SLOW);
      stop(prompt, "slow(4000)");
      assertEquals(List.of("1 + 1 = 2"), prompt.ask("1 + 1"));
    }
  }

  /** A moment without a handler would be met by one of them. */
  @Test
  void noNumberOfCtrlCsEndsThePrompt() {
    try (PromptOnPty prompt = PromptOnPty.in(folder).size(120, 24).open()) {
      prompt.ask(SLOW);
      prompt.write("slow(4000)").enter().expectBusy();
      for (int i = 0; i < 600; i++) {
        prompt.press(Key.CTRL_C);
        LockSupport.parkNanos(1_000_000);
      }
      prompt.expectPrompt().expectQuiet();
      prompt.type("20 + 22\r").expect("20 + 22 = 42").expectPrompt();
    }
  }

  @Test
  void keysPressedMeanwhileAreReadAfterwards() {
    try (PromptOnPty prompt = PromptOnPty.in(folder).size(120, 24).open()) {
      prompt.ask(SLOW);
      prompt.write("slow(60)").enter().type("1 + 2\r").expect("1 + 2 = 3").expectPrompt();
      prompt.press(Key.UP).expectEntry("1 + 2");
    }
  }

  @Test
  void ctrlZPutsThePromptAside() {
    try (PromptOnPty shell =
        PromptOnPty.in(folder).with("PS1", "$ ").command("bash", "--norc", "-i").launch()) {
      shell.type(PromptOnPty.LAUNCHER + "\r").expectPrompt();
      shell.type("1 + 1\r").expect("1 + 1 = 2").expectPrompt();
      shell.write("40 +").press(Key.CTRL_Z).expect("Stopped");
      shell.type("echo between\r").expect("\nbetween");
      shell.enter().type("fg\r").expectEntry("40 +");
      shell.write(" 2").enter().expect("40 + 2 = 42").expectPrompt();
      shell.press(Key.CTRL_D).type("exit\r");
      assertEquals(0, shell.awaitEnd());
    }
  }

  private static final String LONG =
      "fn slow(x) = x * (1 + 0 * sum([k for k in 1..1000]))\nparam a = 1 to 10\n"
          + "run = sample(slow(a), draws: 1_000_000)\n";

  @Test
  void longWorkShowsABarAtThePromptAndKeepsWhatIsDone() {
    try (PromptOnPty prompt = PromptOnPty.in(folder).size(120, 24).open()) {
      for (String line : LONG.lines().toList()) {
        prompt.ask(line);
      }
      prompt.write("run.draws < 1_000_000").enter().expect("sampling slow(a)  ░");
      prompt.press(Key.CTRL_C).expect("was stopped after").expectPrompt();
      String shown = prompt.toString();
      assertTrue(shown.contains("run.draws < 1_000_000 = true"), shown);
      assertFalse(shown.contains("░"), shown);
      assertEquals(List.of("run.draws < 1_000_000 = true"), prompt.ask("run.draws < 1_000_000"));
      assertEquals(List.of("1 + 1 = 2"), prompt.ask("1 + 1"));
    }
  }

  @Test
  void ctrlCEndsARunWithWhatIsDone() throws IOException {
    Files.writeString(folder.resolve("long.tide"), LONG + "show run.draws < 1_000_000\n");
    try (PromptOnPty run = running()) {
      run.expectAnywhere("sampling slow(a)  ░").press(Key.CTRL_C);
      assertEquals(130, run.awaitEnd());
      String shown = run.toString();
      assertTrue(shown.contains("= true") && shown.contains("was stopped after"), shown);
      assertFalse(shown.contains("░"), shown);
    }
  }

  @Test
  void aSecondCtrlCEndsARunAtOnce() throws IOException {
    Files.writeString(
        folder.resolve("long.tide"),
        LONG
            + "show run.draws < 1_000_000\n"
            + "show [run.mean * sum([sin(k * j) for j in 1..50_000]) for k in 1..100_000][1]\n");
    try (PromptOnPty run = running()) {
      run.expectAnywhere("sampling slow(a)  ░").press(Key.CTRL_C);
      run.expectAnywhere("working out [run.mean").press(Key.CTRL_C);
      assertEquals(130, run.awaitEnd());
      assertFalse(run.toString().contains("was stopped after"), run.toString());
    }
  }

  private PromptOnPty running() {
    return PromptOnPty.in(folder)
        .size(120, 24)
        .command(PromptOnPty.LAUNCHER, "run", "long.tide")
        .launch();
  }

  private static void stop(PromptOnPty prompt, String busy) {
    prompt.write(busy).enter().expectBusy();
    long from = System.nanoTime();
    prompt.press(Key.CTRL_C).expect("stopped").expectPrompt();
    double seconds = (System.nanoTime() - from) * 1e-9;
    System.out.printf("stopped after %.0f ms%n", seconds * 1e3);
    assertTrue(seconds < 1, "it took " + seconds + " s");
    List<String> answer = prompt.answer();
    assertEquals(1, answer.size(), prompt.toString());
  }
}
