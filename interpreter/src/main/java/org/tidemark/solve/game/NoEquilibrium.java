package org.tidemark.solve.game;

import org.tidemark.solve.InadmissibleInput;

/**
 * A game of unequal firms that has no equilibrium, no unique one, or none that can be computed:
 * which firm, at which remaining distance, and why.
 */
public final class NoEquilibrium extends InadmissibleInput {
  private static final long serialVersionUID = 1L;

  /** Stands for a reason that lies with no single firm. */
  public static final int NO_FIRM = -1;

  private final int firm;
  private final double remaining;

  NoEquilibrium(
      String parameter,
      int firm,
      double remaining,
      double value,
      double bound,
      String reason,
      String cure) {
    super(parameter, value, bound, reason, cure);
    this.firm = firm;
    this.remaining = remaining;
  }

  /** A reason that lies with the input, wherever one is. */
  static NoEquilibrium input(
      String parameter, int firm, double value, double bound, String reason, String cure) {
    return new NoEquilibrium(parameter, firm, Double.NaN, value, bound, reason, cure);
  }

  /** A reason that lies with a state. */
  static NoEquilibrium at(double remaining, int firm, double output, String reason, String cure) {
    return new NoEquilibrium("output", firm, remaining, output, Double.NaN, reason, cure);
  }

  /** The firm concerned, counted from 0, or {@link #NO_FIRM}. */
  public int firm() {
    return firm;
  }

  /** The remaining distance at which it fails; NaN where it fails everywhere. */
  public double remaining() {
    return remaining;
  }
}
