package org.tidemark.solve.capacity;

import org.tidemark.solve.InadmissibleInput;

/** A capacity for which the game has no solution of the form sought. */
public final class InadmissibleCapacity extends InadmissibleInput {
  private static final long serialVersionUID = 1L;

  InadmissibleCapacity(String parameter, double value, double bound, String reason, String cure) {
    super(parameter, value, bound, reason, cure);
  }

  static double positive(String parameter, double value, String reason, String cure) {
    if (!(value > 0)) {
      throw new InadmissibleCapacity(parameter, value, 0, reason, cure);
    }
    return value;
  }
}
