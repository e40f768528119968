package org.tidemark.api.ledger;

/** Where a prediction stands on a date, by what has been observed until then. */
public enum Status {
  /** Nothing has decided it, and something still may. */
  OPEN("open"),
  /** What confirms it has been observed. */
  CONFIRMED("confirmed"),
  /** What refutes it has been observed, or what confirms it has been observed not to hold. */
  REFUTED("refuted"),
  /** Its time is over and something was observed, but nothing that decides it. */
  UNDETERMINED("undetermined"),
  /** Its time is over and nothing has been observed. */
  OVERDUE("overdue");

  private final String word;

  Status(String word) {
    this.word = word;
  }

  /** The word for results. */
  public String word() {
    return word;
  }

  /** Whether it has come true or not. */
  public boolean isDecided() {
    return this == CONFIRMED || this == REFUTED;
  }
}
