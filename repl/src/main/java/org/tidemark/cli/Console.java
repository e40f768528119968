package org.tidemark.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.tidemark.grammar.diagnostic.Diagnostic;
import org.tidemark.grammar.diagnostic.DiagnosticRenderer;
import org.tidemark.render.PlainText;

/**
 * What a command reads from and writes to.
 *
 * @param in standard input
 * @param out results, UTF-8
 * @param err everything else, UTF-8
 * @param folder that file names on the command line are relative to
 * @param colour whether messages may be coloured
 * @param interactive whether somebody types and reads
 * @param progress how long work is shown
 */
public record Console(
    InputStream in,
    PrintStream out,
    PrintStream err,
    Path folder,
    boolean colour,
    boolean interactive,
    Showing progress) {

  /** How long work is shown on standard error. */
  public enum Showing {
    /** Not at all, and Ctrl-C is left alone: this is not a process of its own. */
    NOTHING,
    /** Not at all, but Ctrl-C ends it with what is done. */
    SILENTLY,
    /** By a line now and then. */
    LINES,
    /** By a line that is drawn anew in place. */
    IN_PLACE
  }

  /** One that shows no long work. */
  public Console(
      InputStream in,
      PrintStream out,
      PrintStream err,
      Path folder,
      boolean colour,
      boolean interactive) {
    this(in, out, err, folder, colour, interactive, Showing.NOTHING);
  }

  /** That of this process. The launcher, who can tell, says whether there is a terminal. */
  static Console ofProcess(WatchedOutput out) {
    return new Console(
        System.in,
        printStream(out),
        printStream(new FileOutputStream(FileDescriptor.err)),
        Path.of(""),
        Boolean.getBoolean("tide.colour"),
        Boolean.getBoolean("tide.interactive"),
        showing());
  }

  private static Showing showing() {
    if ("off".equals(System.getenv("TIDE_PROGRESS"))) {
      return Showing.SILENTLY;
    }
    return Boolean.getBoolean("tide.terminal") ? Showing.IN_PLACE : Showing.LINES;
  }

  /** Print streams swallow what a closed pipe throws, which is what is wanted. */
  private static PrintStream printStream(OutputStream stream) {
    return new PrintStream(
        new BufferedOutputStream(stream, 1 << 13), false, StandardCharsets.UTF_8);
  }

  /** Writes a result. */
  void result(String text) {
    out.print(text);
  }

  /** Writes a line that is no result. */
  void say(String line) {
    out.flush();
    err.print(PlainText.lines(line).concat("\n"));
    err.flush();
  }

  /** Writes diagnostics, apart from each other by empty lines. */
  void report(Iterable<Diagnostic> diagnostics) {
    out.flush();
    boolean first = true;
    for (Diagnostic diagnostic : diagnostics) {
      err.print(first ? "" : "\n");
      err.print(DiagnosticRenderer.render(diagnostic, colour));
      first = false;
    }
    err.flush();
  }

  void flush() {
    out.flush();
    err.flush();
  }
}
