package org.tidemark.spi;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a function or kind throws where a script asks for something that cannot be. The evaluator
 * adds the place and turns it into a diagnostic.
 */
public final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final boolean noSolution;
  private final String part;
  private final transient List<String> help;

  private Problem(String code, String message, boolean noSolution, String part, List<String> help) {
    super(message, null, false, false);
    this.code = code;
    this.noSolution = noSolution;
    this.part = part;
    this.help = help;
  }

  /** The script asks for something wrong. */
  public static Problem of(String code, String message) {
    return new Problem(code, message, false, null, List.of());
  }

  /** The model as declared has no solution; the command then exits with 3. */
  public static Problem noSolution(String code, String message) {
    return new Problem(code, message, true, null, List.of());
  }

  /** The same with one more way out. */
  public Problem withHelp(String way) {
    List<String> more = new ArrayList<>(help);
    more.add(way);
    return new Problem(code, getMessage(), noSolution, part, more);
  }

  /** The same, about one argument or field, so that the message can point at it. */
  public Problem about(String argumentOrField) {
    return new Problem(code, getMessage(), noSolution, argumentOrField, help);
  }

  /** The stable code, {@code E0501}. */
  public String code() {
    return code;
  }

  /** Whether it says that no solution exists, rather than that the script is wrong. */
  public boolean isNoSolution() {
    return noSolution;
  }

  /** The argument or field that it is about. */
  public Optional<String> part() {
    return Optional.ofNullable(part);
  }

  /** Ways out, most likely first. */
  public List<String> help() {
    return List.copyOf(help);
  }
}
