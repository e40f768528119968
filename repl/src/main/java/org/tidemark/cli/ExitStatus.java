package org.tidemark.cli;

/** What the command returns to the shell. */
final class ExitStatus {
  /** Fine. */
  static final int FINE = 0;

  /** An assert or a test failed. */
  static final int FAILED = 1;

  /** The script is wrong. */
  static final int WRONG = 2;

  /** The model has no solution. */
  static final int NO_SOLUTION = 3;

  /** The script wanted more than it is allowed. */
  static final int LIMIT = 4;

  /** The command line is wrong. */
  static final int COMMAND_LINE = 64;

  /** A mistake in Tidemark itself. */
  static final int BUG = 70;

  /** The results could not be written, to a full disk for instance. */
  static final int NOT_WRITTEN = 74;

  /** Somebody pressed Ctrl-C. */
  static final int STOPPED = 130;

  private ExitStatus() {}

  /** The one to return for several scripts: a wrong one weighs more than one without solution. */
  static int worse(int a, int b) {
    return weight(a) >= weight(b) ? a : b;
  }

  private static int weight(int status) {
    return switch (status) {
      case FINE -> 0;
      case FAILED -> 1;
      case NO_SOLUTION -> 2;
      case WRONG -> 3;
      case LIMIT -> 4;
      case COMMAND_LINE -> 5;
      default -> 6;
    };
  }
}
