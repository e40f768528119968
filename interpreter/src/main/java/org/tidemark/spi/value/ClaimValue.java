package org.tidemark.spi.value;

/** A number that a source reports, set against what the model computes. */
public interface ClaimValue extends ObjectValue {
  /** What came of the comparison. */
  enum Verdict {
    /** The computed value lies within the tolerance. */
    REPRODUCED("reproduced"),
    /** It does not. */
    CONTRADICTED("contradicted"),
    /** It cannot be computed. */
    NOT_REPRODUCIBLE("not reproducible");

    private final String word;

    Verdict(String word) {
      this.word = word;
    }

    /** The word for reports. */
    public String word() {
      return word;
    }
  }

  /** What is claimed, in words. */
  String title();

  /** The reported value. */
  Value reported();

  /** The computed value. */
  Value computed();

  /** Computed minus reported, with its unit. */
  Value difference();

  /** Whether the two agree. */
  Verdict verdict();

  /** Where the report stands; empty where nobody says. */
  String source();
}
