package org.tidemark.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidemark.support.Command;
import org.tidemark.support.Expectations;
import org.tidemark.support.MarkdownBlocks;
import org.tidemark.support.MarkdownBlocks.Block;
import org.tidemark.support.Repository;

/**
 * Plays the tour, and the short one of the README, from the first key to the last, in an empty
 * folder on a terminal of 100 columns without colours, and compares what is shown. {@code
 * -Dtide.golden=overwrite} writes it. In what is shown of work that is stopped, {@code …} stands
 * for what depends on the moment; as a line of its own it stands anywhere for lines that the page
 * leaves out.
 */
class TourIT {
  private static final int COLUMNS = 100;
  private static final long SETTLED_MILLIS = 1500;

  /**
   * How often some work has to be seen before it is stopped, so that there is something to keep.
   */
  private static final int WORK_BEFORE_STOP = 8;

  @TempDir Path folder;
  private PromptOnPty prompt;

  /** The entry that Tab has left on the line of the cursor. */
  private String begun = "";

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "docs/tour.md"})
  void thePageShowsWhatHappens(String name) {
    Path file = Repository.TOP.resolve(name);
    String page = Repository.text(file);
    List<Block> blocks =
        MarkdownBlocks.of(page).stream().filter(block -> block.info().equals("tour")).toList();
    assertTrue(!blocks.isEmpty(), name + " has lost its conversation");
    List<String> played = new ArrayList<>();
    try {
      for (Block block : blocks) {
        played.add(play(block, name));
      }
      assertEquals(null, prompt, name + " has to end with leaving the prompt");
    } finally {
      if (prompt != null) {
        prompt.close();
      }
    }
    if (Expectations.overwrite()) {
      for (int i = blocks.size() - 1; i >= 0; i--) {
        page = MarkdownBlocks.replace(page, blocks.get(i), played.get(i));
      }
      Repository.write(file, page);
    }
  }

  private String play(Block block, String name) {
    List<TourStep> steps = new ArrayList<>();
    for (TourStep step : TourStep.of(block.text())) {
      TourStep seen = step.showing(shown(step));
      if (Expectations.overwrite()) {
        steps.add(step.isLoose() && fits(step.shown(), seen.shown()) ? step : seen);
      } else if (!step.isLoose() || !fits(step.shown(), seen.shown())) {
        String place = name + ", line " + block.line() + ", " + step.text();
        assertEquals(TourStep.text(List.of(step)), TourStep.text(List.of(seen)), place);
      }
    }
    return TourStep.text(steps);
  }

  private List<String> shown(TourStep step) {
    if (step.isCommand()) {
      return command(step);
    }
    if (step.endsWith(TourStep.TAB)) {
      return completed(step);
    }
    type(step.text());
    if (step.endsWith(TourStep.STOP)) {
      prompt.press(Key.CTRL_C).expectPrompt();
      return prompt.answer();
    }
    if (step.endsWith(TourStep.LEAVE)) {
      prompt.press(Key.CTRL_D);
      assertEquals(0, prompt.awaitEnd());
      prompt.close();
      prompt = null;
      return List.of();
    }
    prompt.enter();
    if (!step.isStopped()) {
      prompt.expectPrompt();
      return prompt.answer();
    }
    for (int i = 0; i < WORK_BEFORE_STOP; i++) {
      prompt.expectBusy();
    }
    prompt.press(Key.CTRL_C).expectPrompt();
    List<String> lines = new ArrayList<>(prompt.answer());
    lines.add(0, TourStep.STOP);
    return lines;
  }

  private List<String> command(TourStep step) {
    List<String> words = Command.words(step.text());
    if (words.get(0).equals("./tide")) {
      words.set(0, PromptOnPty.LAUNCHER);
    }
    PromptOnPty.Start start =
        PromptOnPty.in(folder)
            .size(COLUMNS, 50)
            .with("NO_COLOR", "1")
            .command(words.toArray(new String[0]));
    if (words.size() == 1) {
      prompt = start.open();
      return prompt.screen().lines().subList(0, prompt.screen().cursorLine());
    }
    try (PromptOnPty program = start.launch()) {
      assertEquals(0, program.awaitEnd(), program::toString);
      return withoutBlanksBelow(program.screen().lines());
    }
  }

  /** Types an entry, or what is missing of it where Tab has been pressed before. */
  private void type(String entry) {
    boolean goesOn = !begun.isEmpty() && entry.startsWith(begun);
    if (!goesOn && !begun.isEmpty()) {
      prompt.press(Key.CTRL_U).expectEntry("");
    }
    String rest = goesOn ? entry.substring(begun.length()) : entry;
    begun = "";
    if (rest.contains("\n")) {
      prompt.paste(copied(rest)).expectLine(lastLine(entry));
    } else if (!rest.isEmpty()) {
      prompt.write(rest);
    }
  }

  /** An entry as it is copied from the page. */
  private static String copied(String entry) {
    return PromptOnPty.PROMPT + " " + entry.replace("\n", "\n" + PromptOnPty.CONTINUED + " ");
  }

  private static String lastLine(String entry) {
    return PromptOnPty.CONTINUED + " " + entry.substring(entry.lastIndexOf('\n') + 1);
  }

  /** Presses Tab: the line of the cursor and all below it. */
  private List<String> completed(TourStep step) {
    type(step.text());
    prompt.tab();
    if (Expectations.overwrite()) {
      settle();
    } else {
      prompt.await(s -> below().equals(step.shown()), String.join("\n", step.shown()));
    }
    begun = prompt.line().substring(PromptOnPty.PROMPT.length()).stripLeading();
    return below();
  }

  private List<String> below() {
    List<String> lines = prompt.screen().lines();
    return withoutBlanksBelow(lines.subList(prompt.screen().cursorLine(), lines.size()));
  }

  /** Waits until nothing has changed for a while. Nothing else tells when nothing more will. */
  private void settle() {
    List<String> before = List.of();
    long since = System.nanoTime();
    while (!below().equals(before) || System.nanoTime() - since < SETTLED_MILLIS * 1_000_000) {
      if (!below().equals(before)) {
        before = below();
        since = System.nanoTime();
      }
      Thread.onSpinWait();
    }
  }

  private static List<String> withoutBlanksBelow(List<String> lines) {
    int end = lines.size();
    while (end > 0 && lines.get(end - 1).isEmpty()) {
      end--;
    }
    return List.copyOf(lines.subList(0, end));
  }

  private static boolean fits(List<String> expected, List<String> seen) {
    StringBuilder pattern = new StringBuilder();
    for (String line : expected) {
      boolean lines = line.equals(TourStep.LEFT_OUT);
      String one = Pattern.quote(line).replace(TourStep.LEFT_OUT, "\\E[^\n]*\\Q").concat("\n");
      pattern.append(lines ? "(?:[^\n]*\n)*" : one);
    }
    return String.join("\n", seen).concat("\n").matches(pattern.toString());
  }
}
