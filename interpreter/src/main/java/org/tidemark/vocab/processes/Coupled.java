package org.tidemark.vocab.processes;

import java.util.List;

/**
 * Thrown where processes that are being run read each other, so that they have to run as one.
 * Whoever runs the first of them catches it and starts again with all.
 */
final class Coupled extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient SystemRun run;
  private final transient List<ProcessValue> members;

  Coupled(SystemRun run, List<ProcessValue> members) {
    super(null, null, false, false);
    this.run = run;
    this.members = members;
  }

  /** The run that has to start again. */
  SystemRun run() {
    return run;
  }

  /** What runs with it from now on. */
  List<ProcessValue> members() {
    return members;
  }
}
