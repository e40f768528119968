package org.tidemark.terminal;

import com.pty4j.PtyProcess;
import com.pty4j.PtyProcessBuilder;
import com.pty4j.WinSize;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/**
 * The packaged prompt on a pseudo-terminal: types keys, waits for what the screen shows. Every wait
 * ends as soon as its condition holds and fails with the screen where it never does.
 */
final class PromptOnPty implements AutoCloseable {
  static final String PROMPT = "tide>";
  static final String CONTINUED = "    |";

  /** The program as users get it. */
  static final String LAUNCHER =
      Path.of("target", "tidemark", "bin", "tide").toAbsolutePath().toString();

  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(15);

  private final PtyProcess process;
  private final OutputStream keys;
  private final Screen screen;
  private final StringBuilder output = new StringBuilder();
  private final Object change = new Object();
  private boolean ended;
  private int mark;
  private int outputMark;

  private PromptOnPty(PtyProcess process, int columns, int rows) {
    this.process = process;
    this.keys = process.getOutputStream();
    this.screen = new Screen(columns, rows);
    Thread pump = new Thread(this::pump, "output of the prompt");
    pump.setDaemon(true);
    pump.start();
  }

  /** A prompt on a terminal of 80 columns, with a history of its own. */
  static Start in(Path folder) {
    return new Start(folder);
  }

  /** How a prompt is started. */
  static final class Start {
    private final Path folder;
    private final Map<String, String> environment = new HashMap<>(System.getenv());
    private String[] command = {LAUNCHER};
    private int columns = 80;
    private int rows = 24;

    private Start(Path folder) {
      this.folder = folder;
      environment.put("TERM", "xterm-256color");
      environment.put("TIDE_ARCHIVE", "off");
      environment.put("TIDE_HISTORY", folder.resolve("history").toString());
      environment.put("JAVA_HOME", System.getProperty("java.home"));
      environment.remove("JAVA_TOOL_OPTIONS");
      environment.remove("NO_COLOR");
    }

    Start with(String variable, String value) {
      environment.put(variable, value);
      return this;
    }

    Start size(int columns, int rows) {
      this.columns = columns;
      this.rows = rows;
      return this;
    }

    /** Runs another command there instead. */
    Start command(String... words) {
      command = words;
      return this;
    }

