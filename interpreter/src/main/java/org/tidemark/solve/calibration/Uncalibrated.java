package org.tidemark.solve.calibration;

import org.tidemark.solve.equation.Box;

/** A calibration that could not be begun: why, and what can be. */
public final class Uncalibrated extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String reason;
  private final String cure;

  private Uncalibrated(String reason, String cure) {
    super(reason + "; " + cure);
    this.reason = reason;
    this.cure = cure;
  }

  static Uncalibrated undefined(Box box, int tried) {
    return new Uncalibrated(
        "the model has no result at any of "
            + tried
            + " points tried for "
            + String.join(", ", box.names())
            + " in the box",
        "move the box to where the model has a solution");
  }

  static Uncalibrated unboundedBox(Box box) {
    return new Uncalibrated(
        "the box of " + String.join(", ", box.names()) + " has no end, so it cannot be searched",
        "give both bounds as finite numbers");
  }

  static Uncalibrated empty() {
    return new Uncalibrated(
        "there is nothing to meet, or nothing to choose", "give at least one target and parameter");
  }

  /** Why not. */
  public String reason() {
    return reason;
  }

  /** What can be. */
  public String cure() {
    return cure;
  }
}
