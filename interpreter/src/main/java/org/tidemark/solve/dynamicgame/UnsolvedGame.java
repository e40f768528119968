package org.tidemark.solve.dynamicgame;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * A game that has no solution of the kind looked for, or in which none was found. The message is
 * the reason followed by the cure.
 */
public final class UnsolvedGame extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String reason;
  private final String cure;
  private final double state;
  private final int player;

  UnsolvedGame(String reason, String cure) {
    this(reason, cure, Double.NaN, -1);
  }

  UnsolvedGame(String reason, String cure, double state, int player) {
    super(reason + "; " + cure);
    this.reason = reason;
    this.cure = cure;
    this.state = state;
    this.player = player;
  }

  /** Why there is no solution; where a state is meant it reads "this state". */
  public String reason() {
    return reason;
  }

  /** What would have one. */
  public String cure() {
    return cure;
  }

  /** The state at which it fails, where there is one. */
  public OptionalDouble state() {
    return Double.isNaN(state) ? OptionalDouble.empty() : OptionalDouble.of(state);
  }

  /** The player for whom it fails, counted from 0, where there is one. */
  public OptionalInt player() {
    return player < 0 ? OptionalInt.empty() : OptionalInt.of(player);
  }
}