    /** Starts it without waiting for anything. */
    PromptOnPty launch() {
      try {
        PtyProcess process =
            new PtyProcessBuilder(command)
                .setDirectory(folder.toString())
                .setEnvironment(environment)
                .setInitialColumns(columns)
                .setInitialRows(rows)
                .start();
        return new PromptOnPty(process, columns, rows);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** Starts it and waits for the first prompt. */
    PromptOnPty open() {
      return launch().expectPrompt();
    }
  }

  /** Types text, and no key behind it. */
  PromptOnPty type(String text) {
    try {
      keys.write(text.getBytes(StandardCharsets.UTF_8));
      keys.flush();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Types text and waits until the line of the cursor ends with it. */
  PromptOnPty write(String text) {
    String visible = text.stripTrailing();
    type(text);
    return await(s -> line().endsWith(visible), "the line to end with " + visible);
  }

  /** Presses Enter. What is expected from now on stands below the line that this ends. */
  PromptOnPty enter() {
    return press(Key.ENTER);
  }

  PromptOnPty tab() {
    return press(Key.TAB);
  }

  /** Presses a key. Enter, and Ctrl-C in an entry, end the line: what is expected stands below. */
  PromptOnPty press(Key key) {
    boolean inEntry = line().startsWith(PROMPT) || line().startsWith(CONTINUED);
    if (key == Key.ENTER || key == Key.CTRL_C && inEntry) {
      mark();
    }
    return type(key.sequence());
  }

  /** Pastes text as a terminal does that marks what is pasted. */
  PromptOnPty paste(String text) {
    return type("\u001b[200~" + text.replace('\n', '\r') + "\u001b[201~");
  }

  /** Pastes text as a terminal does that knows no better. */
  PromptOnPty pasteRaw(String text) {
    mark();
    return type(text.replace('\n', '\r'));
  }

  PromptOnPty resize(int columns, int rows) {
    screen.resize(columns, rows);
    process.setWinSize(new WinSize(columns, rows));
    return this;
  }

  /** Types an entry, presses Enter and waits for the next prompt: the lines in between. */
  List<String> ask(String entry) {
    write(entry);
    enter();
    expectPrompt();
    return answer();
  }

  /** What has been shown since Enter was last pressed, above the line of the cursor. */
  List<String> answer() {
    List<String> lines = screen.lines();
    return lines.subList(Math.min(mark + 1, screen.cursorLine()), screen.cursorLine());
  }

  /** Waits for an empty prompt below the line that was ended last. */
  PromptOnPty expectPrompt() {
    return await(
        s ->
            s.cursorLine() >= (mark == 0 ? 0 : mark + 1)
                && line().equals(PROMPT)
                && s.cursorColumn() == PROMPT.length() + 1,
        "a prompt");
  }

  /** Waits for an empty line of continuation. */
  PromptOnPty expectContinuation() {
    return await(
        s -> line().equals(CONTINUED) && s.cursorColumn() == PROMPT.length() + 1,
        "a line of continuation");
  }

  /** Waits until the program has used processor time of its own for a while without an answer. */
  PromptOnPty expectBusy() {
    long before = processorTime();
    return await(s -> processorTime() - before > 300, "some work");
  }

  /** The milliseconds of processor time that the program has used. */
  private long processorTime() {
    return ProcessHandle.of(process.pid())
        .flatMap(handle -> handle.info().totalCpuDuration())
        .map(Duration::toMillis)
        .orElse(0L);
  }

  /** Waits until the line of the cursor is this, prompt included. */
  PromptOnPty expectLine(String text) {
    return await(s -> line().equals(text), "the line " + text);
  }

  /** Waits until the entry at the first prompt is this. */
  PromptOnPty expectEntry(String entry) {
    return expectLine((PROMPT + " " + entry).stripTrailing());
  }

  /** Waits until a text stands below the line that was ended last. */
  PromptOnPty expect(String text) {
    return await(s -> since().contains(text), "to see " + text);
  }

  /** Waits until a text stands anywhere. */
  PromptOnPty expectAnywhere(String text) {
    return await(s -> String.join("\n", s.lines()).contains(text), "to see anywhere " + text);
  }

  /** Waits until a text stands there no longer. */
  PromptOnPty expectNo(String text) {
    return await(s -> !since().contains(text), "to see " + text + " no longer");
  }

  /** Waits until the cursor stands in a column of its line, from 0. */
  PromptOnPty expectColumn(int column) {
    return await(s -> s.cursorColumn() == column, "the cursor in column " + column);
  }

  /** Waits until the program has ended: its status. */
  int awaitEnd() {
    await(s -> ended, "the end");
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Waits for a condition of the screen. */
  PromptOnPty await(Predicate<Screen> condition, String what) {
    long end = System.nanoTime() + PATIENCE;
    synchronized (change) {
      while (!condition.test(screen)) {
        long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        if (left <= 0 || ended && !condition.test(screen)) {
          throw new AssertionError("waited for " + what + " in vain:\n" + this);
        }
        try {
          change.wait(Math.max(1, Math.min(left, 50)));
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new IllegalStateException(e);
        }
      }
    }
    return this;
  }

  /** What the program has written since Enter was last pressed, escape sequences included. */
  String written() {
    synchronized (change) {
      return output.substring(outputMark);
    }
  }

  /** What the program has written since it began, escape sequences included. */
  String everythingWritten() {
    synchronized (change) {
      return output.toString();
    }
  }

  /** Sends a signal to the program, {@code "TERM"}. */
  PromptOnPty signal(String name) {
    try {
      new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The screen, for looks at colours. */
  Screen screen() {
    return screen;
  }

  /** The line of the cursor. */
  String line() {
    synchronized (change) {
      return screen.lines().get(screen.cursorLine());
    }
  }

  /** Waits until nothing has changed on the screen for a while. */
  PromptOnPty expectQuiet() {
    long end = System.nanoTime() + PATIENCE;
    List<String> before = List.of();
    for (int alike = 0; alike < 10; ) {
      if (System.nanoTime() > end) {
        throw new AssertionError("waited for quiet in vain:\n" + this);
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
      List<String> now;
      synchronized (change) {
        now = List.copyOf(screen.lines());
      }
      alike = now.equals(before) ? alike + 1 : 0;
      before = now;
    }
    return this;
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  /** All lines, with a bar at the cursor's. */
  @Override
  public String toString() {
    List<String> lines = screen.lines();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      text.append(i == screen.cursorLine() ? "> " : i == mark ? "- " : "  ");
      text.append(lines.get(i)).append('\n');
    }
    return text.toString().stripTrailing() + (ended ? "\n(ended)" : "");
  }

  private String since() {
    List<String> lines = screen.lines();
    return String.join("\n", lines.subList(Math.min(mark, lines.size()), lines.size()));
  }

  private void mark() {
    synchronized (change) {
      mark = screen.cursorLine();
      outputMark = output.length();
    }
  }

  private void pump() {
    try (Reader reader = new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)) {
      char[] some = new char[4096];
      for (int count = reader.read(some); count >= 0; count = reader.read(some)) {
        String text = new String(some, 0, count);
        synchronized (change) {
          output.append(text);
          String reply = screen.write(text);
          if (!reply.isEmpty()) {
            type(reply);
          }
          change.notifyAll();
        }
      }
    } catch (IOException | UncheckedIOException closed) {
      // the program has ended
    }
    synchronized (change) {
      ended = true;
      change.notifyAll();
    }
  }
}
