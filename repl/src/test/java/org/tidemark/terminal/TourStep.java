package org.tidemark.terminal;

import java.util.ArrayList;
import java.util.List;

/**
 * What somebody does in the tour, and what they see then.
 *
 * <p>{@code $ } begins a command of the shell, {@code tide> } an entry, which goes on in lines that
 * begin with {@code | }. All other lines are shown by the program. In an entry, {@code ⇥} at the
 * end is Tab: what follows is the entry as it has become, and what stands below it. {@code ^C} or
 * {@code ^D} at the end, and {@code ^C} on the line after the entry, are pressed with Ctrl.
 *
 * @param typed what is typed, the lines of an entry without what the prompt puts before them
 * @param shown the lines that follow
 */
record TourStep(List<String> typed, List<String> shown) {
  static final String SHELL = "$ ";
  static final String TAB = "⇥";
  static final String STOP = "^C";
  static final String LEAVE = "^D";
  static final String LEFT_OUT = "…";

  private static final String ENTRY = PromptOnPty.PROMPT + " ";
  private static final String CONTINUED = PromptOnPty.CONTINUED;

  /** The steps of a block. */
  static List<TourStep> of(String block) {
    List<TourStep> steps = new ArrayList<>();
    List<String> lines = block.lines().toList();
    int at = 0;
    while (at < lines.size()) {
      String first = lines.get(at++);
      if (!begins(first)) {
        throw new IllegalArgumentException("nobody has typed anything before: " + first);
      }
      List<String> typed = new ArrayList<>(List.of(first));
      while (at < lines.size() && lines.get(at).startsWith(CONTINUED)) {
        typed.add(lines.get(at++));
      }
      List<String> shown = new ArrayList<>();
      boolean completed = first.endsWith(TAB);
      while (at < lines.size() && (completed || !begins(lines.get(at)))) {
        shown.add(lines.get(at++));
        completed = false;
      }
      steps.add(new TourStep(List.copyOf(typed), List.copyOf(shown)));
    }
    return steps;
  }

  private static boolean begins(String line) {
    return line.startsWith(SHELL) || line.startsWith(ENTRY);
  }

  boolean isCommand() {
    return typed.get(0).startsWith(SHELL);
  }

  /** The command or the entry, as it is typed and without the keys at its end. */
  String text() {
    List<String> lines = new ArrayList<>();
    for (String line : typed) {
      boolean more = line.startsWith(CONTINUED);
      int margin = isCommand() ? SHELL.length() : ENTRY.length();
      String text = line.length() <= margin ? "" : line.substring(margin);
      lines.add(more && text.isBlank() ? "" : text);
    }
    String text = String.join("\n", lines);
    for (String key : List.of(TAB, STOP, LEAVE)) {
      text = text.endsWith(key) ? text.substring(0, text.length() - key.length()) : text;
    }
    return text;
  }

  /** Whether a key ends the entry instead of Enter. */
  boolean endsWith(String key) {
    return typed.get(typed.size() - 1).endsWith(key);
  }

  /** Whether Ctrl-C is pressed while the entry is being answered. */
  boolean isStopped() {
    return !shown.isEmpty() && shown.get(0).equals(STOP);
  }

  /** Whether the page leaves something out of what is shown. */
  boolean isLoose() {
    return isStopped() || shown.contains(LEFT_OUT);
  }

  /** The step with other lines shown. */
  TourStep showing(List<String> lines) {
    return new TourStep(typed, List.copyOf(lines));
  }

  /** All lines of the steps of a block. */
  static String text(List<TourStep> steps) {
    StringBuilder text = new StringBuilder();
    for (TourStep step : steps) {
      step.typed.forEach(line -> text.append(line).append('\n'));
      step.shown.forEach(line -> text.append(line).append('\n'));
    }
    return text.toString();
  }
}
