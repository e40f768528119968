package org.tidemark.solve.chance;

/**
 * A question about chance that has no answer, with what would have one. The message is the reason
 * followed by the cure, both in plain words.
 */
public final class InadmissibleSample extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String reason;
  private final String cure;

  InadmissibleSample(String reason, String cure) {
    super(reason + "; " + cure);
    this.reason = reason;
    this.cure = cure;
  }

  /** Why there is no answer. */
  public String reason() {
    return reason;
  }

  /** What would have one. */
  public String cure() {
    return cure;
  }
}
